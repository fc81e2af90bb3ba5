import { expect, test } from 'vitest'
import { failure } from './failure.ts'

test('[SEC-035] a failed sign-in never says whether the name or the password was wrong', () => {
  expect(failure({ reason: 'wrong', waitSeconds: 0 }, null)).toEqual(
    failure({ reason: 'wrong', waitSeconds: 60 }, null),
  )
  expect(failure({ reason: 'wrong', waitSeconds: 0 }, null).fields).toBeUndefined()
})

test('[ID-7] one’s own password is refused by its field', () => {
  expect(failure({ reason: 'wrong', waitSeconds: 0 }, 'currentPassword')).toMatchObject({
    kind: 'invalid',
    fields: [{ path: 'currentPassword', code: 'identity/wrong-password' }],
  })
})

test('[ID-6] whoever must wait is told how many minutes', () => {
  expect(failure({ reason: 'wait', waitSeconds: 30 }, null)).toMatchObject({ kind: 'limited', params: { count: 1 } })
  expect(failure({ reason: 'wait', waitSeconds: 61 }, null)).toMatchObject({ params: { count: 2 } })
})
