import { expect, test } from 'vitest'
import { returnOf } from './login-return.ts'

test('[LV-27] what a tab kept is for its own accreditation and for nobody else', () => {
  const endsAt = '2026-10-21T09:00:00.000Z'
  expect(returnOf({ endsAt, acting: 'ikd' }, 'ikd')).toBe('same')
  expect(returnOf({ endsAt, acting: 'esm' }, 'ikd')).toBe('somebodyElse')
  expect(returnOf({ endsAt, acting: null }, 'ikd')).toBe('somebodyElse')
  expect(returnOf({ endsAt, acting: null }, null)).toBe('somebodyElse')
  expect(returnOf({ endsAt: null, acting: null }, 'ikd')).toBe('nobody')
})
