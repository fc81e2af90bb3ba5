import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'

/**
 * Tables as prosemirror-tables edits them, but it repairs only after a person's own change: if every page filled the gap
 * that a merge left in a table, there would be as many new cells as pages.
 */
export function ownTables(): Plugin {
  const plugin = tableEditing({ allowTableNodeSelection: true })
  const { appendTransaction: repair, ...spec } = plugin.spec
  return new Plugin({
    ...spec,
    appendTransaction: (transactions, before, after) =>
      transactions.some(isChangeOrigin) ? null : repair?.call(plugin, transactions, before, after),
  })
}
