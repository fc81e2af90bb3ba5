import type { Divide } from './compare-divide.ts'
import { createEffort, type Effort } from './compare-effort.ts'

export interface Alignable {
  readonly id: string | null
  readonly form: string
  readonly text: string
  readonly language?: string | undefined
}

/** Index in the first document, index in the second. */
export type Pair = readonly [before: number, after: number]

/** Which block became which: first by permanent id, then by equal words, then by likeness between blocks already paired. */
export function align(before: readonly Alignable[], after: readonly Alignable[], divide: Divide): Pair[] {
  const byId = pairBy(before, after, ({ id }) => id, [])
  const byText = pairBy(before, after, ({ form, text }) => (text.trim() === '' ? null : `${form}\n${text}`), byId)
  return [...byText, ...alike(before, after, byText, divide)].sort(([, a], [, b]) => a - b)
}

/** Of the pairs, those that kept their order: a longest increasing run. The others were moved. */
export function inOrder(pairs: readonly Pair[]): Set<Pair> {
  const tails: Pair[] = []
  const previous = new Map<Pair, Pair | undefined>()
  for (const pair of [...pairs].sort(([, a], [, b]) => a - b)) {
    const place = placeIn(tails, pair[0])
    previous.set(pair, tails[place - 1])
    tails[place] = pair
  }
  const kept = new Set<Pair>()
  for (let pair = tails.at(-1); pair; pair = previous.get(pair)) kept.add(pair)
  return kept
}

/** The first place whose first document's index is larger; they stand in order. */
function placeIn(tails: readonly Pair[], index: number): number {
  let [from, to] = [0, tails.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((tails[middle]?.[0] ?? 0) > index) to = middle
    else from = middle + 1
  }
  return from
}

/** Pairs blocks of one key; where several share it, the first with the first, and so on. */
function pairBy(
  before: readonly Alignable[],
  after: readonly Alignable[],
  keyOf: (block: Alignable) => string | null,
  known: readonly Pair[],
): Pair[] {
  const takenBefore = new Set(known.map(([index]) => index))
  const takenAfter = new Set(known.map(([, index]) => index))
  const waiting = new Map<string, number[]>()
  before.forEach((block, index) => {
    const key = takenBefore.has(index) ? null : keyOf(block)
    if (key === null) return
    const others = waiting.get(key)
    if (others) others.push(index)
    else waiting.set(key, [index])
  })
  const found = after.flatMap((block, index): Pair[] => {
    const key = takenAfter.has(index) ? null : keyOf(block)
    const partner = key === null ? undefined : waiting.get(key)?.shift()
    return partner === undefined ? [] : [[partner, index]]
  })
  return [...known, ...found]
}

/** Half of the words or more are the same. */
const likeness = 0.5
/** Where a whole chapter was replaced, looking for likeness paragraph by paragraph is not worth its time. */
const widestGap = 60

function alike(
  before: readonly Alignable[],
  after: readonly Alignable[],
  known: readonly Pair[],
  divide: Divide,
): Pair[] {
  const fixed = [...inOrder(known)].sort(([, a], [, b]) => a - b)
  const takenBefore = new Set(known.map(([index]) => index))
  const takenAfter = new Set(known.map(([, index]) => index))
  const effort = createEffort()
  const edges: Pair[] = [[-1, -1], ...fixed, [before.length, after.length]]
  return edges.slice(1).flatMap(([endBefore, endAfter], index) => {
    const [startBefore, startAfter] = edges[index] ?? [-1, -1]
    const olds = placesLeft(startBefore + 1, endBefore, takenBefore)
    const news = placesLeft(startAfter + 1, endAfter, takenAfter)
    if (olds.length > widestGap || news.length > widestGap) return []
    return pairAlike(weighed(before, olds, divide), weighed(after, news, divide), effort)
  })
}

const placesLeft = (from: number, to: number, taken: ReadonlySet<number>): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset).filter((index) => !taken.has(index))

interface Weighed {
  readonly index: number
  readonly block: Alignable
  readonly words: ReadonlyMap<string, number>
  readonly total: number
}

function weighed(blocks: readonly Alignable[], places: readonly number[], divide: Divide): Weighed[] {
  return places.flatMap((index) => {
    const block = blocks[index]
    if (!block) return []
    const words = new Map<string, number>()
    const all = (divide(block.text, block.language) ?? []).filter((word) => word.trim() !== '')
    for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
    return [{ index, block, words, total: all.length }]
  })
}

function pairAlike(olds: readonly Weighed[], news: readonly Weighed[], effort: Effort): Pair[] {
  const pairs: Pair[] = []
  let from = 0
  for (const old of olds) {
    const found = news.findIndex((each, place) => place >= from && areAlike(old, each, effort))
    const partner = news[found]
    if (!partner) continue
    pairs.push([old.index, partner.index])
    from = found + 1
  }
  return pairs
}

function areAlike(one: Weighed, other: Weighed, effort: Effort): boolean {
  if (one.total === 0 || other.total === 0)
    return one.block.text === other.block.text && one.block.form === other.block.form
  const both = one.total + other.total
  if (2 * Math.min(one.total, other.total) < likeness * both || !effort.spend(one.words.size)) return false
  let shared = 0
  for (const [word, count] of one.words) shared += Math.min(count, other.words.get(word) ?? 0)
  return (2 * shared) / both >= likeness
}
