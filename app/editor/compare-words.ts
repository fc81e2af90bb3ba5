import { createDivide, type Divide } from './compare-divide.ts'
import { fewestEdits } from './compare-edits.ts'
import { createEffort, type Effort } from './compare-effort.ts'

export interface Run {
  readonly text: string
  readonly kind: 'same' | 'added' | 'removed'
}

/** Beyond so many insertions and deletions two texts are no longer variants: one is shown for the other. */
const mostEdits = 1_000

/** The two texts of one paragraph compared. */
export interface ComparedText {
  readonly runs: readonly Run[]
  /** Not word by word: so much is rewritten in both documents that it would take too long. */
  readonly isWhole: boolean
}

/**
 * The difference of two texts in words, as the language divides them (spaces are not needed). The runs without the added
 * ones are exactly the first text, those without the removed ones exactly the second. Once the effort is spent, what
 * changed is shown one for the other.
 */
export function compareTexts(
  before: string,
  after: string,
  { language, effort, divide }: { readonly language?: string; readonly effort: Effort; readonly divide: Divide },
): ComparedText {
  if (before === after) return { runs: before === '' ? [] : [{ text: before, kind: 'same' }], isWhole: false }
  const whole = { runs: inOneGo(before, after), isWhole: before !== '' && after !== '' }
  if (effort.isSpent()) return whole
  const [olds, news] = [divide(before, language), divide(after, language)]
  if (!olds || !news) return whole
  const runs = differing(olds, news, effort)
  if (runs) return { runs: tidied(runs), isWhole: false }
  return { ...whole, isWhole: effort.isSpent() }
}

/** The same of two texts alone. */
export const compareWords = (before: string, after: string, language?: string, effort = createEffort()) =>
  compareTexts(before, after, { language, effort, divide: createDivide() }).runs

/** Nothing where the texts have too little in common, or looking for it would take too long. */
function differing(olds: readonly string[], news: readonly string[], effort: Effort): Run[] | null {
  if (fewestPossible(olds, news) > mostEdits) return null
  const found = fewestEdits(olds, news, { effort, most: mostEdits })
  return found?.map(({ kind, words }) => ({ kind, text: words.join('') })) ?? null
}

/** No way leads from one to the other with fewer insertions and deletions: the words that only one of them has. */
function fewestPossible(olds: readonly string[], news: readonly string[]): number {
  const surplus = new Map<string, number>()
  for (const word of olds) surplus.set(word, (surplus.get(word) ?? 0) + 1)
  for (const word of news) surplus.set(word, (surplus.get(word) ?? 0) - 1)
  return [...surplus.values()].reduce((sum, count) => sum + Math.abs(count), 0)
}

const inOneGo = (before: string, after: string): Run[] =>
  [
    { text: before, kind: 'removed' as const },
    { text: after, kind: 'added' as const },
  ].filter(({ text }) => text !== '')

/** One replacement reads better than three around single spaces: a blank between replaced words belongs to both texts. */
function tidied(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    result.push(...replacement(removed, added))
    removed = ''
    added = ''
  }
  runs.forEach((run, index) => {
    const joins = run.kind === 'same' && run.text.trim() === '' && standsInReplacement(runs, index)
    if (run.kind === 'removed' || joins) removed += run.text
    if (run.kind === 'added' || joins) added += run.text
    if (run.kind === 'same' && !joins) {
      flush()
      result.push(run)
    }
  })
  flush()
  return joined(result)
}

/** A blank that both begin or end with belongs to the words around them. */
function replacement(removed: string, added: string): Run[] {
  const lead = common(leadingBlank(removed), leadingBlank(added))
  const trail = common(trailingBlank(removed.slice(lead.length)), trailingBlank(added.slice(lead.length)))
  const inner = (text: string) => text.slice(lead.length, text.length - trail.length)
  const runs: Run[] = [
    { text: lead, kind: 'same' },
    { text: inner(removed), kind: 'removed' },
    { text: inner(added), kind: 'added' },
    { text: trail, kind: 'same' },
  ]
  return runs.filter(({ text }) => text !== '')
}

const leadingBlank = (text: string) => text.slice(0, text.length - text.trimStart().length)
const trailingBlank = (text: string) => text.slice(text.trimEnd().length)
const common = (one: string, other: string) => (one === other ? one : '')

function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last?.kind === run.kind) result.splice(-1, 1, { kind: run.kind, text: last.text + run.text })
    else result.push(run)
  }
  return result
}

/** Changes on both sides of the run, and both words removed and words added among them. */
function standsInReplacement(runs: readonly Run[], index: number): boolean {
  const before = runs.slice(Math.max(0, index - 2), index).filter(({ kind }) => kind !== 'same')
  const after = runs.slice(index + 1, index + 3).filter(({ kind }) => kind !== 'same')
  const kinds = new Set([...before, ...after].map(({ kind }) => kind))
  return before.length > 0 && after.length > 0 && kinds.size === 2
}
