import { expect, test } from 'vitest'
import { shifted, shiftTo, withTimes } from './clock.ts'

test('[DM-3] the scene is the moment of creation, rounded down to five minutes', () => {
  const reference = '2026-10-21T11:20:00+03:00'
  const shiftMs = shiftTo(new Date('2027-03-02T14:37:41.500Z'), reference)
  expect(shifted(reference, shiftMs).toISOString()).toBe('2027-03-02T14:35:00.000Z')
})

test('[DM-3] times inside sentences move with the rest', () => {
  const where = { shiftMs: 3_600_000, timeZone: 'Asia/Qatar' }
  expect(withTimes('The meeting resumed at {time:2026-10-20T16:10:00+03:00}', where)).toBe(
    'The meeting resumed at 17:10',
  )
  expect(withTimes('{time:2026-10-20T23:05:00+03:00}', where)).toBe('00:05')
})
