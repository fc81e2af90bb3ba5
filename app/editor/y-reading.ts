import * as Y from 'yjs'
import type { DocumentJson, MarkJson, NodeJson } from './document-shape.ts'
import { contentField, isNodeName, knownAttributes, limits, markNames } from './document-shape.ts'
import { safeLink } from './link-address.ts'
import { quotedAttributes, quotedOf } from './quoted.ts'

/** Writes one Yjs text as text nodes. */
export type ReadText = (text: Y.XmlText) => NodeJson[]

/**
 * What a Yjs document shows, read without changing it: names, attributes, marks and nesting that are not ours are left
 * out. The binding of the editor must never read on the server, because it deletes what it does not know.
 */
export function readNodes(doc: Y.Doc, readText: ReadText): DocumentJson {
  const content = children(doc.getXmlFragment(contentField), readText, 1)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** What a document shows now. Tolerant: whatever is not ours is left out, and nothing is changed. */
export const yDocToJson = (doc: Y.Doc): DocumentJson =>
  readNodes(doc, (text) =>
    text.toDelta().flatMap((run: { insert: unknown; attributes?: Record<string, unknown> }) => {
      return typeof run.insert === 'string' ? textNode(run.insert, marksOf(run.attributes ?? {})) : []
    }),
  )

function children(parent: Y.XmlFragment, readText: ReadText, depth: number): NodeJson[] {
  if (depth >= limits.depth) return []
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return depth > 1 ? readText(child) : []
    return child instanceof Y.XmlElement ? element(child, readText, depth) : []
  })
}

function element(node: Y.XmlElement, readText: ReadText, depth: number): NodeJson[] {
  const type = node.nodeName
  if (!isNodeName(type) || type === 'doc' || type === 'text') return []
  const attrs = knownAttributes(type, node.getAttributes())
  const content = children(node, readText, depth + 1)
  return [{ type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) }]
}

/** The marks that Yjs keeps as formatting of a run, in the order of the schema. */
export function marksOf(formatting: Readonly<Record<string, unknown>>): MarkJson[] {
  return markNames.flatMap((name): MarkJson[] => {
    const value = formatting[name]
    if (typeof value !== 'object' || value === null) return []
    if (name === 'quoted') {
      const quoted = quotedOf(value)
      return quoted ? [{ type: name, attrs: quotedAttributes(quoted) }] : []
    }
    if (name !== 'link') return [{ type: name }]
    const href = 'href' in value ? safeLink(value.href) : null
    return href === null ? [] : [{ type: name, attrs: { href } }]
  })
}

export function textNode(text: string, marks: readonly MarkJson[]): NodeJson[] {
  if (text.length === 0) return []
  return [{ type: 'text', text, ...(marks.length > 0 && { marks }) }]
}
