import { expect, test } from 'vitest'
import type { Figures } from '#app/features/force/figures.ts'
import { inTwo, phaseFigures } from './offer-figures.ts'

const lines: { offered: Figures; accepted: Figures }[] = [
  { offered: { PH1: 700, PH2: 700 }, accepted: { PH1: 520 } },
  { offered: { PH1: 50 }, accepted: { PH1: 50 } },
]

test('[FS-10] what is offered and not accepted of a pledge is its reserve, phase by phase', () => {
  expect(phaseFigures(lines, ['PH1', 'PH2'], 'PLEDGED')).toEqual([
    { phaseId: 'PH1', offered: 750, accepted: 570, reserve: 180, isWaiting: false },
    { phaseId: 'PH2', offered: 700, accepted: 0, reserve: 700, isWaiting: false },
  ])
})

test('[FS-10] until something is accepted or decided there is no reserve, but an offer that waits', () => {
  const fresh = { offered: { PH1: 80 }, accepted: { PH1: 0 } }
  const seen = (decision: string | null, status: 'PLEDGED' | 'INDICATED' = 'PLEDGED') =>
    phaseFigures([{ ...fresh, decision }], ['PH1'], status).map(({ reserve, isWaiting }) => [reserve, isWaiting])
  expect(seen(null)).toEqual([[null, true]])
  expect(seen('Kept for the second rotation')).toEqual([[80, false]])
  expect(seen(null, 'INDICATED')).toEqual([[null, false]])
})

test('[FS-6] nothing is in reserve of what is only indicated', () => {
  expect(phaseFigures(lines, ['PH1'], 'INDICATED')[0]?.reserve).toBeNull()
})

test('[FS-11] what is over stands apart', () => {
  const offers = [{ status: 'PLEDGED' }, { status: 'WITHDRAWN' }, { status: 'DECLINED' }] as const
  const { going, over } = inTwo(offers)
  expect([going.length, over.length]).toEqual([1, 2])
})
