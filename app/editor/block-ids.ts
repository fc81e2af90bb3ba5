import type { DocumentJson, NodeJson } from './document-shape.ts'
import { blockIdPattern, isNodeName, nodeAttributes } from './document-shape.ts'

const hasId = (type: string) => isNodeName(type) && 'id' in nodeAttributes[type]

/** The document with an id on every block: those it has, once each, and new ones where one is missing or repeated. */
export function withBlockIds(document: DocumentJson, newId: () => string): DocumentJson {
  const taken = new Set<string>()
  const visit = (node: NodeJson): NodeJson => {
    const own = node.attrs?.id
    const kept = typeof own === 'string' && blockIdPattern.test(own) && !taken.has(own) ? own : null
    const id = hasId(node.type) ? (kept ?? newId()) : null
    if (id) taken.add(id)
    const content = node.content?.map(visit)
    return { ...node, ...(id && { attrs: { ...node.attrs, id } }), ...(content && { content }) }
  }
  return { ...document, content: document.content.map(visit) }
}

/** A block of the editor in document order. `size` is the size of its content. */
export interface PlacedBlock {
  readonly at: number
  readonly id: string | null
  readonly size: number
  readonly isText: boolean
}

export interface NewBlockId {
  readonly at: number
  readonly id: string
}

/**
 * The ids to write after a person's own change, so that every block has one and none has another's. Of two blocks with
 * one id the block that already was there keeps it; when a paragraph is split before its first letter, the words keep it.
 */
export function newBlockIds(
  before: readonly PlacedBlock[],
  after: readonly PlacedBlock[],
  placeNow: (at: number) => number,
  newId: () => string,
): NewBlockId[] {
  const places = new Map<string, number>()
  const known = new Map(before.flatMap((block) => (block.id ? [[block.id, block] as const] : [])))
  const keeperOf = (id: string) => {
    const old = known.get(id)
    return old ? placeNow(old.at) : null
  }
  for (const { id, at } of after) {
    if (id && (!places.has(id) || keeperOf(id) === at)) places.set(id, at)
  }
  const changes = after.filter(({ id, at }) => !id || places.get(id) !== at).map(({ at }) => ({ at, id: newId() }))
  return wordsKeepTheirId(after, known, changes)
}

function wordsKeepTheirId(
  after: readonly PlacedBlock[],
  known: ReadonlyMap<string, PlacedBlock>,
  changes: readonly NewBlockId[],
): NewBlockId[] {
  const idAt = new Map(changes.map(({ at, id }) => [at, id]))
  const texts = after.filter((block) => block.isText)
  texts.forEach((block, index) => {
    const words = texts[index + 1]
    const fresh = words && idAt.get(words.at)
    const former = block.id && block.size === 0 ? known.get(block.id) : undefined
    if (!words || !fresh || !former?.id || former.size === 0 || former.size !== words.size) return
    idAt.set(words.at, former.id).set(block.at, fresh)
  })
  return [...idAt].map(([at, id]) => ({ at, id }))
}
