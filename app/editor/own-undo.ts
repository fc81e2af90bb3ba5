import type { CommandProps } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { relativePositionToAbsolutePosition, ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import type { Doc, RelativePosition, Transaction, UndoManager } from 'yjs'
import { nodeAttributes } from './document-shape.ts'
import { hasDrifted } from './drift.ts'

/**
 * Undo takes back only one's own changes. A block one made is not taken away while it holds words of others: their
 * words would go with it (EC-44).
 */
export const undoProtection = { protectedNodes: new Set(Object.keys(nodeAttributes)) }

/**
 * Yjs 13.6 throws when what an undo would bring back stood in something that is gone for good, its step is then used up.
 * For the writer that is a step with nothing left to take back.
 */
export const OwnUndo = Collaboration.extend({
  addCommands() {
    const commands = this.parent?.() ?? {}
    return { ...commands, undo: spared(commands.undo), redo: spared(commands.redo) }
  },
})

type UndoCommand = () => (props: CommandProps) => boolean

const spared =
  (command: UndoCommand | undefined): UndoCommand =>
  () =>
  (props) => {
    try {
      return command?.()(props) ?? false
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      return true
    }
  }

type StackItem = UndoManager['undoStack'][number]

/**
 * After undo the cursor goes to where the change was. The binding means to do so, but keeps the old selection for the
 * next change that arrives, where it may point outside of the text: the text shown would then stay behind for good.
 */
export const undoPlace = (drifted: () => void): Plugin =>
  new Plugin({
    view: (view) => {
      const { undoManager }: { undoManager: UndoManager } = yUndoPluginKey.getState(view.state)
      const { binding } = ySyncPluginKey.getState(view.state)
      const popped = ({ stackItem }: { stackItem: StackItem }) => {
        binding.beforeTransactionSelection = null
        goTo(view, stackItem.meta.get(binding))
      }
      const { doc } = undoManager
      // Only when all is done: what Yjs joins together at the end is what the others will get.
      const undone = (_doc: Doc, transactions: readonly Transaction[]) => {
        if (transactions.some(({ origin }) => origin === undoManager) && hasDrifted(doc)) drifted()
      }
      undoManager.on('stack-item-popped', popped)
      doc.on('afterAllTransactions', undone)
      return {
        destroy: () => {
          undoManager.off('stack-item-popped', popped)
          doc.off('afterAllTransactions', undone)
        },
      }
    },
  })

interface FormerSelection {
  readonly anchor: RelativePosition | null
  readonly head: RelativePosition | null
}

function goTo(view: EditorView, former: FormerSelection | null | undefined): void {
  const { doc, type, binding } = ySyncPluginKey.getState(view.state)
  const place = (position: RelativePosition | null | undefined) =>
    position ? within(view.state.doc, relativePositionToAbsolutePosition(doc, type, position, binding.mapping)) : null
  const [anchor, head] = [place(former?.anchor), place(former?.head)]
  if (anchor === null || head === null) return
  const { tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head))).scrollIntoView())
}

const within = (doc: Node, at: number | null) => (at === null || at < 0 || at > doc.content.size ? null : at)
