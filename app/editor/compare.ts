import { align, inOrder } from './compare-align.ts'
import { createDivide } from './compare-divide.ts'
import { createEffort } from './compare-effort.ts'
import { type ComparedText, compareTexts, type Run } from './compare-words.ts'
import type { DocumentJson } from './document-shape.ts'
import { flatten } from './flatten.ts'
import { type TextBlock, textBlocks, textOf } from './text-blocks.ts'

export type ComparedKind = 'kept' | 'added' | 'removed' | 'changed' | 'moved'

/** One row of a comparison, in the order of the second document; what was removed stands where it stood. */
export interface ComparedBlock extends Pick<TextBlock, 'id' | 'form' | 'depth' | 'lang'> {
  readonly kind: ComparedKind
  /** Place among the blocks of each document, from 0; null where it is not in it. */
  readonly before: number | null
  readonly after: number | null
  /** The form it had, where that is what changed; null otherwise. */
  readonly formerForm: TextBlock['form'] | null
  /** No word changed, but bold, italic or a link did. */
  readonly isRestyled: boolean
  /** Shown one for the other: there is too much rewritten to compare all of it word by word. */
  readonly isWhole: boolean
  readonly runs: readonly Run[]
}

/** Compares two documents block by block and word by word. Both must have passed `checkJson`. */
export function compareDocuments(before: DocumentJson, after: DocumentJson, language?: string): ComparedBlock[] {
  const readable = (block: TextBlock): Readable => ({
    ...block,
    text: textOf(block.content),
    language: block.lang ?? language,
  })
  const olds = textBlocks(flatten(before)).map(readable)
  const news = textBlocks(flatten(after)).map(readable)
  const divide = createDivide()
  const pairs = align(olds, news, divide)
  const settled = inOrder(pairs)
  const effort = createEffort()
  const compared = (old: Readable, block: Readable) =>
    compareTexts(old.text, block.text, { language: block.language, effort, divide })
  const partners = new Map(pairs.map((pair) => [pair[1], pair]))
  const rows = news.map((block, index) => {
    const pair = partners.get(index)
    const old = pair && olds[pair[0]]
    return pair && old
      ? paired(old, block, pair, settled.has(pair), compared(old, block))
      : alone(block, 'added', index)
  })
  const survivors = new Set(pairs.map(([index]) => index))
  const gone = olds.flatMap((block, index) => (survivors.has(index) ? [] : [alone(block, 'removed', index)]))
  return woven(rows, gone)
}

/** True where a reader would see no difference. */
export const isSame = (rows: readonly ComparedBlock[]): boolean =>
  rows.every(({ kind, isRestyled, formerForm }) => kind === 'kept' && !isRestyled && formerForm === null)

interface Readable extends TextBlock {
  readonly text: string
  readonly language: string | undefined
}

function paired(
  old: Readable,
  block: Readable,
  [before, after]: readonly [number, number],
  isInPlace: boolean,
  text: ComparedText,
): ComparedBlock {
  const { id, form, depth, lang } = block
  const isRestyled = old.text === block.text && styling(old) !== styling(block)
  const formerForm = old.form === form ? null : old.form
  const hasChanged = old.text !== block.text || isRestyled || formerForm !== null || old.depth !== depth
  const kind = !isInPlace ? 'moved' : hasChanged ? 'changed' : 'kept'
  return { id, form, depth, lang, kind, before, after, formerForm, isRestyled, ...text }
}

function alone(block: Readable, kind: 'added' | 'removed', index: number): ComparedBlock {
  const { id, form, depth, lang, text } = block
  const [before, after] = kind === 'added' ? [null, index] : [index, null]
  const runs: Run[] = text === '' ? [] : [{ text, kind }]
  return { id, form, depth, lang, kind, before, after, formerForm: null, isRestyled: false, isWhole: false, runs }
}

/** Removed blocks go after the block they used to follow, as far as that one stayed in place. */
function woven(rows: readonly ComparedBlock[], gone: readonly ComparedBlock[]): ComparedBlock[] {
  const result: ComparedBlock[] = []
  let next = 0
  for (const row of rows) {
    const isAnchor = row.before !== null && row.kind !== 'moved'
    for (let old = gone[next]; isAnchor && old && Number(old.before) < Number(row.before); old = gone[++next])
      result.push(old)
    result.push(row)
  }
  return [...result, ...gone.slice(next)]
}

/** How the words are marked, apart from what they are. */
const styling = ({ content }: TextBlock): string =>
  JSON.stringify(content.map(({ text, marks = [] }) => [text?.length ?? 1, marks]))
