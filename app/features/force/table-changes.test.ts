import { expect, test } from 'vitest'
import type { Element } from './contract.ts'
import { tableChanges } from './table-changes.ts'

const phases = [
  { phaseId: 'PH1', name: 'Phase 1', ceiling: 1_000 },
  { phaseId: 'PH2', name: 'Phase 2', ceiling: 1_500 },
]
const element = (serial: number, name: string, required: Record<string, number>): Element => ({
  elementId: `E${serial}`,
  serial,
  name,
  capability: 'MANOEUVRE',
  sector: null,
  priority: 'ESSENTIAL',
  isCritical: false,
  isIndivisible: false,
  maxContributors: 1,
  specification: null,
  note: null,
  required,
})
const elements = [
  element(1, 'Headquarters', { PH1: 200, PH2: 300 }),
  element(2, 'Battalion 1', { PH1: 700, PH2: 700 }),
  element(3, 'Hospital', { PH2: 180 }),
]
const row = (serial: number, name: string, required: Record<string, number>, more: Partial<Element> = {}) => {
  const { elementId, ...fields } = { ...element(serial, name, required), ...more }
  return { elementId: elements.some((each) => each.elementId === elementId) ? elementId : null, fields }
}

test('[FS-35] every element that a table changes or adds is named with what is different, and no other', () => {
  const { changes } = tableChanges(
    { phases, elements },
    [
      row(9, 'Engineers', { PH2: 120 }),
      row(3, 'Hospital', { PH1: 0, PH2: 180 }),
      row(2, 'Battalion A', { PH1: 650, PH2: 700 }, { sector: 'South', isCritical: true }),
    ],
    'CUMULATIVE_AT_MILESTONE',
  )
  expect(changes).toEqual([
    {
      elementId: 'E2',
      serial: 2,
      name: 'Battalion A',
      was: 'Battalion 1',
      fields: ['sector', 'isCritical'],
      figures: [{ phase: 'Phase 1', before: 700, after: 650 }],
    },
    { elementId: null, serial: 9, name: 'Engineers', was: null, fields: [], figures: [] },
  ])
})

test('[FS-35] the sums are those of all elements as they would stand, against every ceiling', () => {
  const table = [row(2, 'Battalion 1', { PH1: 800, PH2: 800 }), row(9, 'Engineers', { PH2: 120 })]
  const sums = (kind: 'CUMULATIVE_AT_MILESTONE' | 'INCREMENTAL') => tableChanges({ phases, elements }, table, kind).sums
  expect(sums('CUMULATIVE_AT_MILESTONE').map(({ standing, difference }) => [standing, difference])).toEqual([
    [1_000, 0],
    [1_400, -100],
  ])
  expect(sums('INCREMENTAL').map(({ stated, standing }) => [stated, standing])).toEqual([
    [1_000, 1_000],
    [1_400, 2_400],
  ])
})
