import { expect, test } from 'vitest'
import { shifted, shiftTo, spokenTime, withTimes } from './clock.ts'

test('[DM-3] the scene is the moment of creation, rounded down to five minutes', () => {
  const reference = '2026-10-21T11:20:00+03:00'
  const shiftMs = shiftTo(new Date('2027-03-02T14:37:41.500Z'), reference)
  expect(shifted(reference, shiftMs).toISOString()).toBe('2027-03-02T14:35:00.000Z')
})

test.each([
  ['2026-10-20T11:05:00Z', 'en', '2.05 p.m.'],
  ['2026-10-20T11:00:00Z', 'en', '2 p.m.'],
  ['2026-10-20T09:30:00Z', 'en', '12.30 p.m.'],
  ['2026-10-19T21:10:00Z', 'en', '12.10 a.m.'],
  ['2026-10-20T11:05:00Z', 'fr', '14 h 05'],
  ['2026-10-20T11:00:00Z', 'fr', '14 heures'],
  ['2026-10-20T11:00:00Z', 'ar', '14:00'],
])('[DM-3] %s in %s is said as “%s”', (at, language, said) => {
  expect(spokenTime(new Date(at), 'Asia/Qatar', language)).toBe(said)
})

test('[DM-3] times inside sentences move with the rest', () => {
  const where = { shiftMs: 3_600_000, timeZone: 'Asia/Qatar', language: 'en' }
  expect(withTimes('The meeting resumed at {time:2026-10-20T16:10:00+03:00}', where)).toBe(
    'The meeting resumed at 5.10 p.m.',
  )
})
