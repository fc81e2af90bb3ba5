import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ReadyOffer, readiness, type TimelinePhase } from './timeline.ts'
import { timelineShape } from './timeline-shape.ts'

const phases: readonly TimelinePhase[] = [
  { phaseId: 'PH1', name: 'Phase 1', targetDate: '2027-03-31', ceiling: 5_000 },
  { phaseId: 'PH2', name: 'Phase 2', targetDate: '2027-12-31', ceiling: 10_000 },
]
const offer = (availableFrom: string | null, PH1: number, PH2: number, isConditional = false): ReadyOffer => ({
  availableFrom,
  isConditional,
  accepted: { PH1, PH2 },
})
const steps = (...offers: ReadyOffer[]) =>
  readiness(offers, phases).steps.map(({ date, firm, conditional }) => [date, firm, conditional])

test('[FS-20] an offer stands from the day it says, and grows at the target date of the next phase', () => {
  expect(steps(offer('2027-02-01', 300, 500))).toEqual([
    ['2027-02-01', 300, 0],
    ['2027-12-31', 500, 0],
  ])
})

test('[FS-20] without a day it stands from the target date of its first phase', () => {
  expect(steps(offer(null, 300, 300))).toEqual([['2027-03-31', 300, 0]])
  expect(steps(offer(null, 0, 700))).toEqual([['2027-12-31', 700, 0]])
})

test('[FS-20] what begins in a later phase stands from the day it says, too', () => {
  expect(steps(offer('2027-09-01', 0, 700, true))).toEqual([['2027-09-01', 0, 700]])
})

test('[FS-20] who is ready only after a target date is not there on it, and grows no earlier', () => {
  expect(steps(offer('2028-02-01', 300, 500))).toEqual([['2028-02-01', 500, 0]])
  const { milestones } = readiness([offer('2027-05-01', 300, 300), offer(null, 100, 200, true)], phases)
  expect(milestones.map(({ firm, conditional }) => [firm, conditional])).toEqual([
    [0, 100],
    [300, 200],
  ])
})

test('[FS-20] a figure that falls in the second phase falls at its target date', () => {
  expect(steps(offer('2027-02-01', 300, 120))).toEqual([
    ['2027-02-01', 300, 0],
    ['2027-12-31', 120, 0],
  ])
})

test('[FS-20] nothing accepted, no step', () => {
  expect(steps(offer('2027-02-01', 0, 0))).toEqual([])
  const { lines, marks } = timelineShape(readiness([], phases), frame)
  expect(lines.firm.every(({ y }) => y === frame.height)).toBe(true)
  expect(marks).toHaveLength(2)
})

const frame = { width: 100, height: 200, direction: 'ltr' } as const
const anyDay = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2027, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const anyOffers = fc.array(
  fc.record({
    availableFrom: fc.option(anyDay),
    isConditional: fc.boolean(),
    accepted: fc.record({ PH1: fc.nat(900), PH2: fc.nat(900) }),
  }),
  { maxLength: 12 },
)

test('[FS-20] in the end everybody accepted for the last phase is there, firm and conditional apart', () => {
  fc.assert(
    fc.property(anyOffers, (offers) => {
      const sum = (isConditional: boolean) =>
        offers.filter((one) => one.isConditional === isConditional).reduce((all, one) => all + one.accepted.PH2, 0)
      const last = readiness(offers, phases).steps.at(-1) ?? { firm: 0, conditional: 0 }
      expect([last.firm, last.conditional]).toEqual([sum(false), sum(true)])
    }),
  )
})

test('[FS-20] lines and marks stay in the picture, and mirror from right to left', () => {
  fc.assert(
    fc.property(anyOffers, (offers) => {
      const of = readiness(offers, phases)
      const shape = timelineShape(of, frame)
      const mirrored = timelineShape(of, { ...frame, direction: 'rtl' })
      const points = [...shape.lines.firm, ...shape.lines.all, ...shape.marks]
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(100)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(200)
      }
      const across = [...mirrored.lines.firm, ...mirrored.lines.all, ...mirrored.marks]
      for (const [index, { x, y }] of points.entries()) {
        expect(across[index]?.x).toBeCloseTo(100 - x, 1)
        expect(across[index]?.y).toBe(y)
      }
    }),
  )
})

test('[FS-20] the mark of a phase stands on its ceiling and its date', () => {
  const { marks, ticks } = timelineShape(readiness([offer('2027-01-31', 4_000, 6_000)], phases), frame)
  expect(marks.map(({ milestone, y }) => [milestone.phaseId, y])).toEqual([
    ['PH1', 100],
    ['PH2', 0],
  ])
  expect(ticks.map(({ persons }) => persons)).toEqual([0, 5_000, 10_000])
})
