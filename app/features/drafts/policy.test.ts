import { describe, expect, test } from 'vitest'
import { anActing } from '#tests/support/acting.ts'
import type { Draft } from './drafting.ts'
import {
  mayDraftPosition,
  mayReadDraft,
  mayReadTabled,
  mayRunSharedDraft,
  mayTable,
  mayWithdraw,
  mayWriteDraft,
} from './policy.ts'

const head = anActing('HEAD', { delegationId: 'norway' })
const deputy = anActing('DEPUTY_HEAD', { delegationId: 'norway' })
const drafter = anActing('DRAFTER', { delegationId: 'norway' })
const reader = anActing('NOTE_TAKER', { delegationId: 'norway', rights: [] })
const chile = anActing('HEAD', { delegationId: 'chile' })
const peru = anActing('HEAD', { delegationId: 'peru' })
const secretary = anActing('SECRETARY')
const floor = anActing('FLOOR_MANAGER')
const observer = anActing('OBSERVER_HEAD', { delegationId: 'concord' })
const hidden = { ok: false, kind: 'missing' }

const position: Draft = {
  conferenceId: 'conference',
  step: 'DRAFT',
  circle: { kind: 'POSITION', delegationId: 'norway' },
}
const shared: Draft = {
  conferenceId: 'conference',
  step: 'DRAFT',
  circle: { kind: 'SHARED', group: ['norway', 'chile'] },
}

describe('a delegation’s position', () => {
  test('[DR-1] does not exist for another delegation, the secretariat or an observer', () => {
    for (const other of [chile, secretary, observer]) {
      expect(mayReadDraft(other, position)).toEqual(hidden)
      expect(mayWriteDraft(other, position)).toEqual(hidden)
      expect(mayTable(other, position)).toEqual(hidden)
    }
    expect(mayReadDraft(reader, position).ok).toBe(true)
  })

  test('[DR-1] does not exist for the same delegation in another conference', () => {
    expect(mayReadDraft({ ...head, conferenceId: 'next' }, position)).toEqual(hidden)
  })

  test('[DR-2] is written by members with the right to edit', () => {
    expect(mayWriteDraft(drafter, position).ok).toBe(true)
    expect(mayWriteDraft(reader, position)).toMatchObject({ code: 'drafts/no-right-to-edit' })
    expect(mayDraftPosition(drafter).ok).toBe(true)
    expect(mayDraftPosition(reader).ok).toBe(false)
    expect(mayDraftPosition(secretary)).toEqual(hidden)
    expect(mayDraftPosition(observer)).toEqual(hidden)
  })

  test('[DR-5] is tabled by the head, or by a deputy with the right to table', () => {
    expect(mayTable(head, position).ok).toBe(true)
    expect(mayTable(deputy, position).ok).toBe(true)
    expect(mayTable({ ...deputy, rights: ['EDIT_DELEGATION'] }, position)).toMatchObject({
      code: 'drafts/deputy-without-right',
    })
    expect(mayTable({ ...drafter, rights: ['EDIT_DELEGATION', 'TABLE'] }, position)).toMatchObject({
      code: 'drafts/head-tables',
    })
  })

  test('a draft set aside is read and not written', () => {
    const aside: Draft = { ...position, step: 'SET_ASIDE' }
    expect(mayReadDraft(drafter, aside).ok).toBe(true)
    expect(mayWriteDraft(drafter, aside)).toMatchObject({ kind: 'conflict', code: 'drafts/set-aside' })
  })
})

describe('a shared draft', () => {
  test('[DR-12] is written by its drafting group and the secretariat’s drafting officers', () => {
    for (const member of [head, drafter, chile, secretary]) expect(mayWriteDraft(member, shared).ok).toBe(true)
    expect(mayWriteDraft(floor, shared)).toMatchObject({ code: 'drafts/not-a-drafting-officer' })
  })

  test('[DR-12] is run and issued by the secretariat only', () => {
    expect(mayRunSharedDraft(secretary, shared).ok).toBe(true)
    expect(mayRunSharedDraft(head, shared)).toMatchObject({ code: 'drafts/secretariat-issues' })
    expect(mayTable(head, shared)).toMatchObject({ code: 'drafts/shared-is-issued' })
  })

  test('[DR-13] does not exist for a delegation outside the group, nor for observers', () => {
    expect(mayReadDraft(peru, shared)).toEqual(hidden)
    expect(mayReadDraft(observer, shared)).toEqual(hidden)
  })
})

describe('a tabled text', () => {
  const tabledAt = new Date('2026-10-21T08:00:00Z')
  const text = { conferenceId: 'conference', delegationId: 'norway', audience: 'STATES', tabledAt, withdrawnAt: null }

  test('[DR-15] is read by all delegations, and by observers only when it was tabled to them', () => {
    for (const reader of [head, chile, secretary]) expect(mayReadTabled(reader, text).ok).toBe(true)
    expect(mayReadTabled(observer, text)).toEqual(hidden)
    expect(mayReadTabled(observer, { ...text, audience: 'ALL' }).ok).toBe(true)
  })

  test('[EC-10] of before an observer became a participant stays closed to it', () => {
    const late = anActing('HEAD', { delegationId: 'concord', readSince: '2026-10-21T09:00:00.000Z' })
    expect(mayReadTabled(late, text)).toEqual(hidden)
    expect(mayReadTabled(late, { ...text, audience: 'ALL' }).ok).toBe(true)
    expect(mayReadTabled(late, { ...text, tabledAt: new Date('2026-10-21T10:00:00Z') }).ok).toBe(true)
  })

  test('[DR-11] is withdrawn by those who may table for that delegation, once', () => {
    expect(mayWithdraw(head, text).ok).toBe(true)
    expect(mayWithdraw(drafter, text).ok).toBe(false)
    expect(mayWithdraw(chile, text)).toMatchObject({ code: 'drafts/not-your-text' })
    expect(mayWithdraw(secretary, text)).toMatchObject({ code: 'drafts/not-your-text' })
    expect(mayWithdraw(secretary, { ...text, delegationId: null }).ok).toBe(true)
    expect(mayWithdraw(head, { ...text, withdrawnAt: tabledAt })).toMatchObject({ code: 'drafts/already-withdrawn' })
    expect(mayWithdraw(observer, text)).toEqual(hidden)
  })
})
