import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { TableTool } from './table-tool.tsx'
import { ToolButton } from './tool-button.tsx'
import { placeAfterKey } from './toolbar-keys.ts'
import { useToolbarState } from './toolbar-state.ts'
import { blocks, fact, history, link, lists, quotation, type Tool, words } from './tools.ts'

interface ToolbarProps {
  readonly editor: Editor
  readonly onLink: () => void
  /** Where there are facts to quote. */
  readonly onQuote?: () => void
}

/** One tab stop; arrows go through it as it is read, Esc goes back to the text. */
export function Toolbar({ editor, onLink, onQuote }: ToolbarProps) {
  const { t, direction } = useWords()
  const state = useToolbarState(editor)
  const bar = useRef<HTMLDivElement>(null)
  useOneTabStop(bar)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') editor.view.focus()
    const tools = toolsIn(bar.current)
    const here = tools.findIndex((tool) => tool.contains(document.activeElement))
    const place = here < 0 ? null : placeAfterKey(event.key, here, tools.length, direction)
    if (place === null) return
    event.preventDefault()
    focusTool(tools, place)
  }
  const group = (tools: readonly Tool[]) =>
    tools.map((tool) => <ToolButton key={tool.label} tool={tool} editor={editor} state={state} />)
  return (
    <div
      ref={bar}
      className="tools"
      role="toolbar"
      tabIndex={-1}
      aria-label={t('editor.toolbar')}
      onKeyDown={onKeyDown}
    >
      {group(words)}
      <Rule />
      {group(blocks)}
      <Rule />
      {group(lists)}
      <TableTool editor={editor} isInTable={state.table} />
      {group(quotation)}
      {group([link(onLink), ...(onQuote ? [fact(onQuote)] : [])])}
      <Rule />
      {group(history)}
    </div>
  )
}

const Rule = () => <span className="sep" aria-hidden />

const toolsIn = (bar: HTMLElement | null) => [...(bar?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])]

function focusTool(tools: readonly HTMLElement[], place: number): void {
  for (const [index, tool] of tools.entries()) tool.tabIndex = index === place ? 0 : -1
  tools[place]?.focus()
}

/** The tool that had the focus last is the one that Tab comes back to. */
function useOneTabStop(bar: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const element = bar.current
    if (!element) return
    for (const [index, tool] of toolsIn(element).entries()) tool.tabIndex = index === 0 ? 0 : -1
    const onFocus = ({ target }: FocusEvent) => {
      const tools = toolsIn(element)
      if (!tools.some((tool) => tool === target)) return
      for (const tool of tools) tool.tabIndex = tool === target ? 0 : -1
    }
    element.addEventListener('focusin', onFocus)
    return () => element.removeEventListener('focusin', onFocus)
  }, [bar])
}
