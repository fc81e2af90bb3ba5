import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '#app/kernel/must.ts'
import { balance, type Contribution, type Requirement, type Strength, type StrengthOffer } from './balance.ts'
import { endings, steps } from './pipeline.ts'

const phases = ['PH1', 'PH2']
const element = (elementId: string, PH1: number, PH2 = PH1, sector: string | null = null): Requirement => ({
  elementId,
  capability: 'MANOEUVRE',
  sector,
  required: { PH1, PH2 },
})
const offer = (delegationId: string, elementId: string, accepted: number, more: Partial<StrengthOffer> = {}) => ({
  delegationId,
  status: 'PLEDGED' as const,
  isConditional: false,
  lines: [{ elementId, offered: { PH1: accepted }, accepted: { PH1: accepted } }],
  ...more,
})
const first = (requirements: Requirement[], offers: StrengthOffer[]) => must(balance(phases, requirements, offers)[0])

test('[FS-2] [FS-5] [FS-6] what is promised fills, firm apart from conditional; what is indicated fills nothing', () => {
  const { total } = first(
    [element('hospital', 200)],
    [
      offer('LRV', 'hospital', 70, { status: 'COMMITTED' }),
      offer('QSR', 'hospital', 30, { isConditional: true }),
      offer('CVN', 'hospital', 120, { status: 'INDICATED' }),
      offer('ALM', 'hospital', 50, { status: 'INTERESTED' }),
      offer('DRV', 'hospital', 40, { status: 'WITHDRAWN' }),
    ],
  )
  expect(total).toEqual({ required: 200, filled: 100, firm: 70, conditional: 30, indicated: 120, gap: 100, surplus: 0 })
})

test('[FS-4] a surplus in one element fills no gap in another, whatever the headline says', () => {
  const { total } = first([element('battalion', 700), element('hospital', 140)], [offer('IKD', 'battalion', 840)])
  expect(total).toMatchObject({ required: 840, filled: 840, gap: 140, surplus: 140 })
})

test('[FS-7] what belongs to no sector stands under no sector', () => {
  const { sectors } = first([element('a', 100, 100, 'SOUTH'), element('b', 50)], [offer('IKD', 'b', 20)])
  expect([...sectors].map(([sector, { filled, gap }]) => [sector, filled, gap])).toEqual([
    ['SOUTH', 0, 100],
    ['', 20, 30],
  ])
})

test('a line of an element that was removed counts nowhere', () => {
  expect(first([element('a', 100)], [offer('IKD', 'gone', 50)]).total).toMatchObject({ filled: 0, gap: 100 })
})

const anyFigures = fc.record({ PH1: fc.nat(3_000), PH2: fc.nat(3_000) })
const anyRequirement = (index: number) =>
  fc.record({
    elementId: fc.constant(`FE-${index}`),
    capability: fc.constantFrom('HQ', 'MANOEUVRE', 'MEDICAL'),
    sector: fc.constantFrom(null, 'SOUTH', 'NORTH'),
    required: anyFigures,
  })
const anyRequirements = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyRequirement(index))))
const anyOffer = fc.record({
  delegationId: fc.constantFrom('IKD', 'ESM', 'QSR', 'LRV'),
  status: fc.constantFrom(...steps, ...endings),
  isConditional: fc.boolean(),
  lines: fc.array(
    fc.record({
      elementId: fc.integer({ min: 0, max: 8 }).map((n) => `FE-${n}`),
      offered: anyFigures,
      accepted: anyFigures,
    }),
    { maxLength: 3 },
  ),
})
const anyOffers = fc.array(anyOffer, { maxLength: 12 })

const added = (parts: Iterable<Contribution>): Contribution =>
  [...parts].reduce(
    (sum, part) => ({
      filled: sum.filled + part.filled,
      firm: sum.firm + part.firm,
      conditional: sum.conditional + part.conditional,
      indicated: sum.indicated + part.indicated,
    }),
    { filled: 0, firm: 0, conditional: 0, indicated: 0 },
  )
const brought = ({ filled, firm, conditional, indicated }: Contribution) => ({ filled, firm, conditional, indicated })

test('[FS-3] filled − surplus + gap = required, nothing is below zero, in every row and every total', () => {
  fc.assert(
    fc.property(anyRequirements, anyOffers, (requirements, offers) => {
      for (const { total, elements, capabilities, sectors } of balance(phases, requirements, offers)) {
        const rows: Strength[] = [total, ...elements.values(), ...capabilities.values(), ...sectors.values()]
        for (const row of rows) {
          expect(row.filled - row.surplus + row.gap).toBe(row.required)
          expect(row.firm + row.conditional).toBe(row.filled)
          expect(Math.min(...Object.values(row))).toBeGreaterThanOrEqual(0)
        }
      }
    }),
  )
})

test('[FS-7] the totals by state, capability, sector and element are the same', () => {
  fc.assert(
    fc.property(anyRequirements, anyOffers, (requirements, offers) => {
      for (const { total, elements, capabilities, sectors, states } of balance(phases, requirements, offers)) {
        for (const parts of [elements, capabilities, sectors, states])
          expect(added(parts.values())).toEqual(brought(total))
        for (const parts of [elements, capabilities, sectors])
          expect([...parts.values()].reduce((sum, { gap }) => sum + gap, 0)).toBe(total.gap)
      }
    }),
  )
})

test('[FS-11] an offer that ends takes what it filled away from its own element and its own state, and from nothing else', () => {
  fc.assert(
    fc.property(
      anyRequirements,
      anyOffers,
      anyOffer,
      fc.constantFrom(...endings),
      (requirements, offers, one, ending) => {
        const without = balance(phases, requirements, offers)
        const ended = balance(phases, requirements, [...offers, { ...one, status: ending }])
        expect(ended.map(({ total, elements }) => [total, elements])).toEqual(
          without.map(({ total, elements }) => [total, elements]),
        )
      },
    ),
  )
})
