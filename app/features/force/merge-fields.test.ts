import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeFields, mergeFigures } from './merge-fields.ts'

interface Element {
  name: string
  sector: string | null
  maxContributors: number
}
const fields = ['name', 'sector', 'maxContributors'] as const
const before: Element = { name: 'Engineer group', sector: null, maxContributors: 4 }

test('what the editor left alone keeps what a colleague wrote meanwhile, and is listed', () => {
  expect(
    mergeFields(fields, {
      before,
      now: { ...before, sector: 'SOUTH' },
      wanted: { ...before, maxContributors: 6 },
    }),
  ).toEqual({ merged: { ...before, sector: 'SOUTH', maxContributors: 6 }, kept: ['sector'], overwritten: [] })
})

test('what both changed is as the later one wants it, and is listed; what both changed alike is not', () => {
  expect(
    mergeFields(fields, {
      before,
      now: { name: 'Engineer battalion', sector: 'SOUTH', maxContributors: 4 },
      wanted: { name: 'Engineer regiment', sector: 'SOUTH', maxContributors: 4 },
    }),
  ).toEqual({
    merged: { name: 'Engineer regiment', sector: 'SOUTH', maxContributors: 4 },
    kept: [],
    overwritten: ['name'],
  })
})

test('a field that is not among those edited stays as it is stored', () => {
  const now = { ...before, maxContributors: 5 }
  expect(mergeFields(['name'], { before, now, wanted: { ...before, name: 'Engineers' } })).toEqual({
    merged: { ...now, name: 'Engineers' },
    kept: [],
    overwritten: [],
  })
})

test('figures are merged phase by phase, and a phase that is not named is 0', () => {
  expect(
    mergeFigures(['PH1', 'PH2', 'PH3'], {
      before: { PH1: 420, PH2: 800 },
      now: { PH1: 400, PH2: 800, PH3: 0 },
      wanted: { PH1: 420, PH2: 860 },
    }),
  ).toEqual({ merged: { PH1: 400, PH2: 860, PH3: 0 }, kept: ['PH1'], overwritten: [] })
})

test('each field is what its last writer wants, and only a colleague’s change is kept or overwritten', () => {
  const phases = ['PH1', 'PH2', 'PH3']
  const figures = fc.record({ PH1: fc.nat(2), PH2: fc.nat(2), PH3: fc.nat(2) })
  fc.assert(
    fc.property(figures, figures, figures, (seen, now, wanted) => {
      const { merged, kept, overwritten } = mergeFigures(phases, { before: seen, now, wanted })
      for (const phase of ['PH1', 'PH2', 'PH3'] as const) {
        expect(merged[phase]).toBe(wanted[phase] === seen[phase] ? now[phase] : wanted[phase])
        const isListed = [...kept, ...overwritten].includes(phase)
        expect(isListed).toBe(now[phase] !== seen[phase] && now[phase] !== wanted[phase])
      }
    }),
  )
})
