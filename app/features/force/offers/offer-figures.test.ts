import { expect, test } from 'vitest'
import type { Figures } from '#app/features/force/figures.ts'
import { inTwo, phaseFigures } from './offer-figures.ts'

const lines: { offered: Figures; accepted: Figures }[] = [
  { offered: { PH1: 700, PH2: 700 }, accepted: { PH1: 520 } },
  { offered: { PH1: 50 }, accepted: { PH1: 50 } },
]

test('[FS-10] what is offered and not accepted of a pledge is its reserve, phase by phase', () => {
  expect(phaseFigures(lines, ['PH1', 'PH2'], 'PLEDGED')).toEqual([
    { phaseId: 'PH1', offered: 750, accepted: 570, reserve: 180 },
    { phaseId: 'PH2', offered: 700, accepted: 0, reserve: 700 },
  ])
})

test('[FS-6] nothing is in reserve of what is only indicated', () => {
  expect(phaseFigures(lines, ['PH1'], 'INDICATED')[0]?.reserve).toBeNull()
})

test('[FS-11] what is over stands apart', () => {
  const offers = [{ status: 'PLEDGED' }, { status: 'WITHDRAWN' }, { status: 'DECLINED' }] as const
  const { going, over } = inTwo(offers)
  expect([going.length, over.length]).toEqual([1, 2])
})
