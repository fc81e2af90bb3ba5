import type { Attributes, DocumentJson, MarkJson, NodeJson } from './document-shape.ts'
import { isNodeName, knownAttributes, limits, markNames } from './document-shape.ts'
import { safeLink } from './link-address.ts'
import { quotedAttributes, quotedOf } from './quoted.ts'

/**
 * The snapshot that is tabled or published: the words and their structure in one canonical form, and nothing else. Names
 * and attributes that are not ours, defaults, empty text and control characters are gone; marks and attributes stand in
 * a fixed order. It is made from a document's JSON, so no history, client id, author or time can be in it (SEC-017).
 */
export function flatten(document: DocumentJson): DocumentJson {
  const content = flattenAll(document.content, 1)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** The bytes a document is hashed as: canonical form, keys in a fixed order, no spaces. */
export const canonicalJson = (document: DocumentJson): string => JSON.stringify(flatten(document))

function flattenAll(nodes: readonly NodeJson[], depth: number): NodeJson[] {
  if (depth > limits.depth) return []
  return nodes.reduce<NodeJson[]>((done, node) => append(done, flattenNode(node, depth)), [])
}

function flattenNode(node: NodeJson, depth: number): NodeJson | null {
  if (!isNodeName(node.type) || node.type === 'doc') return null
  if (node.type === 'text') return flattenText(node)
  const attrs = knownAttributes(node.type, node.attrs ?? {})
  const content = flattenAll(node.content ?? [], depth + 1)
  return { type: node.type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) }
}

function flattenText({ text = '', marks = [] }: NodeJson): NodeJson | null {
  const clean = cleanRun(text)
  const known = markNames.flatMap((name) => flattenMark(marks.find((mark) => mark.type === name)))
  return clean === '' ? null : { type: 'text', text: clean, ...(known.length > 0 && { marks: known }) }
}

function flattenMark(mark: MarkJson | undefined): MarkJson[] {
  if (!mark) return []
  if (mark.type === 'quoted') {
    const quoted = quotedOf(mark.attrs)
    return quoted ? [{ type: 'quoted', attrs: quotedAttributes(quoted) }] : []
  }
  if (mark.type !== 'link') return [{ type: mark.type }]
  const href = safeLink(mark.attrs?.href)
  const attrs: Attributes | null = href === null ? null : { href }
  return attrs ? [{ type: 'link', attrs }] : []
}

/** Two runs that look alike are one run, however the text came to be cut. */
function append(done: NodeJson[], node: NodeJson | null): NodeJson[] {
  const last = done.at(-1)
  if (!node) return done
  const continues = last?.type === 'text' && node.type === 'text' && sameMarks(last.marks, node.marks)
  if (continues) done[done.length - 1] = { ...last, text: `${last.text}${node.text}` }
  else done.push(node)
  return done
}

const sameMarks = (some: readonly MarkJson[] = [], others: readonly MarkJson[] = []) =>
  JSON.stringify(some) === JSON.stringify(others)

// Controls but tab, halves of surrogate pairs, and what turns the direction of the words after it (`1000` would be read
// as `0001`): PostgreSQL refuses some of them, and no reader can see any.
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not enter
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const cleanRun = (text: string) => text.replace(unwanted, '')
