import type { Editor } from '@tiptap/core'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { shownKeys, spokenKeys } from './toolbar-keys.ts'
import type { ToolbarState } from './toolbar-state.ts'
import type { Tool } from './tools.ts'

interface ToolButtonProps {
  readonly tool: Tool
  readonly editor: Editor
  readonly state: ToolbarState
}

const isApple = () => /mac|iphone|ipad/i.test(navigator.userAgent)

/** One tool. It never takes the focus by mouse, so the selection stays; the toolbar decides about its tab stop. */
export function ToolButton({ tool, editor, state }: ToolButtonProps) {
  const { t } = useWords()
  const name = t(tool.label)
  const isPossible = tool.isPossible?.(state) ?? true
  return (
    <button
      type="button"
      className="tool"
      data-tool=""
      aria-label={name}
      title={tool.keys ? `${name} (${shownKeys(tool.keys, isApple())})` : name}
      aria-keyshortcuts={tool.keys ? spokenKeys(tool.keys) : undefined}
      aria-pressed={tool.isPressed?.(state)}
      aria-disabled={!isPossible || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (isPossible ? tool.use(editor) : undefined)}
    >
      <Face tool={tool} />
    </button>
  )
}

function Face({ tool: { face, label, isDirectional } }: { tool: Tool }) {
  const { t } = useWords()
  if (face === 'words') return t(label)
  if ('icon' in face) return <Icon of={face.icon} isMirrored={isDirectional} />
  return (
    <bdi dir="ltr" className={`tool-${face.letters}`}>
      {face.letters}
    </bdi>
  )
}
