import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '#app/kernel/must.ts'
import { balance, type Requirement } from './balance.ts'
import { asTheyCount, effectOf, type Outcome, type StandingOffer, supposing } from './scenario.ts'
import { conditionStates, offerKinds } from './terms.ts'

const requirements: Requirement[] = [
  { elementId: 'battalion', capability: 'MANOEUVRE', sector: null, required: { PH1: 5_000 } },
  { elementId: 'hospital', capability: 'MEDICAL_R2', sector: null, required: { PH1: 140 } },
]
const offer = (elementId: string, figure: number, ...conditions: StandingOffer['conditions']): StandingOffer => ({
  delegationId: 'IKD',
  kind: 'TROOPS',
  status: 'PLEDGED',
  lines: [{ elementId, offered: { PH1: figure }, accepted: { PH1: figure } }],
  conditions,
})
const open = (conditionId: string) => ({ conditionId, status: 'OPEN' as const })
const phaseOne = (offers: ReturnType<typeof supposing>) => must(balance(['PH1'], requirements, offers)[0])
const offers = [offer('battalion', 3_200), offer('battalion', 850, open('law'), open('lift')), offer('hospital', 70)]
const when = (...assumed: [string, Outcome][]) => phaseOne(supposing(offers, new Map(assumed))).total

test('[FS-17] an offer whose conditions are all met is firm, one that loses one brings nothing', () => {
  expect(when()).toMatchObject({ filled: 4_120, firm: 3_270, conditional: 850, gap: 1_020 })
  expect(when(['law', 'MET'])).toMatchObject({ filled: 4_120, conditional: 850 })
  expect(when(['law', 'MET'], ['lift', 'MET'])).toMatchObject({ filled: 4_120, firm: 4_120, conditional: 0 })
  expect(when(['law', 'FAILED'])).toMatchObject({ filled: 3_270, firm: 3_270, conditional: 0, gap: 1_870 })
  expect(when(['law', 'FAILED'], ['lift', 'MET'])).toMatchObject({ filled: 3_270 })
})

test('[FS-17] what is no longer open cannot be assumed otherwise', () => {
  const settled = [offer('hospital', 70, { conditionId: 'law', status: 'MET' })]
  expect(supposing(settled, new Map([['law', 'FAILED']]))).toEqual(asTheyCount(settled))
})

test('[FS-15] money, training, basing, overflight and host-nation support never enter strength', () => {
  const support = offerKinds.map((kind) => ({ ...offer('hospital', 10), kind }))
  expect(asTheyCount(support)).toHaveLength(2)
  expect(phaseOne(asTheyCount(support)).total).toMatchObject({ filled: 20, gap: 5_120 })
})

test('[FS-17] the preview of a release says what each row becomes, and nothing of those that stay', () => {
  const before = phaseOne(asTheyCount([offer('battalion', 3_200), offer('hospital', 70)]))
  const after = phaseOne(asTheyCount([offer('battalion', 3_200), offer('battalion', 850), offer('hospital', 70)]))
  const { phaseId, total, elements, capabilities } = effectOf(before, after)
  const more = { filled: 850, firm: 850, conditional: 0, indicated: 0 }
  expect([phaseId, total.from.filled, total.to.filled, total.to.required]).toEqual(['PH1', 3_270, 4_120, 5_140])
  expect([...elements.keys(), ...capabilities.keys()]).toEqual(['battalion', 'MANOEUVRE'])
  expect(capabilities.get('MANOEUVRE')).toMatchObject({
    from: { filled: 3_200, gap: 1_800 },
    to: { filled: 4_050, required: 5_000, firm: 4_050, gap: 950 },
    more,
  })
})

test('[FS-17] the effect of its own end is the effect of an offer taken back', () => {
  const without = phaseOne(asTheyCount(offers.slice(1)))
  const all = phaseOne(asTheyCount(offers))
  expect(effectOf(all, without).total.more).toEqual({ filled: -3_200, firm: -3_200, conditional: 0, indicated: 0 })
  expect(effectOf(all, all)).toMatchObject({ elements: new Map(), capabilities: new Map() })
})

test('[FS-17] whatever is assumed, no more is filled than is now; with nothing assumed, as much', () => {
  const condition = fc.record({
    conditionId: fc.constantFrom('a', 'b', 'c'),
    status: fc.constantFrom(...conditionStates),
  })
  const anyOffer = fc.record({
    delegationId: fc.constantFrom('IKD', 'ESM'),
    kind: fc.constantFrom(...offerKinds),
    status: fc.constantFrom('INDICATED' as const, 'PLEDGED' as const, 'COMMITTED' as const, 'WITHDRAWN' as const),
    lines: fc.nat(900).map((figure) => offer('battalion', figure).lines),
    conditions: fc.array(condition, { maxLength: 3 }),
  })
  const anyAssumption = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<Outcome>('MET', 'FAILED'))
  fc.assert(
    fc.property(fc.array(anyOffer), fc.array(anyAssumption), (all, assumed) => {
      const now = phaseOne(asTheyCount(all)).total
      const then = phaseOne(supposing(all, new Map(assumed))).total
      expect(then.filled).toBeLessThanOrEqual(now.filled)
      expect(then.conditional).toBeLessThanOrEqual(now.conditional)
      if (assumed.every(([, outcome]) => outcome === 'MET')) expect(then.filled).toBe(now.filled)
      if (assumed.length === 0) expect(then).toEqual(now)
    }),
  )
})
