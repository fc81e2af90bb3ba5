import { expect, test } from 'vitest'
import { wordsTogether } from './line-words.ts'

const said = (unit: string | null, isLead = false, note: string | null = null, decision: string | null = null) => ({
  unit,
  isLead,
  note,
  decision,
})

test('[FS-34] lines that become one keep their units, notes and decisions in order, and lead when one of them led', () => {
  const one = wordsTogether([
    said('12th Battalion', false, 'By rail.', 'Kept.'),
    said(null, true, 'By rail.'),
    said('Signals company', false, 'Later by sea.', 'Kept as well.'),
  ])
  expect(one).toEqual({
    unit: '12th Battalion; Signals company',
    isLead: true,
    note: 'By rail.; Later by sea.',
    decision: 'Kept.; Kept as well.',
  })
})

test('[FS-34] one line stays as it is, and no lines say nothing', () => {
  const one = said('12th Battalion', true, 'By rail.')
  expect(wordsTogether([one])).toEqual(one)
  expect(wordsTogether([])).toEqual(said(null))
})

test('[FS-34] what does not fit its column is cut there, and shows that it was', () => {
  const { unit, note } = wordsTogether([
    said('A'.repeat(100), false, 'n'.repeat(149)),
    said('B'.repeat(100), false, 'm'.repeat(149)),
  ])
  expect(unit).toBe(`${'A'.repeat(100)}; ${'B'.repeat(17)}…`)
  expect(note).toHaveLength(300)
  const signs = wordsTogether([said(`${'A'.repeat(118)}🙂`), said('B')])
  expect(signs.unit).toBe(`${'A'.repeat(118)}…`)
})
