import { expect, test } from 'vitest'
import { ceilingProblem } from './ceilings.ts'

const phases = [
  { phaseId: 'one', name: 'Phase 1', ceiling: 700 },
  { phaseId: 'two', name: 'Phase 2', ceiling: 1000 },
]

test('[FS-24] elements that add up to every ceiling may be issued; the first phase that is off is named', () => {
  const elements = [{ required: { one: 500, two: 600 } }, { required: { one: 200, two: 400 } }]
  expect(ceilingProblem(phases, elements, 'CUMULATIVE_AT_MILESTONE')).toBeNull()
  expect(ceilingProblem(phases, elements.slice(1), 'CUMULATIVE_AT_MILESTONE')).toEqual({
    phase: 'Phase 1',
    required: 200,
    ceiling: 700,
  })
})

test('[FS-24][FS-13] increments add up to the ceiling at the milestone', () => {
  const elements = [{ required: { one: 700, two: 300 } }]
  expect(ceilingProblem(phases, elements, 'INCREMENTAL')).toBeNull()
  expect(ceilingProblem(phases, elements, 'CUMULATIVE_AT_MILESTONE')).toMatchObject({ phase: 'Phase 2', required: 300 })
})
