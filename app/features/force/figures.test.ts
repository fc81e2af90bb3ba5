import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atMilestones, figureOf, isAny, none, sum } from './figures.ts'

const phases = ['one', 'two', 'three']
const figures = fc.record({ one: fc.nat(9_999), two: fc.nat(9_999), three: fc.nat(9_999) })

test('[FS-13] increments are added up from phase to phase, cumulative figures stand as they are', () => {
  const stated = { one: 240, two: 100 }
  expect(atMilestones(stated, phases, 'INCREMENTAL')).toEqual({ one: 240, two: 340, three: 340 })
  expect(atMilestones(stated, phases, 'CUMULATIVE_AT_MILESTONE')).toEqual(stated)
})

test('[FS-13] stated either way, the same requirement is the same at every milestone', () => {
  fc.assert(
    fc.property(figures, (increments) => {
      const cumulative = {
        one: increments.one,
        two: increments.one + increments.two,
        three: increments.one + increments.two + increments.three,
      }
      expect(atMilestones(increments, phases, 'INCREMENTAL')).toEqual(cumulative)
    }),
  )
})

test('a sum has the phases of all, and a phase that is not named has nobody', () => {
  expect(sum([{ one: 1 }, { one: 2, two: 3 }, none])).toEqual({ one: 3, two: 3 })
  expect(figureOf({ one: 1 }, 'two')).toBe(0)
  expect([isAny(none), isAny({ one: 0 }), isAny({ one: 0, two: 1 })]).toEqual([false, false, true])
})
