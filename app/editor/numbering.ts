import type { DocumentJson, NodeJson } from './document-shape.ts'
import { textOf } from './text-blocks.ts'

/** A label is derived from the order and may change; the id it belongs to never does. */
export interface NumberedBlock {
  readonly id: string
  /** As printed beside the text: `4.`, `(a)`, `(ii)`. */
  readonly label: string
  /** As cited: `4`, `4(a)`, `4(a)(ii)`. */
  readonly cited: string
}

type Style = 'paragraphs' | 'lists'

/**
 * The numbers of a document in reading order. With `paragraphs` every top-level paragraph that has words counts 1, 2, 3
 * and lists beneath it are (a), (i); with `lists` only numbered lists count: 1., (a), (i). A block without an id counts
 * and is left out.
 */
export function numberBlocks(document: DocumentJson, style: Style): NumberedBlock[] {
  const numbered: NumberedBlock[] = []
  let paragraph = 0
  for (const node of document.content) {
    if (style === 'paragraphs' && node.type === 'paragraph' && hasWords(node)) {
      paragraph++
      numbered.push({ id: idOf(node), label: `${paragraph}.`, cited: String(paragraph) })
    }
    numbered.push(...numberList(node, style === 'paragraphs' ? 1 : 0, paragraph > 0 ? String(paragraph) : ''))
  }
  return numbered.filter(({ id }) => id !== '')
}

/** The labels by block id, as `DocumentView` takes them. */
export const labelsById = (numbered: readonly NumberedBlock[]): Record<string, string> =>
  Object.fromEntries(numbered.map(({ id, label }) => [id, label]))

/**
 * The permanent numbers of a record when it is published, by block id. A number given once stays with its paragraph;
 * a paragraph added later between 12 and 13 becomes `12 bis`, the next `12 ter`.
 */
export function permanentNumbers(
  document: DocumentJson,
  earlier: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const taken = new Set(Object.values(earlier))
  const isFirst = taken.size === 0
  const result: Record<string, string> = {}
  let highest = [...taken].reduce((most, number) => Math.max(most, wholeOf(number)), 0)
  let last = ''
  for (const { id, cited } of numberBlocks(document, 'paragraphs')) {
    if (cited.includes('(')) continue
    const number = earlier[id] ?? (isFirst ? cited : inserted(last, taken, highest))
    highest = Math.max(highest, wholeOf(number))
    taken.add(number)
    result[id] = number
    last = number
  }
  return result
}

const latinOrdinals = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'novies', 'decies']

function inserted(after: string, taken: ReadonlySet<string>, highest: number): string {
  if (wholeOf(after) === highest) return String(highest + 1)
  const whole = wholeOf(after)
  const ordinal = latinOrdinals.find((each) => !taken.has(`${whole} ${each}`))
  return ordinal ? `${whole} ${ordinal}` : `${whole} ${taken.size}`
}

const wholeOf = (number: string) => Number.parseInt(number, 10) || 0

function numberList(node: NodeJson, level: number, prefix: string): NumberedBlock[] {
  if (node.type !== 'orderedList') return (node.content ?? []).flatMap((child) => numberList(child, level, prefix))
  const start = typeof node.attrs?.start === 'number' ? node.attrs.start : 1
  return (node.content ?? []).flatMap((item, index) => {
    const [first, ...rest] = item.content ?? []
    const count = start + index
    const label = labelAt(level, count)
    const cited = `${prefix}${level % 3 === 0 ? count : label}`
    const own = first ? [{ id: idOf(first), label, cited }] : []
    return [...own, ...rest.flatMap((child) => numberList(child, level + 1, cited))]
  })
}

const labelAt = (level: number, count: number) =>
  level % 3 === 0 ? `${count}.` : level % 3 === 1 ? `(${alphabetic(count)})` : `(${roman(count)})`

export function alphabetic(count: number): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26))
  return count > 26 ? alphabetic(Math.floor((count - 1) / 26)) + letter : letter
}

const numerals: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

export function roman(count: number): string {
  const [value, numeral] = numerals.find(([each]) => each <= count) ?? [0, '']
  return value === 0 ? '' : numeral + roman(count - value)
}

const hasWords = (node: NodeJson) => textOf(node.content ?? []).trim() !== ''

const idOf = ({ attrs }: NodeJson): string => (typeof attrs?.id === 'string' ? attrs.id : '')
