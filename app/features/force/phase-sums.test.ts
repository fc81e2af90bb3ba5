import { expect, test } from 'vitest'
import { phaseSums } from './phase-sums.ts'

const phases = [
  { phaseId: 'PH1', ceiling: 500 },
  { phaseId: 'PH2', ceiling: 1_000 },
]
const elements = [{ required: { PH1: 200, PH2: 600 } }, { required: { PH1: 300, PH2: 500 } }]

test('[FS-13] cumulative figures stand as they are stated, increments on what came before', () => {
  expect(phaseSums(phases, elements, 'CUMULATIVE_AT_MILESTONE')).toEqual([
    { phaseId: 'PH1', stated: 500, standing: 500, ceiling: 500, difference: 0 },
    { phaseId: 'PH2', stated: 1_100, standing: 1_100, ceiling: 1_000, difference: 100 },
  ])
  expect(phaseSums(phases, elements, 'INCREMENTAL')[1]).toEqual({
    phaseId: 'PH2',
    stated: 1_100,
    standing: 1_600,
    ceiling: 1_000,
    difference: 600,
  })
})

test('[FS-24] without elements every phase is under its ceiling', () => {
  expect(phaseSums(phases, [], 'INCREMENTAL').map(({ difference }) => difference)).toEqual([-500, -1_000])
})
