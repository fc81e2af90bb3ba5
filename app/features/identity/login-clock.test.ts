import { expect, test } from 'vitest'
import { outlook } from './login-clock.ts'

const now = '2026-10-21T08:00:00.000Z'
const inSeconds = (seconds: number) => new Date(Date.parse(now) + seconds * 1_000).toISOString()

test('[ID-9] [SEC-043] the page warns two minutes before the end and not earlier', () => {
  expect(outlook({ now, endsAt: inSeconds(3_600) })).toEqual({ warning: 'none', againMs: 3_480_000 })
  expect(outlook({ now, endsAt: inSeconds(121) })).toEqual({ warning: 'none', againMs: 1_000 })
  expect(outlook({ now, endsAt: inSeconds(120) })).toEqual({ warning: 'soon', againMs: 15_000 })
  expect(outlook({ now, endsAt: inSeconds(5) })).toEqual({ warning: 'soon', againMs: 5_500 })
})

test('[ID-9] an ended login is said to have ended, and nothing is asked any more', () => {
  expect(outlook({ now, endsAt: null })).toEqual({ warning: 'ended', againMs: null })
})
