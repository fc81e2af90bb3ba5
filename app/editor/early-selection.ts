import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Doc } from 'yjs'

/**
 * A browser tells late that a press or a key has moved the cursor. A change that arrives from others in between would
 * put it back where it was: with thirty changes a second every tenth press was lost. So the cursor is looked up before
 * such a change is drawn. Call it before the binding begins to listen.
 */
export function readSelectionFirst(doc: Doc, editor: () => Editor | null): () => void {
  const look = () => {
    const view = doc._transaction?.local === false ? editor()?.view : undefined
    if (view && !view.composing && view.hasFocus()) adoptSelection(view)
  }
  doc.on('beforeAllTransactions', look)
  return () => doc.off('beforeAllTransactions', look)
}

function adoptSelection(view: EditorView): void {
  const { state, dom } = view
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
  if (!anchorNode || !focusNode || !dom.contains(anchorNode) || !dom.contains(focusNode)) return
  if (!(state.selection instanceof TextSelection)) return
  const place = (node: Node, offset: number) => state.doc.resolve(view.posAtDOM(node, offset))
  const shown = TextSelection.between(place(anchorNode, anchorOffset ?? 0), place(focusNode, focusOffset ?? 0))
  if (!shown.eq(state.selection)) view.dispatch(state.tr.setSelection(shown))
}
