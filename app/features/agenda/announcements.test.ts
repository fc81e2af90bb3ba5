import { expect, test } from 'vitest'
import { heardBy, isFresh } from './announcements.ts'

test('[AG-18] an announcement is heard by those it is addressed to, and by the secretariat', () => {
  expect(heardBy('state')).toEqual(['ALL', 'STATES'])
  expect(heardBy('observer')).toEqual(['ALL', 'OBSERVERS'])
  expect(heardBy('secretariat')).toContain('STATES')
})

test('[AG-34] an announcement is put before its readers for an hour', () => {
  const at = '2026-10-21T09:00:00.000Z'
  expect(isFresh({ at }, Date.parse(at) + 59 * 60_000)).toBe(true)
  expect(isFresh({ at }, Date.parse(at) + 60 * 60_000)).toBe(false)
})
