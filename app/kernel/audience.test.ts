import { expect, test } from 'vitest'
import { anActing } from '#tests/support/acting.ts'
import type { Acting, Person } from './actor.ts'
import { audienceKey } from './audience.ts'

const person = (acting: Acting | null): Person => ({
  kind: 'person',
  personId: 'p',
  loginId: 'l',
  name: 'N',
  locale: 'en',
  isOrganiser: false,
  reauthenticatedAt: null,
  acting,
})
const norway = person(anActing('HEAD', { delegationId: 'norway' }))
const colleague = person(anActing('DRAFTER', { delegationId: 'norway' }))
const chile = person(anActing('HEAD', { delegationId: 'chile' }))

test('members of one delegation share an answer, two delegations never do', () => {
  expect(audienceKey('delegation', norway)).toBe(audienceKey('delegation', colleague))
  expect(audienceKey('delegation', norway)).not.toBe(audienceKey('delegation', chile))
  expect(audienceKey('side', norway)).toBe(audienceKey('side', chile))
})

test('the default audience is the person in one capacity', () => {
  expect(audienceKey('person', norway)).not.toBe(audienceKey('person', colleague))
})

test('[EC-10] a delegation that reads only from a later day has an answer of its own', () => {
  const late = person(anActing('HEAD', { delegationId: 'late', readSince: '2026-10-21T08:00:00.000Z' }))
  expect(audienceKey('side', late)).not.toBe(audienceKey('side', norway))
})

test('who is not signed in, or acts in nothing, belongs to no audience but the public', () => {
  const anonymous = { kind: 'anonymous', locale: 'en' } as const
  expect(audienceKey('conference', anonymous)).toBeNull()
  expect(audienceKey('side', person(null))).toBeNull()
  expect(audienceKey('public', anonymous)).toBe('public')
})
