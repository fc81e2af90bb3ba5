/** What a document may hold, by name. The schema of the editor is made from it; the server reads and writes by it. */

export type AttributeValue = string | number | boolean | null
export type Attributes = Readonly<Record<string, AttributeValue>>

export interface MarkJson {
  readonly type: string
  readonly attrs?: Attributes
}

export interface NodeJson {
  readonly type: string
  readonly attrs?: Attributes
  readonly content?: readonly NodeJson[]
  readonly text?: string
  readonly marks?: readonly MarkJson[]
}

/** A document as it is stored, sent and shown: ProseMirror's JSON in the names of this file. */
export interface DocumentJson extends NodeJson {
  readonly type: 'doc'
  readonly content: readonly NodeJson[]
}

/** Attributes of each node with their defaults. Every block has a permanent `id`; every text block its own language. */
export const nodeAttributes = {
  doc: {},
  paragraph: { id: null, lang: null },
  heading: { id: null, lang: null, level: 1 },
  bulletList: { id: null },
  orderedList: { id: null, start: 1 },
  listItem: { id: null },
  taskList: { id: null },
  taskItem: { id: null, checked: false },
  blockquote: { id: null },
  table: { id: null },
  tableRow: { id: null },
  tableCell: { id: null, colspan: 1, rowspan: 1 },
  tableHeader: { id: null, colspan: 1, rowspan: 1 },
  hardBreak: {},
  text: {},
} as const satisfies Record<string, Attributes>

/** Marks in their fixed order, outermost first. */
export const markNames = ['link', 'quoted', 'bold', 'italic', 'underline', 'strike'] as const

export type NodeName = keyof typeof nodeAttributes
export type MarkName = (typeof markNames)[number]

export const limits = {
  depth: 50,
  paragraphs: 5_000,
  characters: 200_000,
  linkLength: 2_000,
} as const

/** The name of the one Yjs root type of a document. */
export const contentField = 'content'

export const blockIdPattern = /^[A-Za-z0-9_-]{8,32}$/
const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

export const isNodeName = (name: string): name is NodeName => Object.hasOwn(nodeAttributes, name)
export const isMarkName = (name: string): name is MarkName => markNames.some((mark) => mark === name)
export const isTextBlock = (name: string): boolean => name === 'paragraph' || name === 'heading'

const wholeWithin = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

const valid: Record<string, (value: unknown) => boolean> = {
  id: (value) => value === null || (typeof value === 'string' && blockIdPattern.test(value)),
  lang: (value) => value === null || (typeof value === 'string' && languagePattern.test(value)),
  level: (value) => wholeWithin(value, 1, 3),
  start: (value) => wholeWithin(value, 1, 9_999),
  checked: (value) => typeof value === 'boolean',
  colspan: (value) => wholeWithin(value, 1, 100),
  rowspan: (value) => wholeWithin(value, 1, 5_000),
}

export const isAttributeValid = (name: string, value: unknown): boolean => valid[name]?.(value) ?? false

/** The known attributes of a node, each valid or its default; a default is left out. In the order of their names. */
export function knownAttributes(type: NodeName, given: Readonly<Record<string, unknown>>): Attributes | undefined {
  const kept: Record<string, AttributeValue> = {}
  for (const [name, fallback] of Object.entries(nodeAttributes[type]).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const value = given[name]
    if (value === undefined || value === fallback || !isAttributeValid(name, value)) continue
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') kept[name] = value
  }
  return Object.keys(kept).length > 0 ? kept : undefined
}

export const emptyDocument: DocumentJson = { type: 'doc', content: [{ type: 'paragraph' }] }
