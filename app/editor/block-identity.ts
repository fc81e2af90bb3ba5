import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { newBlockIds, type PlacedBlock } from './block-ids.ts'

/** 9 random bytes as base64url: unique within a document. */
export function randomBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

/**
 * Gives every new block its permanent id within the change that makes it. Only a person's own changes are looked at: if
 * each page repaired what it receives, all of them would give the same block another id.
 */
export const blockIdentity = (newId: () => string): Plugin =>
  new Plugin({
    appendTransaction: (transactions, before, after) => {
      if (!transactions.some((each) => each.docChanged && !isChangeOrigin(each))) return null
      const blocks = placedBlocks(after.doc)
      if (areIdentified(blocks)) return null
      const place = (at: number) => transactions.reduce((position, each) => each.mapping.map(position), at)
      const changes = newBlockIds(placedBlocks(before.doc), blocks, place, newId)
      return changes.reduce<Transaction>((tr, { at, id }) => tr.setNodeAttribute(at, 'id', id), after.tr)
    },
  })

function placedBlocks(doc: Node): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  doc.descendants((node, at) => {
    if (!node.isBlock) return false
    const id: unknown = node.attrs.id
    blocks.push({ at, id: typeof id === 'string' ? id : null, size: node.content.size, isText: node.isTextblock })
    return !node.isTextblock
  })
  return blocks
}

/** The usual case, on each key: nothing to do. */
const areIdentified = (blocks: readonly PlacedBlock[]) => {
  const ids = new Set(blocks.map(({ id }) => id))
  return !ids.has(null) && ids.size === blocks.length
}
