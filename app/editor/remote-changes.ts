import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** What arrives by way of Yjs; one's own undo does so as well, and is not meant. */
export const isOthersChange = (tr: Transaction): boolean =>
  isChangeOrigin(tr) && tr.getMeta(ySyncPluginKey)?.isUndoRedoOperation !== true

const key = new PluginKey<boolean>('remoteChanges')

/** The view never jumps to the caret because somebody else wrote, though the binding asks for it with every change. */
export const remoteChangesDoNotScroll = (): Plugin<boolean> =>
  new Plugin({
    key,
    state: { init: () => false, apply: (tr) => isOthersChange(tr) },
    props: { handleScrollToSelection: (view) => key.getState(view.state) === true },
  })
