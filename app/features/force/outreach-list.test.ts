import { expect, test } from 'vitest'
import { must } from '#app/kernel/must.ts'
import type { OutreachBook } from './contract.ts'
import { bookAsOf } from './outreach-list.ts'

const entry = (status: 'APPROACHED' | 'INTERESTED' | 'DECLINED', at: string) => ({
  stepId: `${status} ${at}`,
  status,
  at,
  recordedAt: at,
  recordedBy: 'Noor Haddadine',
  basisKind: 'LETTER' as const,
  basisReference: 'NV/1',
  note: null,
  struck: null,
})
const book: OutreachBook = {
  contacts: [
    { contactId: '1', name: 'Iskandra', delegationId: 'IKD', steps: [entry('APPROACHED', '2026-09-01T08:00:00.000Z')] },
    {
      contactId: '2',
      name: 'Farland',
      delegationId: null,
      steps: [entry('APPROACHED', '2026-09-02T08:00:00.000Z'), entry('DECLINED', '2026-10-02T08:00:00.000Z')],
    },
  ],
  offers: [{ delegationId: 'IKD', steps: [{ status: 'PLEDGED', at: '2026-10-20T08:00:00.000Z' }] }],
}

test('[FS-18] the book shows where each state stood at the time that was chosen, since when and on what', () => {
  const now = bookAsOf(book, '2026-10-21T08:00:00.000Z')
  expect(now.standings.map(({ contact, standing, since, basis }) => [contact.name, standing, since, basis])).toEqual([
    ['Iskandra', 'PLEDGED', '2026-10-20T08:00:00.000Z', null],
    ['Farland', 'DECLINED', '2026-10-02T08:00:00.000Z', { kind: 'LETTER', reference: 'NV/1' }],
  ])
  expect(now.figures).toMatchObject({ approached: 2, atTable: 1, declined: 1 })
  const before = bookAsOf(book, '2026-09-01T09:00:00.000Z')
  expect(before.standings.map(({ contact, standing }) => [contact.name, standing])).toEqual([
    ['Iskandra', 'APPROACHED'],
  ])
})

test('[FS-33] what was struck counts for nothing at any time, and a state of which nothing else stands was not approached', () => {
  const struck = { at: '2026-10-21T08:00:00.000Z', by: 'Noor Haddadine' }
  const [iskandra, farland] = [must(book.contacts[0]), must(book.contacts[1])]
  const [asked, declined] = [must(farland.steps[0]), must(farland.steps[1])]
  const asOf = (contacts: OutreachBook['contacts'], at: string) => bookAsOf({ ...book, contacts }, at)
  const mistaken = { ...farland, steps: [asked, { ...declined, struck }] }
  for (const at of ['2026-10-03T08:00:00.000Z', '2026-10-22T08:00:00.000Z']) {
    const { standings, figures, withoutEntry } = asOf([iskandra, mistaken], at)
    expect(standings.map(({ standing }) => standing)).toContain('APPROACHED')
    expect(standings.at(-1)).toMatchObject({ standing: 'APPROACHED', since: asked.at })
    expect(figures).toMatchObject({ approached: 2, declined: 0 })
    expect(withoutEntry).toEqual([])
  }
  // Offers of a state that nobody asked say nothing of whom the secretariat approached.
  const nobody = { ...iskandra, steps: iskandra.steps.map((step) => ({ ...step, struck })) }
  const after = asOf([nobody, farland], '2026-10-22T08:00:00.000Z')
  expect(after.standings.map(({ contact }) => contact.name)).toEqual(['Farland'])
  expect(after.figures).toMatchObject({ approached: 1, atTable: 0 })
  expect(after.withoutEntry.map(({ name }) => name)).toEqual(['Iskandra'])
})
