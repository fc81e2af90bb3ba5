import { expect, test } from 'vitest'
import { failureOf } from './failure.ts'

const answer = (status: number, data: unknown = null) => failureOf({ status, data }, true)

test('[SEC-004] what is missing and what may not be seen end in the same panel', () => {
  expect(answer(404, { kind: 'missing', code: 'missing', sentence: 'x' })).toEqual(answer(404, 'Not Found'))
})

test('a refusal keeps its reason; anything unknown is our fault and says nothing', () => {
  const refusal = { kind: 'denied', code: 'agenda/not-chair', sentence: 'Only the chair may do this.' }
  expect(answer(403, refusal)).toEqual({ kind: 'refused', refusal })
  expect(answer(403, '<html>')).toEqual({ kind: 'fault' })
  expect(answer(500, { kind: 'fault', code: 'x', sentence: 'stack' })).toEqual({ kind: 'fault' })
  expect(failureOf(new Error('secret'), false)).toEqual({ kind: 'fault' })
  expect([401, 429, 503].map((status) => answer(status).kind)).toEqual(['signed-out', 'limited', 'unavailable'])
})
