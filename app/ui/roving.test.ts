import { expect, test } from 'vitest'
import { nextPlace } from './roving.ts'

test('arrows go round a list, Home and End to its ends', () => {
  expect(nextPlace('ArrowDown', -1, 3)).toBe(0)
  expect(nextPlace('ArrowDown', 2, 3)).toBe(0)
  expect(nextPlace('ArrowUp', -1, 3)).toBe(2)
  expect(nextPlace('ArrowUp', 0, 3)).toBe(2)
  expect(nextPlace('Home', 2, 3)).toBe(0)
  expect(nextPlace('End', 0, 3)).toBe(2)
})

test('other keys, and an empty list, are left alone', () => {
  expect(nextPlace('a', 0, 3)).toBeUndefined()
  expect(nextPlace('ArrowDown', 0, 0)).toBeUndefined()
})
