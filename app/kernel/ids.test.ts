import { expect, test } from 'vitest'
import { fieldErrors } from './field-errors.ts'
import { newId } from './ids.server.ts'
import { id } from './ids.ts'

test('a list from which nothing was chosen is told to be filled in, not to mind its form', () => {
  const [nothing, malformed] = [id().safeParse(''), id().safeParse('no-id')]
  expect(nothing.error && fieldErrors(nothing.error)).toMatchObject([{ code: 'field/required' }])
  expect(malformed.error && fieldErrors(malformed.error)).toMatchObject([{ code: 'field/regex' }])
})

test('[SEC-072] an id is sixteen random bytes', () => {
  const ids = Array.from({ length: 2_000 }, () => newId())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((each) => /^[A-Za-z0-9_-]{22}$/.test(each) && Buffer.from(each, 'base64url').length === 16)).toBe(
    true,
  )
  // Every bit is a coin: no version, no clock and no counter is in it.
  const bytes = ids.map((each) => Buffer.from(each, 'base64url'))
  for (let bit = 0; bit < 128; bit++) {
    const ones = bytes.filter((each) => ((each[bit >> 3] ?? 0) >> (bit & 7)) & 1).length
    expect(Math.abs(ones - 1_000), `bit ${bit}`).toBeLessThan(200)
  }
})
