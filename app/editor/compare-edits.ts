import { diffArrays } from 'diff'
import type { Effort } from './compare-effort.ts'

export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed'
  readonly words: readonly string[]
}

/**
 * The fewest insertions and deletions of words that lead from one text to the other. Nothing where it takes more than
 * `most`, or more than the effort that is left allows.
 */
export function fewestEdits(
  olds: readonly string[],
  news: readonly string[],
  { effort, most }: { readonly effort: Effort; readonly most: number },
): Stretch[] | null {
  const words = olds.length + news.length
  const maxEditLength = Math.min(most, editsWithin(effort.left() - words, words))
  const [a, b] = numbered(olds, news)
  const changes = diffArrays(a, b, { maxEditLength })
  const edits = changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
  effort.spend(words + stepsOf(edits ?? maxEditLength + 1, words))
  if (!changes) return null
  let [x, y] = [0, 0]
  return changes.map(({ added, removed, count }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    const stretch = { kind, words: added ? news.slice(y, y + count) : olds.slice(x, x + count) } as const
    if (!added) x += count
    if (!removed) y += count
    return stretch
  })
}

/** How many words, at the worst, are looked at for one step: those that both texts have are passed quickly. */
const wordsPerStep = 8

/**
 * Looking for so many edits takes steps that grow with their square (E. Myers, 1986) and, where the same few words come
 * again and again, with the length of the texts.
 */
const stepsOf = (edits: number, words: number): number => Math.max(edits * edits, (edits * words) / wordsPerStep)

/** The other way round: how many edits so many steps can find. */
const editsWithin = (steps: number, words: number): number =>
  Math.floor(Math.min(Math.sqrt(Math.max(0, steps)), (Math.max(0, steps) * wordsPerStep) / Math.max(1, words)))

/** Words as numbers, the same for the same word: they are compared a million times. */
function numbered(olds: readonly string[], news: readonly string[]): readonly [number[], number[]] {
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
  return [olds.map(numberOf), news.map(numberOf)]
}
