import { expect, test } from 'vitest'
import type { OutreachBook } from './contract.ts'
import { bookAsOf } from './outreach-list.ts'

const entry = (status: 'APPROACHED' | 'INTERESTED' | 'DECLINED', at: string) => ({
  status,
  at,
  recordedAt: at,
  recordedBy: 'Noor Haddadine',
  basisKind: 'LETTER' as const,
  basisReference: 'NV/1',
  note: null,
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
