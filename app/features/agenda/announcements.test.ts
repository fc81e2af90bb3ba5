import { expect, test } from 'vitest'
import { heardBy } from './announcements.ts'

test('[AG-18] an announcement is heard by those it is addressed to, and by the secretariat', () => {
  expect(heardBy('state')).toEqual(['ALL', 'STATES'])
  expect(heardBy('observer')).toEqual(['ALL', 'OBSERVERS'])
  expect(heardBy('secretariat')).toContain('STATES')
})
