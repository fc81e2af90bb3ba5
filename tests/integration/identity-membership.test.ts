import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  confirmInvitation,
  declineInvitation,
  delegationNews,
  pendingInvitations,
  renewInvitation,
  revokeInvitation,
} from '#app/features/identity/invitation-contract.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { identityWorld } from '#tests/support/identity.ts'
import { anAddress, guestOf, invited, tokenOf } from '#tests/support/invitations.ts'
import { refusal } from '#tests/support/refusal.ts'

let world: Awaited<ReturnType<typeof identityWorld>>
let guest: ReturnType<typeof guestOf>
let organiser: Caller
let head: Caller
beforeAll(async () => {
  world = await identityWorld()
  guest = guestOf(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  organiser = await world.as('organiser')
  head = await world.as('IKD.head')
  world.changes.length = 0
  world.revocations.length = 0
  world.joined.length = 0
})

describe('who adds whom', () => {
  test('[SEC-030] the secretariat adds to a delegation only what its head confirms, and its members are told', async () => {
    const drafter = await world.as('IKD.drafter')
    const { token, invitationId, step } = await invited(organiser, {
      delegationId: world.delegation('IKD'),
      name: 'A Friend',
    })
    expect(step).toBe('AWAITING_HEAD')
    expect(world.changes).toContainEqual(
      expect.objectContaining({ query: 'identity.delegationNews', only: { delegationId: world.delegation('IKD') } }),
    )
    expect((await drafter.ask(delegationNews, {})).news[0]).toMatchObject({
      what: 'awaiting-head',
      name: 'A Friend',
      by: 'secretariat',
    })
    expect(await guest.shown(token)).toMatchObject({ state: 'awaiting-head' })
    await expect(guest.accept(token)).rejects.toThrow(refusal('identity/invitation-awaits-head'))
    for (const seat of ['IKD.deputy', 'organiser', 'ESM.head']) {
      const other = await world.as(seat)
      await expect(other.mutate(confirmInvitation, { invitationId })).rejects.toMatchObject({ name: 'DomainError' })
    }
    await head.mutate(confirmInvitation, { invitationId })
    const caller = await guest.accepted(token)
    expect(caller.actor).toMatchObject({ acting: { delegationId: world.delegation('IKD') } })
    const { news } = await drafter.ask(delegationNews, {})
    expect(news.map(({ what }) => what)).toContain('joined')
  })

  test('[SEC-030] and what the head declines is gone', async () => {
    const { token, invitationId } = await invited(organiser, { delegationId: world.delegation('IKD') })
    await head.mutate(declineInvitation, { invitationId })
    expect(await guest.shown(token)).toEqual({ state: 'gone' })
    await expect(head.mutate(confirmInvitation, { invitationId })).rejects.toThrow(
      refusal('identity/invitation-settled'),
    )
  })

  test('[ID-15] a delegation without a head who could be asked is filled by the secretariat alone', async () => {
    const delegationId = newId()
    await world.database.prisma.delegation.create({
      data: {
        id: delegationId,
        conferenceId: world.conferenceId,
        code: `NEW`,
        kind: 'STATE',
        names: { en: 'Newland' },
        formalNames: {},
        sortKeys: {},
        timeZone: 'Europe/Oslo',
        place: 99,
        createdAt: world.clock.now,
      },
    })
    const first = await invited(organiser, { delegationId, role: 'HEAD' })
    expect(first.step).toBe('OPEN')
    const newHead = await guest.accepted(first.token)
    expect((await invited(organiser, { delegationId })).step).toBe('AWAITING_HEAD')
    expect((await invited(newHead)).step).toBe('OPEN')
    await expect(invited(organiser, { delegationId, role: 'HEAD' })).rejects.toThrow(refusal('identity/has-head'))
  })

  test('[ID-14] [SEC-030] a head invites nowhere else, and nobody as head', async () => {
    await expect(invited(head, { delegationId: world.delegation('ESM') })).rejects.toMatchObject({ kind: 'missing' })
    await expect(invited(head, { delegationId: newId() })).rejects.toMatchObject({ kind: 'missing' })
    await expect(invited(head, { role: 'HEAD' })).rejects.toThrow(refusal('identity/one-head'))
    await expect(invited(await world.as('IKD.deputy'))).rejects.toThrow(refusal('identity/head-invites'))
    await expect(invited(await world.as('chair'), { delegationId: world.delegation('IKD') })).rejects.toThrow(
      refusal('identity/not-inviting'),
    )
    await expect(invited(organiser, { delegationId: newId() })).rejects.toMatchObject({ kind: 'missing' })
  })

  test('[SEC-031] what is pending is known to the side that sent it and to the delegation concerned, and to nobody else', async () => {
    const own = await invited(head, { name: 'Sent by the head' })
    const theirs = await invited(organiser, { delegationId: world.delegation('ESM'), name: 'For ESM' })
    const namesFor = async (seat: string) =>
      (await (await world.as(seat)).ask(pendingInvitations, {})).invitations.map(({ name }) => name)
    expect(await namesFor('IKD.head')).toContain('Sent by the head')
    expect(await namesFor('IKD.head')).not.toContain('For ESM')
    expect(await namesFor('ESM.head')).toContain('For ESM')
    expect(await namesFor('ESM.head')).not.toContain('Sent by the head')
    expect(await namesFor('organiser')).toContain('For ESM')
    expect(await namesFor('organiser')).not.toContain('Sent by the head')
    expect(await namesFor('RCO.head')).toEqual([])
    await expect(organiser.mutate(revokeInvitation, { invitationId: own.invitationId })).rejects.toMatchObject({
      kind: 'missing',
    })
    await expect(head.mutate(revokeInvitation, { invitationId: theirs.invitationId })).rejects.toMatchObject({
      kind: 'missing',
    })
    const changed = world.changes.filter(({ query }) => query === 'identity.pendingInvitations')
    expect(changed[0]?.only).toEqual({ delegationId: world.delegation('IKD') })
  })

  test('[SEC-031] neither learns from a refusal whom the other has invited', async () => {
    const email = anAddress()
    await invited(head, { email })
    expect(await invited(organiser, { email, delegationId: world.delegation('IKD') })).toMatchObject({
      step: 'AWAITING_HEAD',
    })
  })

  test('[SEC-006] row-level security hides pending members from everybody else, whatever a query asks', async () => {
    await invited(head, { name: 'Hidden by the wall' })
    const context = (side: string, delegationId: string | null) => ({
      side,
      conferenceId: world.conferenceId,
      delegationId,
      personId: null,
      accreditationId: null,
    })
    const seen = (side: string, delegationId: string | null) =>
      inTransaction(world.database, context(side, delegationId), (tx) =>
        tx.invitation.findMany({ where: { name: 'Hidden by the wall' } }),
      )
    expect(await seen('state', world.delegation('ESM'))).toEqual([])
    expect(await seen('secretariat', null)).toEqual([])
    expect(await seen('', null)).toEqual([])
    expect(await seen('state', world.delegation('IKD'))).toHaveLength(1)
  })

  test('[ID-16] revoking kills the link, and a new one replaces the old', async () => {
    const first = await invited(head)
    const second = await head.mutate(renewInvitation, { invitationId: first.invitationId })
    expect(await guest.shown(first.token)).toEqual({ state: 'gone' })
    expect(await guest.shown(tokenOf(second))).toMatchObject({ state: 'open' })
    await head.mutate(revokeInvitation, { invitationId: first.invitationId })
    expect(await guest.shown(tokenOf(second))).toEqual({ state: 'gone' })
    await expect(head.mutate(renewInvitation, { invitationId: first.invitationId })).rejects.toThrow(
      refusal('identity/invitation-settled'),
    )
  })

  test('[ID-16] the same address twice into one delegation is refused by the field', async () => {
    const { email } = await invited(head)
    await expect(invited(head, { email: ` ${email.toUpperCase()} ` })).rejects.toMatchObject({
      fields: [{ path: 'email', code: 'identity/already-invited' }],
    })
    await expect(invited(head, { email: world.emailOf('IKD.drafter') })).rejects.toThrow(
      refusal('identity/already-member'),
    )
    await expect(invited(head, { email: 'not an address' })).rejects.toMatchObject({
      fields: [{ path: 'email', code: 'field/email' }],
    })
  })

  test('[SEC-108] what a head does about members stands in the delegation’s own trail', async () => {
    await invited(head)
    const line = await world.database.prisma.auditLine.findFirst({
      where: { act: 'identity.invite' },
      orderBy: { at: 'desc' },
    })
    const scopes = await world.database.prisma.auditLine.groupBy({
      by: ['scope'],
      where: { act: 'identity.invite', actor: world.accreditation('IKD.head') },
    })
    expect(line).not.toBeNull()
    expect(scopes.map(({ scope }) => scope)).toEqual([`delegation:${world.delegation('IKD')}`])
  })
})
