import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  acceptInvitation,
  invite,
  pendingInvitations,
  renewInvitation,
} from '#app/features/identity/invitation-contract.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { hoursMs } from '#app/kernel/time.ts'
import { aBrowser, identityWorld } from '#tests/support/identity.ts'
import { anAddress, guestOf, invited, sentence, tokenOf } from '#tests/support/invitations.ts'
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

describe('a link', () => {
  test('[ID-17] lets one person in once: name, password, and they sit where they were invited', async () => {
    const { token, email } = await invited(head)
    const caller = await guest.accepted(token)
    expect(caller.actor).toMatchObject({
      name: 'Omar Benraissi',
      acting: {
        role: 'DRAFTER',
        side: 'state',
        delegationId: world.delegation('IKD'),
        rights: ['SPEAK', 'EDIT_DELEGATION', 'CORRECT_MINUTES'],
      },
    })
    expect(world.joined).toEqual([{ conferenceId: world.conferenceId, delegationId: world.delegation('IKD') }])
    const person = await world.database.prisma.person.findUniqueOrThrow({
      where: { email },
      include: { accreditations: true },
    })
    expect(person.passwordHash).toMatch(/^\$argon2id\$/)
    expect(person.accreditations[0]?.badge).toMatch(/^IKD-\d\d$/)
  })

  test('[SEC-028] only its SHA-256 is kept, and not in the trail either', async () => {
    const { token } = await invited(head)
    const { prisma } = world.database
    const kept = JSON.stringify([
      await prisma.invitation.findMany(),
      await prisma.auditLine.findMany(),
      await prisma.actOnce.findMany(),
    ])
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(kept).not.toContain(token)
  })

  test('[SEC-028] a key that makes an act happen once does not make its link be kept', async () => {
    const email = anAddress()
    const input = { email, name: 'Omar', role: 'DRAFTER' } as const
    const once = { once: newId() }
    const { path } = await head.mutate(invite, input, once)
    await expect(head.mutate(invite, input, once)).rejects.toThrow(refusal('identity/already-invited'))
    expect(JSON.stringify(await world.database.prisma.actOnce.findMany())).not.toContain(path)
  })

  test('[SEC-028] serves once, also when two browsers use it at the same moment', async () => {
    const { token } = await invited(head)
    const results = await Promise.allSettled([guest.accept(token), guest.accept(token), guest.accept(token)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(guest.accept(token)).rejects.toThrow(refusal('identity/invitation-gone'))
    expect(await guest.shown(token)).toEqual({ state: 'gone' })
  })

  test('[SEC-028] runs out after 72 hours', async () => {
    const { token, expiresAt } = await invited(head)
    expect(new Date(expiresAt).getTime()).toBe(world.clock.now.getTime() + hoursMs(72))
    const start = world.clock.now
    world.clock.pass(hoursMs(72) - 1)
    expect(await guest.shown(token)).toMatchObject({ state: 'open' })
    world.clock.pass(1)
    expect(await guest.shown(token)).toEqual({ state: 'gone' })
    await expect(guest.accept(token)).rejects.toThrow(refusal('identity/invitation-gone'))
    world.clock.now = start
  })

  test('[SEC-028] cannot be talked into another role, delegation or address', async () => {
    const { token } = await invited(head)
    const extra = { role: 'HEAD', delegationId: world.delegation('ESM'), email: 'other@example.org', rights: ['TABLE'] }
    const tampered = { token, name: 'Omar', password: sentence, browser: aBrowser(), ...extra }
    await expect(
      world.runtime.mutate(world.anonymous.actor, 'test', 'identity.acceptInvitation', tampered),
    ).rejects.toMatchObject({ kind: 'invalid' })
    const caller = await guest.accepted(token)
    expect(caller.actor).toMatchObject({ acting: { role: 'DRAFTER', delegationId: world.delegation('IKD') } })
  })

  test('[SEC-028] for one address does nothing in the hands of somebody signed in with another', async () => {
    const { token } = await invited(organiser, { email: world.emailOf('ESM.drafter'), role: 'RAPPORTEUR' })
    const other = await world.as('ESM.deputy')
    await expect(guest.accept(token, { caller: other })).rejects.toThrow(refusal('identity/invitation-other-person'))
    expect(await guest.shown(token)).toMatchObject({ state: 'open', hasPassword: true })
  })

  test('[ID-18] somebody who has a sign-in proves it, and then holds a second capacity', async () => {
    const { token } = await invited(organiser, { email: world.emailOf('ESM.drafter'), role: 'RAPPORTEUR' }).catch(
      async () => {
        const { invitations } = await organiser.ask(pendingInvitations, {})
        const invitationId = invitations.find(({ email }) => email === world.emailOf('ESM.drafter'))?.invitationId ?? ''
        const link = await organiser.mutate(renewInvitation, { invitationId })
        return { token: tokenOf(link) }
      },
    )
    expect(await guest.accept(token)).toEqual({ outcome: 'sign-in-first' })
    const own = await world.as('ESM.drafter')
    const result = await guest.accept(token, { caller: own })
    expect(result).toMatchObject({ outcome: 'added' })
    expect(own.actor).toMatchObject({ acting: { delegationId: world.delegation('ESM') } })
  })

  test('[SEC-033] a new member’s password is not the names of the conference or the delegation, and the link stays', async () => {
    const { token } = await invited(head)
    for (const password of ['Iskandra-Iskandre 26', 'Test Planning 2026 TSF'])
      await expect(guest.accept(token, { password })).rejects.toMatchObject({ code: 'identity/password-context' })
    expect(await guest.accept(token, { password: sentence })).toMatchObject({ outcome: 'signed-in' })
  })

  test('[SEC-032] what a weak password gets is a reason, and the link is still good', async () => {
    const { token } = await invited(head)
    await expect(guest.accept(token, { password: 'short' })).rejects.toMatchObject({
      fields: [{ path: 'password', code: 'identity/password-short' }],
    })
    await expect(guest.accept(token, { password: 'Omar Benraissi 2026' })).rejects.toMatchObject({
      code: 'identity/password-context',
    })
    await expect(world.anonymous.mutate(acceptInvitation, { token, browser: aBrowser() })).rejects.toMatchObject({
      fields: [{ path: 'name' }, { path: 'password' }],
    })
    expect(await guest.accept(token)).toMatchObject({ outcome: 'signed-in' })
  })

  test('[SEC-029] looking at it, however often, uses nothing up', async () => {
    const { token } = await invited(head)
    const before = await world.database.prisma.invitation.findMany()
    for (let look = 0; look < 5; look++) await guest.shown(token)
    expect(await world.database.prisma.invitation.findMany()).toEqual(before)
    expect(await guest.accept(token)).toMatchObject({ outcome: 'signed-in' })
  })

  test('[ID-17] unknown tokens and used ones look alike', async () => {
    expect(await guest.shown('A'.repeat(43))).toEqual({ state: 'gone' })
    await expect(guest.accept('A'.repeat(43))).rejects.toThrow(refusal('identity/invitation-gone'))
  })
})
