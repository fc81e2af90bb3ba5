import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createOrganiser, startReset } from '#app/features/identity/admin.server.ts'
import {
  giveAccess,
  invitationShown,
  neverSignedIn,
  revokeInvitation,
} from '#app/features/identity/invitation-contract.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { minutesMs } from '#app/kernel/time.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { identityWorld } from '#tests/support/identity.ts'
import { guestOf, invited, sentence, tokenOf } from '#tests/support/invitations.ts'
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

describe('a first password for somebody who is accredited already', () => {
  async function imported(seat: string) {
    await world.database.prisma.person.update({
      where: { id: world.person(seat) },
      data: { passwordHash: null, passwordSetAt: null },
    })
    return world.accreditation(seat)
  }

  test('[ID-19] the organiser or the head hands over a link, and it opens that capacity', async () => {
    const accreditationId = await imported('IKD.notetaker')
    const first = await organiser.mutate(giveAccess, { accreditationId })
    expect(await guest.shown(tokenOf(first))).toMatchObject({ state: 'awaiting-head' })
    const second = await head.mutate(giveAccess, { accreditationId })
    expect(await guest.shown(tokenOf(first))).toEqual({ state: 'gone' })
    const caller = await guest.accepted(tokenOf(second))
    expect(caller.actor).toMatchObject({ acting: { accreditationId } })
    await expect(head.mutate(giveAccess, { accreditationId })).rejects.toThrow(refusal('identity/has-password'))
  })

  test('[ID-19] who still needs one is listed to whoever may give it, until they have signed in', async () => {
    const accreditationId = await imported('ESM.notetaker')
    const listed = async (seat: string) =>
      (await (await world.as(seat)).ask(neverSignedIn, {})).people.map((each) => each.accreditationId)
    expect(await listed('ESM.head')).toEqual([accreditationId])
    expect(await listed('organiser')).toContain(accreditationId)
    expect(await listed('IKD.head')).not.toContain(accreditationId)
    await guest.accepted(tokenOf(await (await world.as('ESM.head')).mutate(giveAccess, { accreditationId })))
    expect(await listed('ESM.head')).toEqual([])
    expect(world.changes).toContainEqual(expect.objectContaining({ query: 'identity.neverSignedIn' }))
  })

  test('[ID-20] not across delegations, and not into a place elsewhere', async () => {
    const accreditationId = await imported('MQS.notetaker')
    await expect(head.mutate(giveAccess, { accreditationId })).rejects.toMatchObject({ kind: 'missing' })
    await world.database.prisma.accreditation.create({
      data: {
        id: newId(),
        conferenceId: world.conferenceId,
        personId: world.person('MQS.notetaker'),
        delegationId: world.delegation('ESM'),
        side: 'state',
        role: 'DRAFTER',
        createdAt: world.clock.now,
      },
    })
    await expect((await world.as('MQS.head')).mutate(giveAccess, { accreditationId })).rejects.toThrow(
      refusal('identity/elsewhere'),
    )
  })

  test('[ID-18] an invitation to elsewhere does not open what an imported person has here', async () => {
    await imported('MQS.drafter')
    const { token } = await invited(organiser, { email: world.emailOf('MQS.drafter'), role: 'INTERPRETER' })
    expect(await guest.accept(token)).toEqual({ outcome: 'sign-in-first' })
  })
})

describe('from the machine itself', () => {
  const asEngine = <T>(run: Parameters<typeof inTransaction<T>>[2]) => inTransaction(world.database, 'engine', run)

  test('[SEC-027] the first organiser comes in by a code shown once, and may then set up conferences', async () => {
    const made = await asEngine((tx) =>
      createOrganiser(tx, { email: 'Ingrid@Example.org', name: 'Ingrid Falkenrath' }, world.clock.now),
    )
    if (!made.path) throw new Error('no link')
    expect(await world.anonymous.ask(invitationShown, { token: tokenOf(made) })).toMatchObject({
      purpose: 'ORGANISER',
    })
    const caller = await guest.accepted(tokenOf(made))
    expect(caller.actor).toMatchObject({ isOrganiser: true, acting: null })
    const again = await asEngine((tx) =>
      createOrganiser(tx, { email: 'ingrid@example.org', name: 'Ingrid' }, world.clock.now),
    )
    expect(again).toMatchObject({ path: null })
  })

  test('[SEC-038] a lost password is replaced by a link of half an hour that ends every login', async () => {
    const caller = await world.as('RCO.head')
    const made = await asEngine((tx) => startReset(tx, { email: world.emailOf('RCO.head') }, world.clock.now))
    if (!made) throw new Error('nobody')
    const { path, expiresAt } = made
    expect(expiresAt.getTime()).toBe(world.clock.now.getTime() + minutesMs(30))
    expect(await guest.accept(tokenOf({ path }))).toMatchObject({ outcome: 'signed-in' })
    await expect(caller.mutate(revokeInvitation, { invitationId: newId() })).rejects.toThrow(refusal('signed-out'))
    expect(world.revocations).toContainEqual({ scope: 'person', id: world.person('RCO.head'), reason: 'signed-out' })
    expect(await world.signIn('RCO.head')).toMatchObject({ outcome: 'refused' })
    expect(await world.signIn('RCO.head', { password: sentence })).toMatchObject({ outcome: 'signed-in' })
  })
})
