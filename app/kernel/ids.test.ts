import { expect, test } from 'vitest'
import { fieldErrors } from './field-errors.ts'
import { id } from './ids.ts'

test('a list from which nothing was chosen is told to be filled in, not to mind its form', () => {
  const [nothing, malformed] = [id().safeParse(''), id().safeParse('no-id')]
  expect(nothing.error && fieldErrors(nothing.error)).toMatchObject([{ code: 'field/required' }])
  expect(malformed.error && fieldErrors(malformed.error)).toMatchObject([{ code: 'field/regex' }])
})
