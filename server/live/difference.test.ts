import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patched } from '#app/live/patch.ts'
import { difference } from './difference.ts'

const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const json = fc.jsonValue({ maxDepth: 4 })

test('[LE-27] a difference, sent as text, makes of the answer before exactly the answer now', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      const [before, after] = [asSent(one), asSent(other)]
      const patch = difference(before, after)
      const kept = JSON.stringify(before)
      expect(patch ? patched(before, JSON.parse(JSON.stringify(patch))) : before).toEqual(after)
      expect(JSON.stringify(before)).toBe(kept)
    }),
    { numRuns: 2_000 },
  )
})

test('[LE-27] lists that grow, shrink and change in one place make small differences', () => {
  const rows = Array.from({ length: 500 }, (_, id) => ({ id, figures: { one: id, two: 0 }, name: `row ${id}` }))
  const one = rows.with(40, { ...rows[40], id: 40, figures: { one: 41, two: 0 }, name: 'row 40' })
  expect(difference(rows, one)).toEqual(['e', { 40: ['o', { figures: ['o', { one: ['=', 41] }, []] }, []] }])
  expect(difference(rows, rows.toSpliced(7, 1))).toEqual(['a', 7, 1, []])
  expect(difference(rows, [...rows, { id: 500 }])).toEqual(['a', 500, 0, [{ id: 500 }]])
  expect(difference(rows, asSent(rows))).toBeNull()
})

test('[LE-27] a key without a value is no key, as in JSON', () => {
  expect(difference({ a: undefined, b: 1 }, { b: 1 })).toBeNull()
  expect(difference({ a: 2, b: 1 }, { a: undefined, b: 1 })).toEqual(['o', {}, ['a']])
  expect(difference({ b: 1 }, { a: { c: 1 }, b: 1 })).toEqual(['o', { a: ['=', { c: 1 }] }, []])
})
