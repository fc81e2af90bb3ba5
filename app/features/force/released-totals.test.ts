import { expect, test } from 'vitest'
import type { ReleasedTotals } from './contract.ts'
import { rowsTold, toldBeyond } from './released-totals.ts'

const total = { required: 1, filled: 0, firm: 0, conditional: 0, indicated: 0, gap: 1, surplus: 0 }
const told = (phases: readonly string[], row?: 'capability' | 'element'): ReleasedTotals => ({
  figures: 'CUMULATIVE_AT_MILESTONE',
  phases: phases.map((name) => ({ name, targetDate: '2027-03-31', total })),
  rows: row ? [{ name: 'Any', isCapability: row === 'capability', strengths: phases.map(() => total) }] : [],
})

test('[FS-22] what was released says which rows it had', () => {
  expect([told(['One']), told(['One'], 'capability'), told(['One'], 'element')].map(rowsTold)).toEqual([
    'NONE',
    'CAPABILITIES',
    'ELEMENTS',
  ])
})

test('[FS-22] a release says what observers are told newly, and what no longer', () => {
  const [before, after] = [told(['One', 'Two'], 'element'), told(['Two', 'Three'], 'capability')]
  expect(toldBeyond(after, before)).toEqual({ phases: ['Three'], rows: 'CAPABILITIES' })
  expect(toldBeyond(before, after)).toEqual({ phases: ['One'], rows: 'ELEMENTS' })
  expect(toldBeyond(before, before)).toEqual({ phases: [], rows: null })
  expect(toldBeyond(told(['One']), undefined)).toEqual({ phases: ['One'], rows: null })
})
