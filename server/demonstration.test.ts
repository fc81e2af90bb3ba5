import { expect, test } from 'vitest'
import { signInLines } from './demonstration.ts'

test('the sign-ins of the demonstration are printed once, in columns', () => {
  const head = { who: 'Head, Norway', email: 'head@norway.example' }
  const chair = { who: 'Chair', email: 'chair@plenary.example' }
  expect(
    signInLines([
      { ...head, password: 'a' },
      { ...chair, password: 'a' },
    ]),
  ).toEqual([
    "Everybody's password is: a",
    '  Head, Norway  head@norway.example',
    '  Chair         chair@plenary.example',
  ])
  expect(
    signInLines([
      { ...head, password: 'a' },
      { ...chair, password: 'b' },
    ])[1],
  ).toBe('  Chair         chair@plenary.example  b')
  expect(signInLines([])).toEqual([])
})
