import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { endAccreditation } from '#app/features/conference/contract.ts'
import { loadActor } from '#app/features/identity/actor.server.ts'
import {
  acceptInvitation,
  confirmInvitation,
  confirmLinks,
  declineInvitation,
  delegationNews,
  giveAccess,
  invitationShown,
  neverSignedIn,
  renewInvitation,
} from '#app/features/identity/invitation-contract.ts'
import { giveLinks } from '#app/features/imports/contract.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { aBrowser } from '#tests/support/identity.ts'
import { sentence, tokenOf } from '#tests/support/invitations.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, goOnFrom, type LeftWorld, type World } from '#tests/support/world.ts'

// Members whose names came with a file have a place in the delegation and no password. Whoever makes them one sits among
// those who are there, so from the first sign-in on the secretariat must not be able to do that alone.

let start: LeftWorld
let world: World
beforeAll(async () => {
  start = await (await aWorld()).leave()
})
beforeEach(async () => {
  world = await goOnFrom(start)
})
afterEach(() => world.close())

async function neverCame(...seats: string[]) {
  await world.database.prisma.person.updateMany({
    where: { id: { in: seats.map((seat) => world.person(seat)) } },
    data: { passwordHash: null, passwordSetAt: null },
  })
}
const everybodyOf = (code: string) => ['head', 'deputy', 'drafter', 'notetaker'].map((who) => `${code}.${who}`)
const place = (seat: string) => ({ accreditationId: world.accreditation(seat) })
const shown = async (token: string) => (await world.anonymous.ask(invitationShown, { token })).state
const accept = (token: string) =>
  world.anonymous.mutate(acceptInvitation, { token, name: 'Who came', password: sentence, browser: aBrowser() })

/** The links the secretariat downloads for everybody, by seat. */
async function linksForAll() {
  const { links } = await (await world.as('organiser')).mutate(giveLinks, {})
  return {
    of: (seat: string) => tokenOf(must(links.find((link) => link.accreditationId === world.accreditation(seat)))),
    stepOf: (seat: string) => links.find((link) => link.accreditationId === world.accreditation(seat))?.step,
  }
}
/** Whoever signs in by this link, as they then act. */
async function comes(seat: string, token: string) {
  await accept(token)
  const { id } = await world.database.prisma.login.findFirstOrThrow({
    where: { personId: world.person(seat), device: aBrowser().device },
  })
  const actor = await inTransaction(world.database, 'engine', (tx) => loadActor(tx, id, world.clock.now))
  return world.runtime.caller(must(actor))
}
const waitingFor = async (seat: string) => (await (await world.as(seat)).ask(neverSignedIn, {})).people
const toConfirm = async (seat: string, of: string) =>
  must(
    (await waitingFor(seat)).find(({ accreditationId }) => accreditationId === world.accreditation(of))?.toConfirm,
    `nothing to confirm for ${of}`,
  )

test('[IM-11] the secretariat reads when the links that live were made, as long as one of them does', async () => {
  await neverCame(...everybodyOf('IKD'))
  const madeAt = async () => (await (await world.as('organiser')).ask(neverSignedIn, {})).linksMadeAt
  expect(await madeAt()).toBeNull()
  const links = await linksForAll()
  const first = world.clock.now.toISOString()
  world.clock.pass(60_000)
  expect(await madeAt()).toBe(first)
  expect(world.changes).toContainEqual(expect.objectContaining({ query: 'identity.neverSignedIn', only: null }))
  const drafter = await comes('IKD.drafter', links.of('IKD.drafter'))
  expect((await drafter.ask(neverSignedIn, {})).linksMadeAt).toBeNull()
  expect(await madeAt()).toBe(first)
  await world.database.prisma.invitation.updateMany({ data: { expiresAt: world.clock.now } })
  expect(await madeAt()).toBeNull()
})

