import { describe, expect, test } from 'vitest'
import { type Role, roles } from '#app/kernel/actor.ts'
import { anActing } from '#tests/support/acting.ts'
import { mayAnnounce, mayArrange, mayDeclarePresence, mayRunDesk, maySeeDesk, mayWithdrawItem } from './policy.ts'

const body = { id: 'wg1', chairId: 'chair of wg1', coChairId: null }
const elsewhere = { id: 'plenary', chairId: null, coChairId: null }
const may = (decide: (role: Role) => { ok: boolean }) => roles.filter((role) => decide(role).ok)

describe('the desk', () => {
  test('[AG-20] the organiser, the secretary and the floor manager run every desk', () => {
    expect(may((role) => mayRunDesk(anActing(role), body))).toEqual(['ORGANISER', 'SECRETARY', 'FLOOR_MANAGER'])
  })

  test('[AG-20] a chair and a co-chair run the desk of their own body', () => {
    for (const role of ['CHAIR', 'CO_CHAIR'] as const) {
      expect(mayRunDesk(anActing(role, { bodyIds: ['wg1'] }), body).ok).toBe(true)
      expect(mayRunDesk(anActing(role, { bodyIds: ['wg1'] }), elsewhere).ok).toBe(false)
    }
    expect(mayRunDesk(anActing('CHAIR', { accreditationId: 'chair of wg1' }), body).ok).toBe(true)
  })

  test('[AG-20] a seat in a body is not its chair', () => {
    expect(mayRunDesk(anActing('RAPPORTEUR', { bodyIds: ['wg1'] }), body).ok).toBe(false)
    expect(mayRunDesk(anActing('HEAD', { bodyIds: ['wg1'] }), body).ok).toBe(false)
  })

  test('[AG-20] only the secretariat sees the desk; only organiser and secretary arrange bodies and rooms', () => {
    expect(may((role) => mayArrange(anActing(role)))).toEqual(['ORGANISER', 'SECRETARY'])
    expect(roles.filter((role) => maySeeDesk(anActing(role)))).not.toContain('HEAD')
  })

  test('[AG-18] no delegation makes announcements', () => {
    const announcing = may((role) => mayAnnounce(anActing(role)))
    expect(announcing).toContain('FLOOR_MANAGER')
    expect(announcing).not.toContain('HEAD')
    expect(announcing).not.toContain('OBSERVER_HEAD')
  })
})

describe('presence', () => {
  test('[AG-17] the head or a deputy declares the own delegation and no other', () => {
    const declaring = may((role) => mayDeclarePresence(anActing(role), 'delegation', body))
    expect(declaring).toEqual(['ORGANISER', 'SECRETARY', 'FLOOR_MANAGER', 'HEAD', 'DEPUTY_HEAD', 'OBSERVER_HEAD'])
    expect(mayDeclarePresence(anActing('HEAD'), 'another', body)).toMatchObject({ code: 'agenda/head-declares' })
  })
})

describe('withdrawing an item', () => {
  const item = { body, proposerId: 'delegation', isAdopted: false }

  test('[AG-21] [EC-32] its proposer withdraws it alone while the agenda is provisional', () => {
    expect(mayWithdrawItem(anActing('HEAD'), item).ok).toBe(true)
    expect(mayWithdrawItem(anActing('DRAFTER'), item).ok).toBe(false)
    expect(mayWithdrawItem(anActing('HEAD', { delegationId: 'another' }), item).ok).toBe(false)
  })

  test('[AG-21] [EC-32] on an adopted agenda it needs the agreement of the body', () => {
    const refusal = mayWithdrawItem(anActing('HEAD'), { ...item, isAdopted: true })
    expect(refusal).toMatchObject({ code: 'agenda/withdrawal-needs-agreement' })
    expect(mayWithdrawItem(anActing('SECRETARY'), { ...item, isAdopted: true }).ok).toBe(true)
  })
})
