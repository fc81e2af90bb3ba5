import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { limits } from './document-shape.ts'

/** Deep enough for any list, and well under what the server accepts. */
const deepest = 24

/** Refuses a person's own change that would make the text larger than the server takes, and says so (SEC-074). */
export const sizeGuard = (tellFull: () => void): Plugin =>
  new Plugin({
    filterTransaction: (transaction, { doc }) => {
      if (!transaction.docChanged || isChangeOrigin(transaction)) return true
      const grown = transaction.doc
      if (grown.content.size <= doc.content.size || fits(grown)) return true
      tellFull()
      return false
    },
  })

function fits(doc: Node): boolean {
  if (doc.content.size > limits.characters) return false
  let paragraphs = 0
  let depth = 0
  const look = (node: Node, at: number) => {
    depth = Math.max(depth, at)
    if (node.isTextblock) paragraphs++
    else
      node.forEach((child) => {
        look(child, at + 1)
      })
  }
  look(doc, 0)
  return paragraphs <= limits.paragraphs && depth <= deepest
}
