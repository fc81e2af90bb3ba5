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
 * With a mapping of our own the binding leaves the first drawing to us. And where one change makes it repair the text,
 * it compares the second change with positions of before the first, which may lie outside of the text and throw; what
 * is shown would then stay behind. After each change those positions are forgotten; the relative ones still hold.
 */
export function startBinding(state: EditorState): void {
  const { binding }: { binding: ProsemirrorBinding } = ySyncPluginKey.getState(state)
  const { type, _observeFunction: show } = binding
  type.unobserveDeep(show)
  binding._observeFunction = (...change: unknown[]) => {
    show(...change)
    if (binding.beforeTransactionSelection) Object.assign(binding.beforeTransactionSelection, nowhere)
  }
  type.observeDeep(binding._observeFunction)
  binding._forceRerender()
}

const nowhere = { absAnchor: null, absHead: null }
