import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { table } from '#app/ui/icons.ts'
import { nextPlace } from '#app/ui/roving.ts'
import { insertTable, type TableCommand, tableCommands } from './table-commands.ts'

interface TableToolProps {
  readonly editor: Editor
  readonly isInTable: boolean
}

/** Outside of a table it inserts one; inside it opens what can be done with rows and columns. */
export function TableTool({ editor, isInTable }: TableToolProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const menuId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const name = t(isInTable ? 'editor.tableTools' : 'editor.insertTable')
  return (
    <span className="tool-menu">
      <button
        ref={button}
        type="button"
        className="tool"
        data-tool=""
        aria-label={name}
        title={name}
        aria-haspopup={isInTable ? 'menu' : undefined}
        aria-expanded={isInTable ? isOpen : undefined}
        aria-controls={isOpen ? menuId : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => (isInTable ? setOpen(!isOpen) : insertTable(editor))}
      >
        <Icon of={table} />
      </button>
      {isOpen && isInTable ? (
        <TableMenu id={menuId} editor={editor} onClose={close} onLeave={() => setOpen(false)} />
      ) : null}
    </span>
  )
}

interface TableMenuProps {
  readonly id: string
  readonly editor: Editor
  /** Closed by a key: the focus goes back to the button. */
  readonly onClose: () => void
  readonly onLeave: () => void
}

function TableMenu({ id, editor, onClose, onLeave }: TableMenuProps) {
  const { t } = useWords()
  const menu = useRef<HTMLDivElement>(null)
  const items = () => [...(menu.current?.querySelectorAll('button') ?? [])]
  useEffect(() => {
    menu.current?.querySelector('button')?.focus()
  }, [])
  const choose = ({ run }: TableCommand) => {
    onLeave()
    run(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const here = items().findIndex((item) => item.contains(document.activeElement))
    const place = nextPlace(event.key, here, items().length)
    if (place === undefined && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (place === undefined) onClose()
    else items()[place]?.focus()
  }
  const onBlur = (next: EventTarget | null) => {
    if (!(next instanceof Node && menu.current?.contains(next))) onLeave()
  }
  return (
    <div
      ref={menu}
      id={id}
      className="tool-list"
      role="menu"
      tabIndex={-1}
      aria-label={t('editor.tableTools')}
      onKeyDown={onKeyDown}
      onBlur={(event) => onBlur(event.relatedTarget)}
    >
      {tableCommands.map((command) => (
        <button key={command.label} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(command)}>
          {t(command.label)}
        </button>
      ))}
    </div>
  )
}
