import type { Effort } from './compare-effort.ts'

export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed'
  readonly words: readonly string[]
}

/**
 * The fewest insertions and deletions of words that lead from one text to the other (E. Myers, An O(ND) Difference
 * Algorithm and Its Variations, 1986). Nothing where it takes more than `most`, or the effort is spent before.
 */
export function fewestEdits(
  olds: readonly string[],
  news: readonly string[],
  { effort, most }: { readonly effort: Effort; readonly most: number },
): Stretch[] | null {
  const [a, b] = numbered(olds, news)
  const rows = furthest(a, b, effort, Math.min(most, a.length + b.length))
  return rows && stretches(olds, news, wayThrough(rows, a.length, b.length))
}

/** Words as numbers, the same for the same word: they are compared a million times. */
function numbered(olds: readonly string[], news: readonly string[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
  return [Int32Array.from(olds, numberOf), Int32Array.from(news, numberOf)]
}

/** Where no way has led yet. */
const nowhere = -1

/**
 * How far every diagonal reaches in the first text, after no edit, after one, after two …, until both ends are reached. A
 * diagonal is the place in the first text less that in the second; the row after n edits has those from -n to n.
 */
function furthest(a: Int32Array, b: Int32Array, effort: Effort, most: number): Int32Array[] | null {
  const middle = most + 1
  const reached = new Int32Array(2 * middle + 1).fill(nowhere)
  reached[middle + 1] = 0
  const rows: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    // Diagonals that leave either text lead nowhere.
    const first = 2 * Math.max(0, edits - b.length) - edits
    const last = edits - 2 * Math.max(0, edits - a.length)
    for (let diagonal = first; diagonal <= last; diagonal += 2) {
      const place = middle + diagonal
      let x = isInsertion(reached, place) ? at(reached, place + 1) : at(reached, place - 1) + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) {
        if (!effort.spend(1)) return null
        x++
      }
      if (!effort.spend(1)) return null
      reached[place] = x
      if (x >= a.length && x - diagonal >= b.length) return rows
    }
    rows.push(reached.slice(middle - edits, middle + edits + 1))
  }
  return null
}

const at = (row: Int32Array, place: number) => row[place] ?? nowhere

/** An edit leads to a diagonal from the neighbour that reached further: an insertion from above, a deletion from below. */
const isInsertion = (row: Int32Array, place: number) => at(row, place - 1) < at(row, place + 1)

interface Edit {
  readonly isInsertion: boolean
  /** Where it happens in the first text, and in the second. */
  readonly x: number
  readonly y: number
}

/** The edits of the way that reached the ends, from the first. */
function wayThrough(rows: readonly Int32Array[], width: number, height: number): Edit[] {
  const edits: Edit[] = []
  let diagonal = width - height
  for (let done = rows.length - 1; done >= 0; done--) {
    const row = rows[done] ?? new Int32Array()
    const inserts = isInsertion(row, done + diagonal)
    diagonal += inserts ? 1 : -1
    const x = at(row, done + diagonal)
    edits.push({ isInsertion: inserts, x, y: x - diagonal })
  }
  return edits.reverse()
}

/** What stays, and between it what was removed and then what was added. */
function stretches(olds: readonly string[], news: readonly string[], edits: readonly Edit[]): Stretch[] {
  const found: Stretch[] = []
  let [x, y] = [0, 0]
  let [from, begun] = [0, 0]
  const close = (same: number) => {
    found.push({ kind: 'removed', words: olds.slice(from, x) })
    found.push({ kind: 'added', words: news.slice(begun, y) })
    found.push({ kind: 'same', words: olds.slice(x, same) })
    y += same - x
    x = same
    ;[from, begun] = [x, y]
  }
  for (const edit of edits) {
    if (edit.x > x) close(edit.x)
    if (edit.isInsertion) y++
    else x++
  }
  close(olds.length)
  return found.filter(({ words }) => words.length > 0)
}
