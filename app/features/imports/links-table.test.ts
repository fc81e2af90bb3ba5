import { expect, test } from 'vitest'
import { en } from '#app/i18n/messages/en.ts'
import { createWords } from '#app/i18n/words.ts'
import { linksTable } from './links-table.ts'

test('[IM-11] until when a link is valid is written in venue time, and the zone is named', () => {
  const link = {
    accreditationId: 'a',
    name: 'Amina Qassar',
    email: 'amina@ikd.example',
    role: 'HEAD',
    delegation: 'IKD',
    badge: null,
    path: '/invitation/x',
    expiresAt: '2026-11-25T22:30:00.000Z',
  } as const
  const table = linksTable(
    { timeZone: 'Asia/Qatar', links: [link] },
    createWords('en', en),
    new URL('https://plenary.example/organiser/import/links'),
  )
  const [header, row] = table.split('\r\n')
  expect(header).toContain('Valid until (Asia/Qatar)')
  expect(row).toBe(
    'Amina Qassar,amina@ikd.example,IKD,Head of delegation,https://plenary.example/invitation/x,26 November 2026 01:30',
  )
})
