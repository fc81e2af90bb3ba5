import { expect, test } from 'vitest'
import type { Element, IssuedContent } from './contract.ts'
import { isAnyChange, issueChanges } from './issue-changes.ts'

const element = (elementId: string, given: Partial<Element> = {}): Element => ({
  elementId,
  serial: 1,
  name: 'Battalion',
  capability: 'MANOEUVRE',
  sector: null,
  priority: 'ESSENTIAL',
  isCritical: false,
  isIndivisible: false,
  maxContributors: 1,
  specification: null,
  note: null,
  required: { PH1: 700 },
  ...given,
})
const issued = (elements: Element[], given: Partial<IssuedContent> = {}): IssuedContent => ({
  title: 'Statement',
  figures: 'CUMULATIVE_AT_MILESTONE',
  phases: [{ phaseId: 'PH1', name: 'Phase 1', ceiling: 700, targetDate: '2027-03-31', milestones: [] }],
  elements,
  ...given,
})

test('two versions that say the same differ in nothing', () => {
  expect(isAnyChange(issueChanges(issued([element('A')]), issued([element('A')])))).toBe(false)
})

test('an element that was split is gone, and its parts are new', () => {
  const { added, removed } = issueChanges(issued([element('A')]), issued([element('B'), element('C')]))
  expect(added.map(({ elementId }) => elementId)).toEqual(['B', 'C'])
  expect(removed.map(({ elementId }) => elementId)).toEqual(['A'])
})

test('words and figures of an element that changed are named', () => {
  const { changed } = issueChanges(
    issued([element('A')]),
    issued([element('A', { name: 'Battalion 1', isCritical: true, required: { PH1: 650 } })]),
  )
  expect(changed).toEqual([
    {
      element: expect.objectContaining({ elementId: 'A' }),
      fields: ['name', 'isCritical'],
      figures: [{ phase: 'Phase 1', before: 700, after: 650 }],
    },
  ])
})

test('a phase with another date is named', () => {
  const later = issued([], {
    phases: [{ phaseId: 'PH1', name: 'Phase 1', ceiling: 700, targetDate: '2027-04-30', milestones: [] }],
  })
  expect(issueChanges(issued([]), later).phases).toEqual(['Phase 1'])
})
