import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demonstrationElements, demonstrationOffers, demonstrationPhases } from '#tests/builders/force.ts'
import {
  type Act,
  act,
  after,
  begun,
  type Force,
  moved,
  type Offer,
  phases,
  states,
} from '#tests/builders/force-acts.ts'
import { balance, type Contribution, type PhaseBalance, type Strength } from './balance.ts'
import { figureOf, sum } from './figures.ts'
import { isCounted } from './pipeline.ts'
import { asTheyCount } from './scenario.ts'
import { isStrength } from './terms.ts'

const inSight = ({ offers }: Force, reader: string): Offer[] =>
  offers.filter(({ delegationId, readers }) =>
    reader === 'secretariat' ? readers.length > 0 : delegationId === reader || readers.includes(reader),
  )
const seenBy = (force: Force, reader: string): PhaseBalance[] =>
  balance(phases, force.elements, asTheyCount(inSight(force, reader)))

/** Every act of every sequence, followed by the check, as each of the readers sees it. */
function always(check: (seen: PhaseBalance[], force: Force, reader: string) => void): void {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40, size: 'max' }), (acts) => {
      acts.reduce((force, one, step) => {
        const then = after(force, one, step)
        for (const reader of [...states, 'secretariat']) check(seenBy(then, reader), then, reader)
        return then
      }, begun)
    }),
    { numRuns: 40 },
  )
}

const rowsOf = ({ total, elements, capabilities, sectors }: PhaseBalance): Strength[] => [
  total,
  ...elements.values(),
  ...capabilities.values(),
  ...sectors.values(),
]
const added = (parts: Iterable<Contribution>): number[] =>
  [...parts].reduce(
    ([filled = 0, firm = 0, conditional = 0, indicated = 0], part) => [
      filled + part.filled,
      firm + part.firm,
      conditional + part.conditional,
      indicated + part.indicated,
    ],
    [0, 0, 0, 0],
  )

test('[FS-3] [EC-71] [EC-74] whatever many people do, filled − surplus + gap = required for each reader, and nothing is below zero', () => {
  always((seen) => {
    for (const row of seen.flatMap(rowsOf)) {
      expect(row.filled - row.surplus + row.gap).toBe(row.required)
      expect(row.filled).toBe(row.firm + row.conditional)
      expect(Object.values(row).every((each) => Number.isInteger(each) && each >= 0)).toBe(true)
    }
  })
})

test('[FS-7] whatever many people do, totals by state, element, capability and sector are the same for each reader', () => {
  always((seen) => {
    for (const { total, elements, capabilities, sectors, states: byState } of seen)
      for (const parts of [elements, capabilities, sectors, byState])
        expect(added(parts.values())).toEqual(added([total]))
  })
})

test('[FS-1] [FS-2] [FS-11] [FS-14] whatever many people do, nothing is accepted beyond its offer, nor of what is no promise', () => {
  always((_, { offers, elements, ceilings }) => {
    for (const { status, lines } of offers.filter(({ kind }) => isStrength(kind)))
      for (const { offered, accepted: taken } of lines)
        for (const phase of phases) {
          expect(figureOf(taken, phase)).toBeLessThanOrEqual(isCounted(status) ? figureOf(offered, phase) : 0)
          expect(figureOf(taken, phase)).toBeGreaterThanOrEqual(0)
        }
    const required = sum(elements.map((element) => element.required))
    for (const phase of phases) expect(figureOf(required, phase)).toBe(figureOf(ceilings, phase))
  })
})

test('[FS-5] [FS-6] [FS-15] whatever many people do, only troops and police in sight count, and what is open is conditional', () => {
  always((seen, force, reader) => {
    const counted = inSight(force, reader).filter(({ kind, status }) => isStrength(kind) && isCounted(status))
    const taken = (offers: readonly Offer[], phase: string) =>
      offers.flatMap(({ lines }) => lines).reduce((total, line) => total + figureOf(line.accepted, phase), 0)
    const isOpen = ({ conditions }: Offer) => conditions.some(({ status }) => status === 'OPEN')
    for (const { phaseId, total } of seen) {
      expect(total.filled).toBe(taken(counted, phaseId))
      expect(total.conditional).toBe(taken(counted.filter(isOpen), phaseId))
    }
  })
})

