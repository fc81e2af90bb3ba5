import { expect, test } from 'vitest'
import { instantAt, venueTime } from './venue-time.ts'

const iso = (text: string, zone: string) => instantAt(text, zone).toISOString()

test('[AG-22] a time without an offset is venue time; an instant is itself', () => {
  expect(iso('2026-10-21T14:30', 'Asia/Qatar')).toBe('2026-10-21T11:30:00.000Z')
  expect(iso('2026-10-21T14:30', 'Asia/Kathmandu')).toBe('2026-10-21T08:45:00.000Z')
  expect(iso('2026-10-21T14:30:00+02:00', 'Asia/Qatar')).toBe('2026-10-21T12:30:00.000Z')
})

test('[AG-22] an hour that summer time skips is the next one, an hour that comes twice is the first', () => {
  expect(iso('2026-03-29T02:30', 'Europe/Rome')).toBe('2026-03-29T01:30:00.000Z')
  expect(iso('2026-10-25T02:30', 'Europe/Rome')).toBe('2026-10-25T00:30:00.000Z')
})

test.each([
  '',
  '14:30',
  '2026-02-30T10:00',
  '2026-10-21T24:10',
  'tomorrow',
  '2026-10-21T14:30+25',
  '0001-01-01T00:00',
  '9999-12-31T23:50',
])('[AG-22] %s is no time', (text) => expect(venueTime().safeParse(text).success).toBe(false))
