import { expect, test } from 'vitest'
import { announcementOf } from './announcement.ts'

const now = Date.parse('2026-10-21T12:00:00Z')

test('[LV-20] what is at risk or refused is said at once, whatever was said before', () => {
  expect(announcementOf('at-risk', { kind: 'offline', at: now - 1 }, now)).toEqual({ urgency: 'assertive', inMs: 0 })
  expect(announcementOf('rejected', { kind: 'slow', at: now - 1 }, now)).toEqual({ urgency: 'assertive', inMs: 0 })
})

test('[LV-20] everything else is polite and at most every ten seconds', () => {
  expect(announcementOf('offline', null, now)).toEqual({ urgency: 'polite', inMs: 0 })
  expect(announcementOf('offline', { kind: 'slow', at: now - 4_000 }, now)).toEqual({ urgency: 'polite', inMs: 6_000 })
  expect(announcementOf('saved', { kind: 'offline', at: now - 60_000 }, now)).toEqual({ urgency: 'polite', inMs: 0 })
})

test('[LV-20] ordinary saving is silent, and nothing is said twice', () => {
  expect(announcementOf('saving', null, now)).toBeNull()
  expect(announcementOf('saved', null, now)).toBeNull()
  expect(announcementOf('saved', { kind: 'read-only', at: now - 60_000 }, now)).toBeNull()
  expect(announcementOf('offline', { kind: 'offline', at: now - 60_000 }, now)).toBeNull()
})
