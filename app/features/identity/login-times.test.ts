import { expect, test } from 'vitest'
import { anActing } from '#tests/support/acting.ts'
import { idleUntil } from './login-times.ts'

const now = new Date('2026-10-21T08:00:00Z')
const evening = new Date('2026-10-21T20:00:00Z')
const delegate = { isOrganiser: false, acting: anActing('DRAFTER') }

test('[ID-9] a delegate may be idle for an hour, the secretariat for half of it', () => {
  expect(idleUntil(delegate, now, evening).toISOString()).toBe('2026-10-21T09:00:00.000Z')
  expect(idleUntil({ isOrganiser: false, acting: anActing('CHAIR') }, now, evening).toISOString()).toBe(
    '2026-10-21T08:30:00.000Z',
  )
  expect(idleUntil({ isOrganiser: true, acting: null }, now, evening).toISOString()).toBe('2026-10-21T08:30:00.000Z')
  expect(idleUntil({ isOrganiser: false, acting: null }, now, evening).toISOString()).toBe('2026-10-21T09:00:00.000Z')
})

test('[ID-9] activity does not carry a login past its absolute end', () => {
  const soon = new Date('2026-10-21T08:20:00Z')
  expect(idleUntil(delegate, now, soon)).toEqual(soon)
})
