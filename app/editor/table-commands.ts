import type { Editor } from '@tiptap/core'
import { type Command, TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  toggleHeader,
} from '@tiptap/pm/tables'
import type { PlainKey } from '#app/i18n/message-types.ts'
import type { NodeJson } from './document-shape.ts'

export interface TableCommand {
  readonly label: PlainKey
  readonly run: Command
}

export const tableCommands: readonly TableCommand[] = [
  { label: 'editor.rowAbove', run: addRowBefore },
  { label: 'editor.rowBelow', run: addRowAfter },
  { label: 'editor.columnBefore', run: addColumnBefore },
  { label: 'editor.columnAfter', run: addColumnAfter },
  { label: 'editor.headerRow', run: toggleHeader('row') },
  { label: 'editor.deleteRow', run: deleteRow },
  { label: 'editor.deleteColumn', run: deleteColumn },
  { label: 'editor.deleteTable', run: deleteTable },
]

const row = (cell: 'tableHeader' | 'tableCell', columns: number): NodeJson => ({
  type: 'tableRow',
  content: Array.from({ length: columns }, () => ({ type: cell, content: [{ type: 'paragraph' }] })),
})

/** A table of three columns with a header row, at the cursor; the cursor goes into its first cell. */
export function insertTable(editor: Editor): void {
  const content = [row('tableHeader', 3), row('tableCell', 3), row('tableCell', 3)]
  const table = editor.schema.nodeFromJSON({ type: 'table', content })
  const { tr, selection } = editor.state
  tr.replaceSelectionWith(table)
  tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(selection.from, -1) + 1)))
  editor.view.dispatch(tr.scrollIntoView())
  editor.view.focus()
}