test('[ID-21] [SEC-021] [SEC-030] the links of the first day open until somebody is there, and then wait for the word', async () => {
  await neverCame(...everybodyOf('IKD'))
  const links = await linksForAll()
  for (const seat of everybodyOf('IKD')) expect(await shown(links.of(seat))).toBe('open')

  const drafter = await comes('IKD.drafter', links.of('IKD.drafter'))
  for (const seat of ['IKD.head', 'IKD.deputy', 'IKD.notetaker']) {
    expect(await shown(links.of(seat))).toBe('awaiting-head')
    await expect(accept(links.of(seat))).rejects.toThrow(refusal('identity/invitation-awaits-head'))
  }
  const { people } = await drafter.ask(neverSignedIn, {})
  expect(people.map(({ word }) => word)).toEqual(['member', 'member', 'member'])
  await drafter.mutate(confirmLinks, { invitationIds: people.flatMap((each) => each.toConfirm ?? []) })
  const head = await comes('IKD.head', links.of('IKD.head'))
  expect(head.actor).toMatchObject({ acting: { role: 'HEAD', delegationId: world.delegation('IKD') } })
  expect(await accept(links.of('IKD.deputy'))).toMatchObject({ outcome: 'signed-in' })
})

test('[ID-21] [SEC-030] a link made afterwards waits as well, and only whose word it is can give it', async () => {
  await neverCame('IKD.notetaker')
  const organiser = await world.as('organiser')
  const single = await organiser.mutate(giveAccess, place('IKD.notetaker'))
  expect(single.step).toBe('AWAITING_HEAD')
  const links = await linksForAll()
  expect(links.stepOf('IKD.notetaker')).toBe('AWAITING_HEAD')
  expect(await shown(tokenOf(single))).toBe('gone')

  const told = world.changes.filter(({ query }) => query === 'identity.neverSignedIn')
  expect(told).toContainEqual(expect.objectContaining({ only: { delegationId: world.delegation('IKD') } }))
  const invitationId = await toConfirm('IKD.head', 'IKD.notetaker')
  for (const [seat, code] of [
    ['organiser', 'missing'],
    ['ESM.head', 'missing'],
    ['IKD.deputy', 'identity/head-confirms'],
    ['IKD.drafter', 'identity/head-confirms'],
  ] as const) {
    const other = await world.as(seat)
    await expect(other.mutate(confirmInvitation, { invitationId })).rejects.toThrow(refusal(code))
    await expect(other.mutate(confirmLinks, { invitationIds: [invitationId] })).rejects.toThrow(refusal(code))
  }
  const renewed = await organiser.mutate(renewInvitation, { invitationId })
  expect(renewed.step).toBe('AWAITING_HEAD')
  await (await world.as('IKD.head')).mutate(confirmInvitation, { invitationId })
  expect(await accept(tokenOf(renewed))).toMatchObject({ outcome: 'signed-in' })
  const { news } = await (await world.as('IKD.drafter')).ask(delegationNews, {})
  expect(news[0]).toMatchObject({ what: 'signed-in', by: 'secretariat', name: 'IKD.notetaker person' })
})

test('[ID-21] what is declined is dead, and the member stays a member whom the head can let in', async () => {
  await neverCame('IKD.notetaker')
  const links = await linksForAll()
  const head = await world.as('IKD.head')
  await head.mutate(declineInvitation, { invitationId: await toConfirm('IKD.head', 'IKD.notetaker') })
  expect(await shown(links.of('IKD.notetaker'))).toBe('gone')
  const own = await head.mutate(giveAccess, place('IKD.notetaker'))
  expect(own.step).toBe('OPEN')
  expect(await accept(tokenOf(own))).toMatchObject({ outcome: 'signed-in' })
})

test('[ID-21] the head’s own link replaces the secretariat’s and waits for nobody', async () => {
  await neverCame('IKD.notetaker')
  const links = await linksForAll()
  const own = await (await world.as('IKD.head')).mutate(giveAccess, place('IKD.notetaker'))
  expect(await shown(links.of('IKD.notetaker'))).toBe('gone')
  expect((await waitingFor('IKD.head')).map((each) => each.toConfirm)).toEqual([null])
  // A later one of the secretariat's does not take the head's away.
  await linksForAll()
  expect(await shown(tokenOf(own))).toBe('open')
})

