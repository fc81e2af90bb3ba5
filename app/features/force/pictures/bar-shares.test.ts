import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nothing, type Strength } from '#app/features/force/balance.ts'
import { type BarFrame, fullOf, partMet, piecesOf, requirementAt, sharesOf } from './bar-shares.ts'

const strength = (required: number, firm: number, conditional = 0, indicated = 0): Strength => ({
  required,
  filled: firm + conditional,
  firm,
  conditional,
  indicated,
  gap: Math.max(0, required - firm - conditional),
  surplus: Math.max(0, firm + conditional - required),
})
const frame = (full: number, direction: BarFrame['direction'] = 'ltr'): BarFrame => ({ width: 100, full, direction })
const drawn = (one: Strength, within: BarFrame) =>
  sharesOf(piecesOf(one), within).map(({ kind, x, width }) => [kind, x, width])

test('[FS-20] a phase: firm, conditional, indicated within the gap, and the gap, to the requirement', () => {
  expect(drawn(strength(5_000, 3_134, 250, 80), frame(5_000))).toEqual([
    ['firm', 0, 62.68],
    ['conditional', 62.68, 5],
    ['indicated', 67.68, 1.6],
    ['gap', 69.28, 30.72],
  ])
})

test('[FS-20] right to left, the same widths from the other edge', () => {
  expect(drawn(strength(5_000, 3_134, 250, 80), frame(5_000, 'rtl'))).toEqual([
    ['firm', 37.32, 62.68],
    ['conditional', 32.32, 5],
    ['indicated', 30.72, 1.6],
    ['gap', 0, 30.72],
  ])
})

test('[FS-20] a surplus stands beyond the mark of the requirement, and what is conditional spills over first', () => {
  const over = strength(700, 650, 190)
  expect(drawn(over, frame(1_000))).toEqual([
    ['firm', 0, 65],
    ['conditional', 65, 5],
    ['surplus', 70, 14],
  ])
  expect(requirementAt(over, frame(1_000))).toBe(70)
  expect(requirementAt(over, frame(1_000, 'rtl'))).toBe(30)
})

test('[FS-20] a total whose surplus fills no gap elsewhere shows both', () => {
  const total: Strength = { ...strength(840, 840), gap: 140, surplus: 140 }
  expect(drawn(total, frame(980)).map(([kind]) => kind)).toEqual(['firm', 'gap', 'surplus'])
  expect(fullOf([total])).toBe(980)
  expect(partMet(total)).toBe(0.833)
})

test('[FS-20] with nobody required and nobody offered there is nothing to draw', () => {
  expect(drawn(nothing, frame(fullOf([nothing])))).toEqual([])
  expect(requirementAt(nothing, frame(0))).toBe(0)
  expect(requirementAt(nothing, frame(0, 'rtl'))).toBe(100)
  expect(partMet(nothing)).toBeNull()
})

test('[FS-20] where nothing is required, all that is filled is surplus', () => {
  expect(drawn(strength(0, 40), frame(40))).toEqual([['surplus', 0, 100]])
})

test('[FS-20] one person missing is never called complete', () => {
  expect(partMet(strength(10_000, 9_999))).toBe(0.999)
  expect(partMet(strength(5_000, 3_384))).toBe(0.677)
})

const anyStrength = fc
  .tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(3_000), fc.nat(3_000), fc.nat(500))
  .map(([required, firm, conditional, indicated, elsewhere]): Strength => {
    const one = strength(required, firm, conditional, indicated)
    const misplaced = Math.min(elsewhere, one.filled - one.surplus)
    return { ...one, gap: one.gap + misplaced, surplus: one.surplus + misplaced }
  })

test('[FS-20] shares never overlap, never leave the frame, and are as many persons as the balance says', () => {
  fc.assert(
    fc.property(
      anyStrength,
      fc.nat(12_000),
      fc.constantFrom('ltr' as const, 'rtl' as const),
      (one, full, direction) => {
        const pieces = piecesOf(one)
        expect(pieces.reduce((sum, { persons }) => sum + persons, 0)).toBe(one.required + one.surplus)
        const shares = sharesOf(pieces, { width: 136, full, direction })
        const fromLeft = direction === 'ltr' ? shares : [...shares].reverse()
        let end = 0
        for (const { x, width } of fromLeft) {
          expect(x).toBeGreaterThanOrEqual(end - 0.006)
          end = x + width
        }
        expect(end).toBeLessThanOrEqual(136.006)
      },
    ),
  )
})

test('[FS-20] both directions are one picture, mirrored', () => {
  fc.assert(
    fc.property(anyStrength, fc.integer({ min: 1, max: 12_000 }), (one, full) => {
      const pieces = piecesOf(one)
      const mirrored = sharesOf(pieces, frame(full, 'rtl')).map(({ x, width }) => 100 - x - width)
      const plain = sharesOf(pieces, frame(full))
      expect(mirrored).toHaveLength(plain.length)
      for (const [index, { x }] of plain.entries()) expect(mirrored[index]).toBeCloseTo(x, 1)
    }),
  )
})