test('[FS-8] [FS-9] without a surplus kept, a cut or a reshaping, nobody is accepted beyond what is required', () => {
  const quiet = act.filter((one) => !['require', 'split', 'merge', 'remove', 'change', 'move'].includes(one.act))
  const promised = fc.tuple(
    fc.array(quiet, { maxLength: 30, size: 'max' }),
    fc.array(quiet, { maxLength: 30, size: 'max' }),
  )
  fc.assert(
    fc.property(promised, ([before, later]) => {
      const plain = (acts: readonly Act[]): Act[] =>
        acts.map((one) => (one.act === 'accept' ? { ...one, keepsSurplus: false } : one))
      const offered = plain(before).reduce<Force>(after, begun)
      const pledged = { ...offered, offers: offered.offers.map((offer) => moved(offer, 'PLEDGED')) }
      const then = plain(later).reduce<Force>((force, one, step) => after(force, one, step + 100), pledged)
      for (const { elementId, required, maxContributors, isIndivisible } of then.elements) {
        const troops = then.offers.filter(({ kind }) => isStrength(kind))
        const placed = troops.flatMap(({ delegationId, lines }) =>
          lines.filter((line) => line.elementId === elementId).map((line) => ({ ...line, delegationId })),
        )
        const taking = placed.filter((line) => phases.some((phase) => figureOf(line.accepted, phase) > 0))
        expect(new Set(taking.map(({ delegationId }) => delegationId)).size).toBeLessThanOrEqual(maxContributors)
        for (const phase of phases) {
          const taken = placed.reduce((total, line) => total + figureOf(line.accepted, phase), 0)
          expect(taken).toBeLessThanOrEqual(figureOf(required, phase))
          if (isIndivisible) expect([0, figureOf(required, phase)]).toContain(taken)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('the acts above do fill elements, firmly and conditionally, beyond what is required and by several states', () => {
  const ends = fc.sample(fc.array(act, { maxLength: 40, size: 'max' }), { numRuns: 100, seed: 1 }).map((acts) => {
    const force = acts.reduce(after, begun)
    return balance(phases, force.elements, asTheyCount(force.offers)).map(({ total, states: all }) => [
      total.firm > 0,
      total.conditional > 0,
      total.surplus > 0,
      [...all.values()].filter(({ filled }) => filled > 0).length > 1,
    ])
  })
  for (const column of [0, 1, 2, 3])
    expect(ends.filter((end) => end.some((row) => row[column])).length).toBeGreaterThan(4)
})

test('[FS-19] the demonstration: 3,384 of 5,000, 250 of them conditional; 6,294 of 10,000, 2,110 of them conditional', () => {
  const seen = balance(phases, demonstrationElements, asTheyCount(demonstrationOffers))
  expect([demonstrationElements.length, demonstrationOffers.length]).toEqual([18, 28])
  expect(seen.map(({ total }) => total.required)).toEqual(demonstrationPhases.map(({ ceiling }) => ceiling))
  expect(seen.map(({ total }) => total)).toEqual([
    { required: 5_000, filled: 3_384, firm: 3_134, conditional: 250, indicated: 80, gap: 1_616, surplus: 0 },
    { required: 10_000, filled: 6_294, firm: 4_184, conditional: 2_110, indicated: 240, gap: 3_706, surplus: 0 },
  ])
})

test('[FS-19] the demonstration, element by element', () => {
  const seen = balance(phases, demonstrationElements, asTheyCount(demonstrationOffers))
  const column = (wanted: 'gap' | 'conditional') =>
    seen.map(({ elements }) => [...elements.values()].map((strength) => strength[wanted]))
  expect(column('gap')).toEqual([
    [96, 40, 30, 0, 0, 400, 0, 0, 140, 240, 90, 0, 0, 210, 90, 160, 60, 60],
    [156, 140, 30, 0, 0, 200, 350, 810, 160, 400, 160, 0, 180, 440, 150, 360, 90, 80],
  ])
  expect(column('conditional')).toEqual([
    [0, 0, 80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 110, 60, 0, 0, 0],
    [0, 0, 80, 0, 0, 0, 1_050, 700, 0, 0, 0, 0, 0, 160, 120, 0, 0, 0],
  ])
})
