import { expect, test } from 'vitest'
import { en } from '#app/i18n/messages/en.ts'
import { createWords } from '#app/i18n/words.ts'
import { linksTable } from './links-table.ts'

const words = createWords('en', en)
const site = new URL('https://plenary.example/organiser/import/links')

test('[IM-11] until when a link is valid is written in venue time, the zone is named, and whose word it waits for', () => {
  const link = {
    accreditationId: 'a',
    name: 'Amina Qassar',
    email: 'amina@ikd.example',
    role: 'HEAD',
    delegation: 'IKD',
    badge: null,
    path: '/invitation/x',
    expiresAt: '2026-11-25T22:30:00.000Z',
    step: 'OPEN',
  } as const
  const table = linksTable({ timeZone: 'Asia/Qatar', links: [link] }, words, site)
  const [header, row] = table.split('\r\n')
  expect(header).toContain('Valid until (Asia/Qatar)')
  expect(row).toBe(
    'Amina Qassar,amina@ikd.example,IKD,Head of delegation,https://plenary.example/invitation/x,26 November 2026 01:30,At once',
  )
  const waiting = { ...link, step: 'AWAITING_HEAD' } as const
  expect(linksTable({ timeZone: 'Asia/Qatar', links: [waiting] }, words, site)).toMatch(
    /,Once the delegation has confirmed it\r?\n?$/,
  )
})
