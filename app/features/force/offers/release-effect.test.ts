import { describe, expect, test } from 'vitest'
import type { BoardFacts } from '#app/features/force/board.ts'
import type { Element, Offer } from '#app/features/force/contract.ts'
import { releaseEffect, risingGaps, withdrawalEffect } from './release-effect.ts'

const phases = [
  { phaseId: 'PH1', name: 'Phase 1', ceiling: 5_000, targetDate: '2027-03-31', milestones: [] },
  { phaseId: 'PH2', name: 'Phase 2', ceiling: 10_000, targetDate: '2027-12-31', milestones: [] },
]
const anElement = (elementId: string, more: Partial<Element> = {}): Element => ({
  elementId,
  serial: 1,
  name: elementId,
  capability: 'MANOEUVRE',
  sector: null,
  priority: 'ESSENTIAL',
  isCritical: false,
  isIndivisible: false,
  maxContributors: 2,
  specification: null,
  note: null,
  required: { PH1: 700, PH2: 700 },
  ...more,
})
const aLine = (offered: Record<string, number>, accepted: Record<string, number> = {}, elementId = 'B3') => ({
  elementId,
  unit: null,
  isLead: false,
  note: null,
  decision: null,
  offered,
  accepted,
})
const anOffer = (offerId: string, lines: Offer['lines'], more: Partial<Offer> = {}): Offer => ({
  offerId,
  delegationId: offerId,
  kind: 'TROOPS',
  status: 'PLEDGED',
  title: offerId,
  overSince: null,
  availableFrom: null,
  attachedToId: null,
  isReleased: true,
  changedAt: '2026-10-21T10:00:00.000Z',
  lines,
  conditions: [],
  money: null,
  measures: null,
  measureUnit: null,
  ...more,
})
const facts = (
  offers: Offer[],
  element = anElement('B3'),
  figures: BoardFacts['figures'] = 'CUMULATIVE_AT_MILESTONE',
) => ({ figures, phases, elements: [element], offers }) satisfies BoardFacts

const zembria = anOffer('Zembria', [aLine({ PH1: 300, PH2: 500 }, { PH1: 300, PH2: 500 })])
const drovania = anOffer('Drovania', [aLine({ PH1: 280, PH2: 280 }, { PH1: 280, PH2: 200 })])
const ours = (more: Partial<Offer> = {}) =>
  anOffer('Ours', [aLine({ PH1: 850, PH2: 850 })], { isReleased: false, ...more })

describe('[FS-17] what a release changes in what its reader sees', () => {
  test('[FS-8] it is taken as far as it is lacking, and no further', () => {
    const [one, two] = releaseEffect(facts([zembria]), ours(), 'PLEDGED') ?? []
    expect(one?.total).toMatchObject({ from: { filled: 300, gap: 400 }, to: { filled: 700, gap: 0, surplus: 0 } })
    expect(two?.capabilities.get('MANOEUVRE')).toMatchObject({ from: { filled: 500 }, to: { filled: 700 } })
  })
  test('[FS-5] with an open condition it is conditional', () => {
    const conditions = [{ conditionId: 'C', text: 'Law', status: 'OPEN' as const, due: null }]
    expect(releaseEffect(facts([zembria]), ours({ conditions }), 'PLEDGED')?.[0]?.total.more).toMatchObject({
      firm: 0,
      conditional: 400,
    })
  })
  test('[FS-6] what is indicated fills nothing', () => {
    expect(releaseEffect(facts([zembria]), ours(), 'INDICATED')?.[0]?.total.more).toMatchObject({
      filled: 0,
      indicated: 850,
    })
  })
  test('[FS-9] nothing is taken of what an element may not take', () => {
    const filledOf = (element: Element) =>
      releaseEffect(facts([zembria], element), ours(), 'PLEDGED')?.[0]?.total.more.filled
    expect(filledOf(anElement('B3', { maxContributors: 1 }))).toBe(0)
    expect(filledOf(anElement('B3', { isIndivisible: true }))).toBe(0)
  })
  test('[FS-15] money changes no strength', () => {
    expect(
      releaseEffect(facts([zembria]), ours({ kind: 'FUNDING', lines: [] }), 'PLEDGED')?.[0]?.capabilities.size,
    ).toBe(0)
  })
  test('[FS-13] increments give the same effect as cumulative figures', () => {
    const element = anElement('B3', { required: { PH1: 700 } })
    const offer = ours({ lines: [aLine({ PH1: 850 })] })
    const others = anOffer('Zembria', [aLine({ PH1: 300, PH2: 200 }, { PH1: 300, PH2: 200 })])
    expect(releaseEffect(facts([others], element, 'INCREMENTAL'), offer, 'PLEDGED')).toEqual(
      releaseEffect(facts([zembria]), ours(), 'PLEDGED'),
    )
  })
  test('what was released and accepted before counts once', () => {
    const before = { ...zembria, isReleased: true }
    expect(releaseEffect(facts([before]), before, 'PLEDGED')?.[0]?.total.more.filled).toBe(0)
  })
  test('no figure is given where the requirement no longer has the element, or no phase', () => {
    expect(releaseEffect(facts([]), ours({ lines: [aLine({ PH1: 1 }, {}, 'gone')] }), 'PLEDGED')).toBeNull()
    expect(releaseEffect({ ...facts([]), phases: [] }, ours(), 'PLEDGED')).toBeNull()
  })
})

test('[FS-3] a withdrawal names each gap that rises, from and to', () => {
  expect(risingGaps(withdrawalEffect(facts([zembria, drovania]), 'Drovania'))).toEqual([
    { phaseId: 'PH1', elementId: 'B3', from: 120, to: 400 },
    { phaseId: 'PH2', elementId: 'B3', from: 0, to: 200 },
  ])
})
