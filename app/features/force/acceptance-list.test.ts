import { expect, test } from 'vitest'
import { must } from '#app/kernel/must.ts'
import { elementsToFill } from './acceptance-list.ts'
import type { Element, Offer } from './contract.ts'

const element: Element = {
  elementId: 'E1',
  serial: 1,
  name: 'Battalion',
  capability: 'MANOEUVRE',
  sector: null,
  priority: 'ESSENTIAL',
  isCritical: false,
  isIndivisible: false,
  maxContributors: 3,
  specification: null,
  note: null,
  required: { PH1: 700 },
}
const offer = (offerId: string, offered: number, accepted: number, given: Partial<Offer> = {}): Offer => ({
  offerId,
  delegationId: offerId,
  kind: 'TROOPS',
  status: 'PLEDGED',
  title: offerId,
  overSince: null,
  availableFrom: null,
  attachedToId: null,
  isReleased: true,
  changedAt: '2026-10-21T08:00:00.000Z',
  lines: [
    {
      elementId: 'E1',
      unit: null,
      isLead: false,
      note: null,
      decision: null,
      offered: { PH1: offered },
      accepted: { PH1: accepted },
    },
  ],
  conditions: [],
  money: null,
  measures: null,
  measureUnit: null,
  ...given,
})
const listOf = (offers: Offer[], given: Partial<Element> = {}) =>
  elementsToFill({
    figures: 'CUMULATIVE_AT_MILESTONE',
    phases: [{ phaseId: 'PH1' }],
    elements: [{ ...element, ...given }],
    offers,
  })

test('[FS-10] as much is suggested as others leave open', () => {
  const filled = must(listOf([offer('IKD', 550, 550), offer('ESM', 300, 0)])[0])
  expect([filled.accepted, filled.lacking]).toEqual([{ PH1: 550 }, { PH1: 150 }])
  expect(filled.lines.map(({ suggested, isWaiting }) => [suggested.PH1, isWaiting])).toEqual([
    [550, false],
    [150, true],
  ])
})

test('[FS-9] where no part may be taken nothing is suggested', () => {
  expect(listOf([offer('IKD', 550, 0)], { isIndivisible: true })[0]?.lines[0]?.suggested).toEqual({ PH1: 0 })
  const shared = listOf([offer('IKD', 550, 550), offer('ESM', 300, 0)], { maxContributors: 1 })
  expect(shared[0]?.lines[1]?.suggested).toEqual({ PH1: 0 })
})

test('[FS-2] what is indicated, over or no strength waits for nothing', () => {
  expect(listOf([offer('IKD', 50, 0, { status: 'INDICATED' }), offer('ESM', 50, 0, { status: 'WITHDRAWN' })])).toEqual(
    [],
  )
  expect(listOf([offer('IKD', 50, 0, { kind: 'TRAINING' })])).toEqual([])
})

test('[FS-16] a kind that does not fit its element is marked', () => {
  expect(listOf([offer('IKD', 50, 0, { kind: 'POLICE' })])[0]?.lines[0]?.isFitting).toBe(false)
})

test('[FS-8] a change begins with what is accepted, not with what is suggested to one who begins', () => {
  const partly = offer('IKD', 550, 300)
  expect(listOf([partly])[0]?.lines[0]?.suggested).toEqual({ PH1: 300 })
  expect(
    listOf([{ ...partly, lines: [{ ...must(partly.lines[0]), accepted: { PH1: 0 } }] }])[0]?.lines[0]?.suggested,
  ).toEqual({ PH1: 550 })
})

test('[FS-13] what lacks is what the board says: increments as they stand at the milestones', () => {
  const [filled] = elementsToFill({
    figures: 'INCREMENTAL',
    phases: [{ phaseId: 'PH1' }, { phaseId: 'PH2' }],
    elements: [{ ...element, required: { PH1: 100, PH2: 0 } }],
    offers: [
      offer('IKD', 50, 50),
      { ...offer('ESM', 0, 0), lines: [{ ...must(offer('ESM', 0, 0).lines[0]), offered: { PH1: 0, PH2: 80 } }] },
    ],
  })
  expect([filled?.required, filled?.accepted, filled?.lacking]).toEqual([
    { PH1: 100, PH2: 100 },
    { PH1: 50, PH2: 50 },
    { PH1: 50, PH2: 50 },
  ])
  expect(filled?.lines[1]?.suggested).toEqual({ PH1: 0, PH2: 50 })
  expect(filled?.lines.map(({ lackingWithout }) => lackingWithout)).toEqual([
    { PH1: 100, PH2: 100 },
    { PH1: 50, PH2: 50 },
  ])
})
