import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { checkJson, documentNode } from './check-json.ts'
import { contentField, type NodeJson } from './document-shape.ts'

/** What may stand at the top of a document: a block, or words that stray outside of any. */
export type TopBlock = Y.XmlElement | Y.XmlText

// The binding writes marks of one type that overlap as `name--hash`.
const overlapping = /--[A-Za-z0-9+/=]{1,24}$/

export const topBlocks = (doc: Y.Doc): TopBlock[] =>
  doc
    .getXmlFragment(contentField)
    .toArray()
    .filter((child): child is TopBlock => child instanceof Y.XmlElement || child instanceof Y.XmlText)

/**
 * Whether a block is one of our schema: its names and attributes, and what stands in what. How large the whole may be is
 * another question. The validator of single edits asks for names only (SEC-067).
 */
export function isSound(block: TopBlock): boolean {
  if (block instanceof Y.XmlText) return block.length === 0
  const { problems } = checkJson({ type: 'doc', content: [rawNode(block)] })
  return problems.every((problem) => problem === 'paragraphs' || problem === 'characters')
}

/** A block as ProseMirror's JSON, with everything that stands in it, whether it is ours or not. */
export function rawNode(element: Y.XmlElement): NodeJson {
  const attrs: Record<string, unknown> = element.getAttributes()
  const content = element.toArray().flatMap((child): NodeJson[] => {
    if (child instanceof Y.XmlText) return rawText(child)
    return child instanceof Y.XmlElement ? [rawNode(child)] : []
  })
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs: attrs as NonNullable<NodeJson['attrs']> } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

function rawText(text: Y.XmlText): NodeJson[] {
  return text.toDelta().map(({ insert, attributes = {} }: { insert: string; attributes?: Record<string, unknown> }) => {
    const marks = Object.entries(attributes).map(([name, value]) => {
      const attrs = typeof value === 'object' && value !== null ? { ...value } : {}
      return { type: name.replace(overlapping, ''), ...(Object.keys(attrs).length > 0 ? { attrs } : {}) }
    })
    return { type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) }
  })
}

/** The words of a block that cannot stay as it is, as plain paragraphs: none of them is lost. */
export function salvaged(block: TopBlock): NodeJson[] {
  return linesOf(block)
    .filter((line) => line !== '')
    .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
}

function linesOf(block: TopBlock): string[] {
  if (block instanceof Y.XmlText) return [textOf(block)]
  const lines: string[] = []
  let line = ''
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) line += textOf(child)
    else if (child instanceof Y.XmlElement) lines.push(...linesOf(child))
  }
  return line === '' ? lines : [line, ...lines]
}

const textOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
    .join('')

/**
 * A forward edit that puts other blocks in the place of some and touches nothing else; what others write meanwhile
 * merges. `clientId` must not be in use. A RangeError when what is put there is not of our schema.
 */
export function replacementUpdate(
  doc: Y.Doc,
  replacements: ReadonlyMap<TopBlock, readonly NodeJson[]>,
  clientId: number,
): Uint8Array {
  const places = doc
    .getXmlFragment(contentField)
    .toArray()
    .flatMap((child, at) => {
      const blocks = replacements.get(child as TopBlock)
      return blocks ? [{ at, blocks }] : []
    })
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = clientId
  const made: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => made.push(update))
  const content = copy.getXmlFragment(contentField)
  copy.transact(() => {
    // From the last to the first, so that the places still hold.
    for (const { at, blocks } of places.reverse()) {
      content.delete(at, 1)
      if (blocks.length > 0) content.insert(at, elementsOf(blocks))
    }
  })
  copy.destroy()
  return Y.mergeUpdates(made)
}

function elementsOf(blocks: readonly NodeJson[]): Y.XmlElement[] {
  const made = new Y.Doc()
  const content = made.getXmlFragment(contentField)
  prosemirrorToYXmlFragment(documentNode({ type: 'doc', content: blocks }), content)
  const elements = content.toArray().flatMap((each) => (each instanceof Y.XmlElement ? [each.clone()] : []))
  made.destroy()
  return elements as Y.XmlElement[]
}
