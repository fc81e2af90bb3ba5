import { expect, test } from 'vitest'
import { lastThere } from './last-there.ts'

const seats = (...ids: string[]) => ids.map((accreditationId) => ({ accreditationId }))

test('[CF-15] the last who is there is the only one who has signed in', () => {
  expect(lastThere(seats('head', 'drafter'), seats('drafter'))).toBe('head')
  expect(lastThere(seats('head'), [])).toBe('head')
  expect(lastThere(seats('head', 'drafter'), [])).toBeNull()
  expect(lastThere(seats('head', 'drafter'), seats('head', 'drafter'))).toBeNull()
  expect(lastThere([], seats('elsewhere'))).toBeNull()
})