test('[ID-21] the secretariat sees whose links will wait, and not what is to be confirmed', async () => {
  await neverCame('IKD.notetaker', ...everybodyOf('MQS'), 'rapporteur')
  await linksForAll()
  const seen = await waitingFor('organiser')
  expect(seen.map(({ delegationId, word }) => [delegationId, word])).toEqual(
    expect.arrayContaining([
      [world.delegation('IKD'), 'head'],
      [world.delegation('MQS'), null],
      [null, null],
    ]),
  )
  expect(seen.every(({ toConfirm }) => toConfirm === null)).toBe(true)
})

test('[ID-21] a delegation that everybody has left is let in by the secretariat again', async () => {
  await neverCame('IKD.notetaker')
  const links = await linksForAll()
  expect(await shown(links.of('IKD.notetaker'))).toBe('awaiting-head')
  const organiser = await world.as('organiser')
  for (const who of ['deputy', 'drafter', 'head']) await organiser.mutate(endAccreditation, place(`IKD.${who}`))
  const again = await organiser.mutate(giveAccess, place('IKD.notetaker'))
  expect(again.step).toBe('OPEN')
  expect(await accept(tokenOf(again))).toMatchObject({ outcome: 'signed-in' })
})

const alsoIn = (seat: string, code: string | null, role: 'POLICY_ADVISER' | 'INTERPRETER') =>
  world.database.prisma.accreditation.create({
    data: {
      id: newId(),
      conferenceId: world.conferenceId,
      personId: world.person(seat),
      delegationId: code && world.delegation(code),
      side: code ? 'state' : 'secretariat',
      role,
      createdAt: world.clock.now,
    },
  })

test('[ID-20] [ID-21] a link into one place is no way into another one of the same person', async () => {
  await neverCame('MQS.notetaker', ...everybodyOf('ESM'))
  await alsoIn('ESM.notetaker', 'IKD', 'POLICY_ADVISER')
  await alsoIn('MQS.notetaker', null, 'INTERPRETER')
  const organiser = await world.as('organiser')
  // Nobody of ESM is there; but the same sign-in opens IKD, where everybody is.
  await expect(organiser.mutate(giveAccess, place('ESM.notetaker'))).rejects.toThrow(refusal('identity/elsewhere'))
  const links = await linksForAll()
  expect(links.stepOf('ESM.notetaker')).toBeUndefined()
  // And a head hands nobody a place in the secretariat.
  await expect((await world.as('MQS.head')).mutate(giveAccess, place('MQS.notetaker'))).rejects.toThrow(
    refusal('identity/elsewhere'),
  )
})

test('[ID-21] a link dies when its person takes a place that is not its giver’s to open', async () => {
  await neverCame('IKD.notetaker', 'MQS.notetaker', ...everybodyOf('ESM'))
  const own = await (await world.as('IKD.head')).mutate(giveAccess, place('IKD.notetaker'))
  const links = await linksForAll()
  expect([await shown(tokenOf(own)), await shown(links.of('ESM.notetaker'))]).toEqual(['open', 'open'])
  await alsoIn('IKD.notetaker', null, 'INTERPRETER')
  await alsoIn('ESM.notetaker', 'IKD', 'POLICY_ADVISER')
  for (const token of [tokenOf(own), links.of('ESM.notetaker')]) {
    expect(await shown(token)).toBe('gone')
    await expect(accept(token)).rejects.toThrow(refusal('identity/invitation-gone'))
  }
})

test('[ID-21] a link to a place that has ended opens nothing', async () => {
  await neverCame(...everybodyOf('ESM'))
  const links = await linksForAll()
  await (await world.as('organiser')).mutate(endAccreditation, place('ESM.notetaker'))
  expect(await shown(links.of('ESM.notetaker'))).toBe('gone')
})
