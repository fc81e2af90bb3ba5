import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Words in an empty text that say what to do with it. They are drawn, never part of it. */
export const placeholder = (words: string): Plugin =>
  new Plugin({
    props: {
      decorations: ({ doc }) => {
        const only = doc.childCount === 1 ? doc.firstChild : null
        if (!only?.isTextblock || only.content.size > 0) return null
        const empty = Decoration.node(0, only.nodeSize, { class: 'is-empty', 'data-placeholder': words })
        return DecorationSet.create(doc, [empty])
      },
    },
  })
