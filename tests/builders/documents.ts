import fc from 'fast-check'
import type { Attributes, DocumentJson, MarkJson, NodeJson } from '#app/editor/document-shape.ts'
import { flatten } from '#app/editor/flatten.ts'

export const aText = (text: string, ...marks: MarkJson[]): NodeJson => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
})

/** A block with its words; `''` has none. */
export const aBlock = (type: string, words: string | NodeJson[], attrs?: Attributes): NodeJson => {
  const content = typeof words === 'string' ? (words === '' ? [] : [aText(words)]) : words
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) }
}

export const aParagraph = (words: string | NodeJson[], id?: string): NodeJson =>
  aBlock('paragraph', words, id ? { id } : undefined)

/** A document of paragraphs, or of any blocks. */
export const aDocument = (...blocks: (string | NodeJson)[]): DocumentJson => ({
  type: 'doc',
  content: blocks.map((block) => (typeof block === 'string' ? aParagraph(block) : block)),
})

export const aList = (
  type: 'bulletList' | 'orderedList' | 'taskList',
  ...items: (string | NodeJson[])[]
): NodeJson => ({
  type,
  content: items.map((item) => ({
    type: type === 'taskList' ? 'taskItem' : 'listItem',
    content: typeof item === 'string' ? [aParagraph(item)] : item,
  })),
})

export const aTable = (...rows: string[][]): NodeJson => ({
  type: 'table',
  content: rows.map((cells, row) => ({
    type: 'tableRow',
    content: cells.map((words) => ({ type: row === 0 ? 'tableHeader' : 'tableCell', content: [aParagraph(words)] })),
  })),
})

/** Ids that count: block0001, block0002. */
export function countingIds(prefix = 'block') {
  let count = 0
  return () => `${prefix}${String(++count).padStart(4, '0')}`
}

const words = fc.array(
  fc.constantFrom('force', 'the', 'of', 'command', 'المادة', 'commandement', '第四段', 'area.', '[sic]'),
  {
    maxLength: 8,
  },
)
const marks = fc.subarray<MarkJson>([
  { type: 'link', attrs: { href: 'https://example.org/' } },
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
])
const inline = fc
  .array(fc.tuple(words, marks), { maxLength: 3 })
  .map((runs) => runs.map(([run, marked]) => aText(`${run.join(' ')} `, ...marked)))
const paragraph = inline.map((content) => aBlock('paragraph', content))
const heading = fc
  .tuple(inline, fc.integer({ min: 1, max: 3 }))
  .map(([content, level]) => aBlock('heading', content, { level }))
const list = fc
  .tuple(
    fc.constantFrom('bulletList' as const, 'orderedList' as const, 'taskList' as const),
    fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([type, items]) => aList(type, ...items))
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(paragraph, { minLength: 3, maxLength: 3 }))
  .map(([rows, cells]) => ({
    type: 'table',
    content: Array.from({ length: rows }, () => ({
      type: 'tableRow',
      content: cells.map((cell) => ({ type: 'tableCell', content: [cell] })),
    })),
  }))

/** Any document of our schema, in canonical form. */
export const anyDocument = (): fc.Arbitrary<DocumentJson> =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: paragraph }, heading, list, table), { minLength: 1, maxLength: 8 })
    .map((blocks) => flatten(aDocument(...blocks)))
