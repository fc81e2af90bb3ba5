import { expect, test } from 'vitest'
import { dtg, zoneLetter } from './dtg.ts'

test('a date-time group carries the letter of the venue’s zone', () => {
  expect(dtg('2026-10-21T08:20:00Z', 'Asia/Qatar')).toBe('211120COCT26')
  expect(dtg('2025-12-16T11:30:00Z', 'Asia/Qatar')).toBe('161430CDEC25')
  expect(dtg('2025-12-16T11:30:00Z', 'UTC')).toBe('161130ZDEC25')
})

test('[EC-67] a half-hour zone has no letter: the group falls back to Z, and so does +13', () => {
  expect(dtg('2026-10-21T08:20:00Z', 'Asia/Kabul')).toBe('210820ZOCT26')
  expect(dtg('2026-10-21T08:20:00Z', 'Asia/Kathmandu')).toBe('210820ZOCT26')
  expect(dtg('2026-01-15T08:20:00Z', 'Pacific/Auckland')).toBe('150820ZJAN26')
})

test('[EC-67] summer time changes the letter, not the instant', () => {
  expect(dtg('2026-07-01T10:00:00Z', 'Europe/Rome')).toBe('011200BJUL26')
  expect(dtg('2026-12-01T10:00:00Z', 'Europe/Rome')).toBe('011100ADEC26')
  expect(dtg('2026-07-01T16:00:00Z', 'America/New_York')).toBe('011200QJUL26')
})

test('[EC-109] 1 January in Auckland while the venue is still in 31 December: each group has its own year', () => {
  const at = '2026-12-31T12:30:00Z'
  expect(dtg(at, 'Asia/Qatar')).toBe('311530CDEC26')
  expect(dtg(at, 'Pacific/Auckland')).toBe('311230ZDEC26')
  expect(dtg('2027-01-01T00:30:00Z', 'America/New_York')).toBe('311930RDEC26')
  expect(dtg('2026-12-31T22:30:00Z', 'Asia/Qatar')).toBe('010130CJAN27')
})

test('[EC-109] a leap day, and midnight is 0000 of the new day, never 2400', () => {
  expect(dtg('2028-02-29T09:00:00Z', 'Asia/Qatar')).toBe('291200CFEB28')
  expect(dtg('2028-02-28T21:00:00Z', 'Asia/Qatar')).toBe('290000CFEB28')
})

test('letters run from A to M without J, and from N to Y', () => {
  expect([60, 540, 600, 720].map(zoneLetter)).toEqual(['A', 'I', 'K', 'M'])
  expect([-60, -720].map(zoneLetter)).toEqual(['N', 'Y'])
  expect([270, 780, -210].map(zoneLetter)).toEqual([undefined, undefined, undefined])
})
