import { describe, expect, test } from 'vitest'
import { anActing } from '#tests/support/acting.ts'
import { mayConfirm, mayGiveAccess, mayInviteTo, mayRevoke, opensElsewhere, wordOfThose } from './policy.ts'

const head = anActing('HEAD', { delegationId: 'norway' })
const deputy = anActing('DEPUTY_HEAD', { delegationId: 'norway' })
const drafter = anActing('DRAFTER', { delegationId: 'norway' })
const observer = anActing('OBSERVER_HEAD', { delegationId: 'concord' })
const organiser = anActing('ORGANISER')
const chair = anActing('CHAIR')

const norway = { delegationId: 'norway', side: 'state' } as const
const chile = { delegationId: 'chile', side: 'state' } as const
const secretariat = { delegationId: null, side: 'secretariat' } as const

describe('who invites', () => {
  test('[ID-14] [SEC-030] a head invites delegates into their own delegation and nowhere else', () => {
    expect(mayInviteTo(head, { ...norway, role: 'DRAFTER' })).toEqual({ ok: true })
    expect(mayInviteTo(head, { ...chile, role: 'DRAFTER' })).toEqual({ ok: false, kind: 'missing' })
    expect(mayInviteTo(head, { ...secretariat, role: 'RAPPORTEUR' })).toEqual({ ok: false, kind: 'missing' })
    expect(mayInviteTo(head, { ...norway, role: 'HEAD' })).toMatchObject({ code: 'identity/one-head' })
    expect(mayInviteTo(head, { ...norway, role: 'ORGANISER' })).toMatchObject({ code: 'identity/role-of-another-side' })
    expect(mayInviteTo(observer, { delegationId: 'concord', side: 'observer', role: 'OBSERVER' })).toEqual({ ok: true })
  })

  test('[ID-14] deputies and members of the secretariat without that office do not invite', () => {
    expect(mayInviteTo(deputy, { ...norway, role: 'DRAFTER' })).toMatchObject({ code: 'identity/head-invites' })
    expect(mayInviteTo(chair, { ...norway, role: 'DRAFTER' })).toMatchObject({ code: 'identity/not-inviting' })
  })

  test('[ID-14] the organiser invites anywhere, in a role that belongs there', () => {
    expect(mayInviteTo(organiser, { ...norway, role: 'HEAD' })).toEqual({ ok: true })
    expect(mayInviteTo(organiser, { ...secretariat, role: 'RAPPORTEUR' })).toEqual({ ok: true })
    expect(mayInviteTo(organiser, { ...norway, role: 'RAPPORTEUR' })).toMatchObject({
      code: 'identity/role-of-another-side',
    })
    expect(mayInviteTo(organiser, { ...secretariat, role: 'OBSERVER' })).toMatchObject({
      code: 'identity/role-of-another-side',
    })
  })
})

