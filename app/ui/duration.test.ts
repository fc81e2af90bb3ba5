import { expect, test } from 'vitest'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { createWords } from '#app/i18n/words.ts'
import { durationText, timerText } from './duration.ts'

test('a length of time is said in hours and minutes, rounded down', () => {
  const words = createWords('en', catalogueOf('en'))
  expect(durationText(words, 160 * 60_000 + 59_000)).toBe('2 h 40 min')
  expect(durationText(words, 40 * 60_000)).toBe('40 min')
  expect(durationText(words, -1)).toBe('0 min')
  expect(durationText(createWords('ar', catalogueOf('ar')), 160 * 60_000)).toBe('2 س 40 د')
})

test('a timer goes below zero when the speaker overruns', () => {
  expect([12_000, 120_000, -30_000, -400].map(timerText)).toEqual(['0:12', '2:00', '−0:30', '0:00'])
})
