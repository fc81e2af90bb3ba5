import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestEdits } from './compare-edits.ts'
import { createEffort } from './compare-effort.ts'

const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength })
const edits = (before: string, after: string, most = 1_000, effort = createEffort()) =>
  fewestEdits([...before], [...after], { effort, most })
const written = (found: ReturnType<typeof edits>) =>
  found?.map(({ kind, words }) => `${{ same: '', added: '+', removed: '-' }[kind]}${words.join('')}`)

/** The fewest insertions and deletions, counted by the table of all beginnings of both. */
function counted(before: string, after: string): number {
  let row = Array.from({ length: after.length + 1 }, (_, place) => place)
  for (const [index, letter] of [...before].entries()) {
    const next = [index + 1]
    for (const [place, other] of [...after].entries()) {
      const kept = letter === other ? (row[place] ?? 0) : Number.POSITIVE_INFINITY
      next.push(Math.min(kept, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

test('[ED-12] no way with fewer edits leads from one text to the other, and it gives back both', () => {
  fc.assert(
    fc.property(letters(14), letters(14), (before, after) => {
      const found = edits(before, after) ?? []
      const of = (kind: string) => found.filter((each) => each.kind !== kind).flatMap(({ words }) => words)
      expect([of('added').join(''), of('removed').join('')]).toEqual([before, after])
      const changed = found.filter(({ kind }) => kind !== 'same').flatMap(({ words }) => words)
      expect(changed).toHaveLength(counted(before, after))
    }),
    { numRuns: 500 },
  )
})

test('[ED-12] what was removed at a place comes before what was added there', () => {
  expect(written(edits('xaby', 'xcdy'))).toEqual(['x', '-ab', '+cd', 'y'])
  expect(written(edits('', 'ab'))).toEqual(['+ab'])
  expect(written(edits('ab', ''))).toEqual(['-ab'])
  expect(written(edits('', ''))).toEqual([])
})

test('[ED-42] [REL-20] it gives up at the edit that is one too many, and at the step that is', () => {
  expect(edits('abc', 'cab', 2)).not.toBeNull()
  expect(edits('abc', 'cab', 1)).toBeNull()
  expect(edits('abcabcabc', 'cbacbacba', 1_000, createEffort(10))).toBeNull()
  const effort = createEffort(1_000)
  edits('abcabcabc', 'cbacbacba', 1_000, effort)
  expect(effort.isSpent()).toBe(false)
})
