import { describe, expect, test } from 'vitest'
import { effectOf, expiresAt, stateOf } from './invitation.ts'

const now = new Date('2026-10-21T08:00:00Z')
const later = new Date('2026-10-21T09:00:00Z')

test('[ID-17] [SEC-028] a link lasts three days, and half an hour where it changes a password', () => {
  expect(expiresAt('JOIN', now).toISOString()).toBe('2026-10-24T08:00:00.000Z')
  expect(expiresAt('ACCESS', now).toISOString()).toBe('2026-10-24T08:00:00.000Z')
  expect(expiresAt('RESET', now).toISOString()).toBe('2026-10-21T08:30:00.000Z')
})

test('[ID-17] used, revoked, expired and unknown links are all simply gone', () => {
  expect(stateOf({ step: 'OPEN', expiresAt: later }, now)).toBe('open')
  expect(stateOf({ step: 'AWAITING_HEAD', expiresAt: later }, now)).toBe('awaiting-head')
  for (const step of ['ACCEPTED', 'REVOKED', 'DECLINED']) expect(stateOf({ step, expiresAt: later }, now)).toBe('gone')
  expect(stateOf({ step: 'OPEN', expiresAt: now }, now)).toBe('gone')
  expect(stateOf(null, now)).toBe('gone')
})

describe('[ID-18] what a link does for whoever opens it', () => {
  const ingrid = { id: 'ingrid', hasPassword: true, hasCapacity: true }
  const newcomer = { id: 'omar', hasPassword: false, hasCapacity: false }
  const imported = { ...newcomer, hasCapacity: true }

  test('somebody new chooses a password and is in', () => {
    expect(effectOf({ purpose: 'JOIN', signedIn: null, holder: null })).toBe('open')
    expect(effectOf({ purpose: 'JOIN', signedIn: null, holder: newcomer })).toBe('open')
    expect(effectOf({ purpose: 'ACCESS', signedIn: null, holder: imported })).toBe('open')
    expect(effectOf({ purpose: 'ORGANISER', signedIn: null, holder: newcomer })).toBe('open')
  })

  test('somebody who has a sign-in or a place proves it first', () => {
    expect(effectOf({ purpose: 'JOIN', signedIn: null, holder: ingrid })).toBe('sign-in-first')
    expect(effectOf({ purpose: 'JOIN', signedIn: null, holder: imported })).toBe('sign-in-first')
    expect(effectOf({ purpose: 'JOIN', signedIn: 'ingrid', holder: ingrid })).toBe('add')
  })

  test('[SEC-028] a link for one address does nothing in the hands of another', () => {
    expect(effectOf({ purpose: 'JOIN', signedIn: 'omar', holder: ingrid })).toBe('other-person')
    expect(effectOf({ purpose: 'JOIN', signedIn: 'omar', holder: null })).toBe('other-person')
    expect(effectOf({ purpose: 'ACCESS', signedIn: 'omar', holder: imported })).toBe('gone')
    expect(effectOf({ purpose: 'ACCESS', signedIn: null, holder: ingrid })).toBe('gone')
  })

  test('[SEC-038] only a reset replaces a password', () => {
    expect(effectOf({ purpose: 'RESET', signedIn: null, holder: ingrid })).toBe('open')
    expect(effectOf({ purpose: 'RESET', signedIn: null, holder: null })).toBe('gone')
  })
})