describe('what becomes of an invitation', () => {
  const bySecretariat = { step: 'AWAITING_HEAD', delegationId: 'norway', fromDelegationId: null }
  const byHead = { step: 'OPEN', delegationId: 'norway', fromDelegationId: 'norway' }

  test('[ID-15] [SEC-030] only the head of that delegation confirms', () => {
    expect(mayConfirm(head, bySecretariat, 'head')).toEqual({ ok: true })
    expect(mayConfirm(deputy, bySecretariat, 'head')).toMatchObject({ code: 'identity/head-confirms' })
    for (const other of [observer, organiser])
      expect(mayConfirm(other, bySecretariat, 'head')).toEqual({ ok: false, kind: 'missing' })
    expect(mayConfirm(head, { ...bySecretariat, step: 'OPEN' }, 'head')).toMatchObject({ kind: 'conflict' })
  })

  test('[ID-15] [SEC-030] without a head its deputy, without a deputy any member, and nobody else', () => {
    expect(mayConfirm(deputy, bySecretariat, 'deputy')).toEqual({ ok: true })
    expect(mayConfirm(drafter, bySecretariat, 'deputy')).toMatchObject({ code: 'identity/deputy-confirms' })
    expect(mayConfirm(drafter, bySecretariat, 'member')).toEqual({ ok: true })
    for (const other of [observer, organiser])
      expect(mayConfirm(other, bySecretariat, 'member')).toEqual({ ok: false, kind: 'missing' })
  })

  test('[ID-15] it is the word of whoever leads those who are there', () => {
    expect(wordOfThose([{ role: 'DRAFTER' }, { role: 'DEPUTY_HEAD' }, { role: 'HEAD' }])).toBe('head')
    expect(wordOfThose([{ role: 'OBSERVER' }, { role: 'OBSERVER_HEAD' }])).toBe('head')
    expect(wordOfThose([{ role: 'DRAFTER' }, { role: 'DEPUTY_HEAD' }])).toBe('deputy')
    expect(wordOfThose([{ role: 'DRAFTER' }])).toBe('member')
  })

  test('[ID-16] [SEC-031] the side that sent it takes it back, and to the other it does not exist', () => {
    expect(mayRevoke(organiser, bySecretariat)).toEqual({ ok: true })
    expect(mayRevoke(head, bySecretariat)).toEqual({ ok: false, kind: 'missing' })
    expect(mayRevoke(head, byHead)).toEqual({ ok: true })
    expect(mayRevoke(organiser, byHead)).toEqual({ ok: false, kind: 'missing' })
    expect(mayRevoke(chair, bySecretariat)).toMatchObject({ code: 'identity/not-inviting' })
    expect(mayRevoke(head, { ...byHead, step: 'ACCEPTED' })).toMatchObject({ code: 'identity/invitation-settled' })
  })
})

describe('a link to sign in with', () => {
  const member = { ...norway, role: 'DRAFTER', isActive: true, hasPassword: false, isElsewhere: false } as const

  test('[ID-19] the first one is given by whoever may invite there', () => {
    expect(mayGiveAccess(organiser, member)).toEqual({ ok: true })
    expect(mayGiveAccess(head, member)).toEqual({ ok: true })
    expect(mayGiveAccess(deputy, member)).toMatchObject({ code: 'identity/head-invites' })
    expect(mayGiveAccess(observer, member)).toEqual({ ok: false, kind: 'missing' })
    expect(mayGiveAccess(organiser, { ...member, isActive: false })).toMatchObject({
      code: 'identity/accreditation-ended',
    })
  })

  test('[ID-20] nobody makes a way into a sign-in that exists, or into a place that is not theirs to give', () => {
    for (const giver of [head, organiser]) {
      expect(mayGiveAccess(giver, { ...member, hasPassword: true })).toMatchObject({ code: 'identity/has-password' })
      expect(mayGiveAccess(giver, { ...member, isElsewhere: true })).toMatchObject({ code: 'identity/elsewhere' })
    }
  })

  test('[ID-20] [ID-21] what else the same sign-in would open must be the giver’s to open, too', () => {
    const here = 'conference'
    const secretariatGives = { conferenceId: here, delegationId: null }
    const headGives = { conferenceId: here, delegationId: 'norway' }
    const there = new Set(['chile'])
    expect(opensElsewhere([], secretariatGives, there)).toBe(false)
    expect(opensElsewhere([{ conferenceId: here, delegationId: null }], secretariatGives, there)).toBe(false)
    expect(opensElsewhere([{ conferenceId: here, delegationId: 'peru' }], secretariatGives, there)).toBe(false)
    expect(opensElsewhere([{ conferenceId: here, delegationId: 'chile' }], secretariatGives, there)).toBe(true)
    expect(opensElsewhere([{ conferenceId: 'another', delegationId: 'peru' }], secretariatGives, there)).toBe(true)
    for (const delegationId of [null, 'chile', 'peru']) {
      expect(opensElsewhere([{ conferenceId: here, delegationId }], headGives, there)).toBe(true)
    }
  })
})
