import type { EditorState } from '@tiptap/pm/state'
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'

type Mapping = ProsemirrorBinding['mapping']
type YType = Parameters<Mapping['set']>[0]
type Nodes = Parameters<Mapping['set']>[1]

/**
 * Which ProseMirror node shows which Yjs type. With every change that arrives the binding first forgets the types that
 * changed and those around them, which is right, and then everything, which makes it build the whole text anew: 300 ms
 * for 5,000 paragraphs. So `clear` keeps what is left.
 */
export class StableMapping extends Map<YType, Nodes> {
  override clear(): void {}
}

/**
 * With a mapping of our own the binding leaves the first drawing to us.
 *
 * The binding remembers the cursor in two ways: relative to the letters beside it, which always holds, and as a position
 * in the text of before. With the second it doubts the first whenever the words of the paragraph have changed, and puts
 * the cursor where it stood in numbers: between other letters than before, if somebody wrote before it (ED-41). It may
 * also lie outside of the text and throw, and what is shown would then stay behind. So it is forgotten.
 */
export function startBinding(state: EditorState): void {
  const { binding }: { binding: ProsemirrorBinding } = ySyncPluginKey.getState(state)
  const { type, _observeFunction: show } = binding
  type.unobserveDeep(show)
  binding._observeFunction = (...change: unknown[]) => {
    if (binding.beforeTransactionSelection) Object.assign(binding.beforeTransactionSelection, nowhere)
    show(...change)
  }
  type.observeDeep(binding._observeFunction)
  binding._forceRerender()
}

const nowhere = { absAnchor: null, absHead: null }
