import { type Editor, Extension, wrappingInputRule } from '@tiptap/core'
import { ListKeymap } from '@tiptap/extension-list/keymap'
import { goToNextCell } from '@tiptap/pm/tables'

export interface KeyPorts {
  /** Puts the focus behind the text, so that Tab moves on from there. */
  readonly leave: () => void
  readonly openLink: () => void
  readonly openToolbar: () => void
}

const itemNames = ['listItem', 'taskItem']

/** What the cursor stands in that Tab means something in: a list item or a cell, whichever is nearer. */
function surrounding({ state }: Editor): string | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const { name, spec } = $from.node(depth).type
    if (itemNames.includes(name)) return name
    if (spec.tableRole === 'cell' || spec.tableRole === 'header_cell') return 'cell'
  }
  return null
}

/** In a list Tab always stays in it; in a table it leaves behind the last cell. */
function moveBy(editor: Editor, step: 1 | -1): boolean {
  const place = surrounding(editor)
  if (place === null) return false
  if (place === 'cell') return goToNextCell(step)(editor.state, editor.view.dispatch)
  if (step === 1) editor.commands.sinkListItem(place)
  else editor.commands.liftListItem(place)
  return true
}

/** Ticks the task the cursor is in, or takes its tick away. */
function tick(editor: Editor): boolean {
  if (surrounding(editor) !== 'taskItem') return false
  const isDone = editor.getAttributes('taskItem').checked === true
  return editor.commands.updateAttributes('taskItem', { checked: !isDone })
}

/** Standard keys. Tab indents in lists only; Esc leaves, and Tab then moves on (WCAG 2.1.2). */
export const editingKeys = (ports: KeyPorts) =>
  Extension.create({
    name: 'editingKeys',
    priority: 200,
    addKeyboardShortcuts() {
      const { editor } = this
      const heading = (level: number) => () => editor.commands.toggleNode('heading', 'paragraph', { level })
      const list = (type: string, item: string) => () => editor.commands.toggleList(type, item)
      const then = (act: () => void) => () => {
        act()
        return true
      }
      return {
        'Mod-b': () => editor.commands.toggleMark('bold'),
        'Mod-i': () => editor.commands.toggleMark('italic'),
        'Mod-u': () => editor.commands.toggleMark('underline'),
        'Mod-Shift-x': () => editor.commands.toggleMark('strike'),
        'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
        'Mod-Alt-1': heading(1),
        'Mod-Alt-2': heading(2),
        'Mod-Alt-3': heading(3),
        'Mod-Shift-7': list('orderedList', 'listItem'),
        'Mod-Shift-8': list('bulletList', 'listItem'),
        'Mod-Shift-9': list('taskList', 'taskItem'),
        'Mod-Shift-b': () => editor.commands.toggleWrap('blockquote'),
        'Mod-Shift-k': then(ports.openLink),
        'Alt-F10': then(ports.openToolbar),
        'Mod-Enter': () => tick(editor),
        'Shift-Enter': () => editor.commands.insertContent({ type: 'hardBreak' }),
        Enter: () => {
          // Splitting across a selection of unlike blocks throws in Tiptap: what is selected goes first.
          if (!editor.state.selection.empty) editor.commands.deleteSelection()
          return itemNames.some((name) => editor.commands.splitListItem(name))
        },
        Tab: () => moveBy(editor, 1),
        'Shift-Tab': () => moveBy(editor, -1),
        Escape: then(ports.leave),
      }
    },
    addInputRules() {
      const { bulletList, orderedList } = this.editor.schema.nodes
      if (!bulletList || !orderedList) return []
      const startOf = ([, digits]: string[]) => ({ start: Number(digits) })
      return [
        wrappingInputRule({ find: /^\s*[-*]\s$/, type: bulletList }),
        wrappingInputRule({
          find: /^(\d{1,3})\.\s$/,
          type: orderedList,
          getAttributes: startOf,
          joinPredicate: (match, node) => node.childCount + Number(node.attrs.start) === Number(match[1]),
        }),
      ]
    },
  })

/** Backspace and Delete at the edges of list items, without the part that would make Tab indent outside of lists. */
export const listKeys = ListKeymap.extend({
  addKeyboardShortcuts() {
    const { Tab: _tab, ...keys } = this.parent?.() ?? {}
    return keys
  },
})
