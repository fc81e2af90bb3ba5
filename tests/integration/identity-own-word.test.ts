import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeRole, endAccreditation, ownDelegation, people } from '#app/features/conference/contract.ts'
import { createPosition, draftList, draftView } from '#app/features/drafts/contract.ts'
import { loadActor } from '#app/features/identity/actor.server.ts'
import { acceptInvitation, confirmInvitation, pendingInvitations } from '#app/features/identity/invitation-contract.ts'
import { notesOnItem, openNote } from '#app/features/notes/contract.ts'
import { must } from '#app/kernel/must.ts'
import { verifyChains } from '#server/audit-chain.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { aDocument } from '#tests/builders/documents.ts'
import { draftsIn } from '#tests/support/drafts.ts'
import { aBrowser } from '#tests/support/identity.ts'
import { confirm, sendTables } from '#tests/support/imports.ts'
import { invited, sentence } from '#tests/support/invitations.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, goOnFrom, type LeftWorld, type World } from '#tests/support/world.ts'
import { write } from '#tests/support/writing.ts'

// Whoever may add members to a delegation reads what it has written: the secretariat must never be able to do that alone.

let start: LeftWorld
let world: World
beforeAll(async () => {
  start = await (await aWorld()).leave()
})
beforeEach(async () => {
  world = await goOnFrom(start)
})
afterEach(() => world.close())

const seat = (name: string) => ({ accreditationId: world.accreditation(name) })
const into = (code: string, role: 'HEAD' | 'NOTE_TAKER' | 'OBSERVER' = 'NOTE_TAKER') => ({
  delegationId: world.delegation(code),
  role,
})
const idOf = ({ invitationId }: { invitationId: string }) => ({ invitationId })
const accept = (token: string) =>
  world.anonymous.mutate(acceptInvitation, { token, name: 'A Stranger', password: sentence, browser: aBrowser() })
const toConfirm = async (name: string) =>
  (await (await world.as(name)).ask(pendingInvitations, {})).invitations.map(({ isToConfirm }) => isToConfirm)
/** The head steps back of their own will and leaves: nobody else could make that. */
async function headLeaves(code: string) {
  const role = code === 'RCO' ? 'OBSERVER' : 'POLICY_ADVISER'
  await (await world.as(`${code}.head`)).mutate(changeRole, { ...seat(`${code}.head`), role })
  await (await world.as('organiser')).mutate(endAccreditation, seat(`${code}.head`))
}
/** Somebody who took up a seat by this link. */
async function seated(token: string) {
  await accept(token)
  const { id } = await world.database.prisma.login.findFirstOrThrow({ where: { person: { name: 'A Stranger' } } })
  const actor = await inTransaction(world.database, 'engine', (tx) => loadActor(tx, id, world.clock.now))
  return world.runtime.caller(must(actor))
}

describe('the place of a head is not the secretariat’s to take', () => {
  test('[CF-14] [SEC-021] [SEC-030] no organiser takes a head’s place away and puts somebody into it', async () => {
    const organiser = await world.as('organiser')
    await expect(organiser.mutate(changeRole, { ...seat('IKD.head'), role: 'DRAFTER' })).rejects.toThrow(
      refusal('conference/name-successor'),
    )
    await expect(organiser.mutate(endAccreditation, seat('IKD.head'))).rejects.toThrow(
      refusal('conference/name-successor'),
    )
    await expect(invited(organiser, into('IKD', 'HEAD'))).rejects.toThrow(refusal('identity/has-head'))
    await expect(organiser.mutate(endAccreditation, seat('RCO.head'))).rejects.toThrow(
      refusal('conference/name-successor'),
    )
  })

  test('[SEC-030] a member who was never there is not made the head', async () => {
    await world.database.prisma.person.update({
      where: { id: world.person('IKD.notetaker') },
      data: { passwordHash: null, passwordSetAt: null },
    })
    const organiser = await world.as('organiser')
    await expect(organiser.mutate(changeRole, { ...seat('IKD.notetaker'), role: 'HEAD' })).rejects.toThrow(
      refusal('conference/successor-never-came'),
    )
    await organiser.mutate(changeRole, { ...seat('IKD.deputy'), role: 'HEAD' })
    await organiser.mutate(endAccreditation, seat('IKD.head'))
    expect((await invited(organiser, into('IKD'))).step).toBe('AWAITING_HEAD')
  })

  test('[SEC-030] anybody else’s access is ended at once, and the delegation is told who went', async () => {
    await (await world.as('organiser')).mutate(endAccreditation, seat('IKD.deputy'))
    const { news } = await (await world.as('IKD.notetaker')).ask(ownDelegation, {})
    expect(news).toContainEqual(expect.objectContaining({ act: 'left', name: 'IKD.deputy person', by: 'secretariat' }))
    const told = world.changes.filter(({ query }) => query === 'conference.ownDelegation')
    expect(told).toContainEqual(expect.objectContaining({ only: { delegationId: world.delegation('IKD') } }))
  })
})

async function* oneByOne<T>(rows: readonly T[]) {
  yield* rows
}

describe('the trail of a delegation', () => {
  const trailOf = (code: string) =>
    world.database.prisma.auditLine.findMany({
      where: { scope: `delegation:${world.delegation(code)}` },
      orderBy: { place: 'asc' },
    })

  test('[CF-16] [SEC-103] [SEC-108] has a line when the secretariat ends an accreditation or changes a role in it', async () => {
    const organiser = await world.as('organiser')
    const before = (await trailOf('IKD')).length
    await organiser.mutate(changeRole, { ...seat('IKD.drafter'), role: 'LEGAL_ADVISER' })
    await organiser.mutate(endAccreditation, seat('IKD.deputy'))
    const lines = (await trailOf('IKD')).slice(before)
    expect(lines.map(({ act, actor, detail }) => ({ act, actor, detail }))).toEqual([
      {
        act: 'conference.changeRole',
        actor: world.accreditation('organiser'),
        detail: { accreditationId: world.accreditation('IKD.drafter'), role: 'LEGAL_ADVISER' },
      },
      {
        act: 'conference.endAccreditation',
        actor: world.accreditation('organiser'),
        detail: { accreditationId: world.accreditation('IKD.deputy') },
      },
    ])
    const ofConference = await world.database.prisma.auditLine.count({
      where: { act: 'conference.endAccreditation', scope: { startsWith: 'conference:' } },
    })
    expect(ofConference).toBe(1)
    expect((await trailOf('MQS')).some(({ act }) => act === 'conference.endAccreditation')).toBe(false)
    expect((await verifyChains(oneByOne(await trailOf('IKD')))).faults).toEqual([])
  })

  test('[CF-16] its members read who ended an accreditation', async () => {
    await (await world.as('IKD.head')).mutate(endAccreditation, seat('IKD.deputy'))
    const { news } = await (await world.as('IKD.notetaker')).ask(ownDelegation, {})
    expect(news).toContainEqual(expect.objectContaining({ act: 'left', name: 'IKD.deputy person', by: 'delegation' }))
  })
})

describe('whose word it is', () => {
  test('[SEC-021] [SEC-030] without a head the deputy confirms, without one any member, and nothing opens before', async () => {
    const organiser = await world.as('organiser')
    await headLeaves('IKD')
    const note = await invited(organiser, into('IKD'))
    const head = await invited(organiser, into('IKD', 'HEAD'))
    expect([note.step, head.step]).toEqual(['AWAITING_HEAD', 'AWAITING_HEAD'])
    await expect(accept(head.token)).rejects.toThrow(refusal('identity/invitation-awaits-head'))
    expect([await toConfirm('IKD.deputy'), await toConfirm('IKD.drafter')]).toEqual([
      [true, true],
      [false, false],
    ])
    await expect((await world.as('IKD.drafter')).mutate(confirmInvitation, idOf(note))).rejects.toThrow(
      refusal('identity/deputy-confirms'),
    )
    await (await world.as('IKD.deputy')).mutate(confirmInvitation, idOf(note))

    await organiser.mutate(endAccreditation, seat('IKD.deputy'))
    expect(await toConfirm('IKD.drafter')).toContain(true)
    await (await world.as('IKD.notetaker')).mutate(confirmInvitation, idOf(head))
    expect(await accept(head.token)).toMatchObject({ outcome: 'signed-in' })
  })

  test('[SEC-030] a head who has never signed in cannot be asked: the deputy is', async () => {
    await world.database.prisma.person.update({
      where: { id: world.person('IKD.head') },
      data: { passwordHash: null, passwordSetAt: null },
    })
    expect((await invited(await world.as('organiser'), into('IKD'))).step).toBe('AWAITING_HEAD')
    expect(await toConfirm('IKD.deputy')).toEqual([true])
  })

  test('[SEC-030] of an observer any member confirms once the head has gone', async () => {
    await headLeaves('RCO')
    expect((await invited(await world.as('organiser'), into('RCO', 'OBSERVER'))).step).toBe('AWAITING_HEAD')
    expect(await toConfirm('RCO.member')).toEqual([true])
  })

  test('[SEC-021] [SEC-030] a link sent before anybody was there waits like any other once somebody is', async () => {
    const organiser = await world.as('organiser')
    const everybody = {
      personId: { in: ['head', 'deputy', 'drafter', 'notetaker'].map((who) => world.person(`MQS.${who}`)) },
    }
    await world.database.prisma.accreditation.deleteMany({ where: everybody })
    const [early, head] = [await invited(organiser, into('MQS')), await invited(organiser, into('MQS', 'HEAD'))]
    expect([early.step, head.step]).toEqual(['OPEN', 'OPEN'])
    expect(await accept(head.token)).toMatchObject({ outcome: 'signed-in' })
    await expect(accept(early.token)).rejects.toThrow(refusal('identity/invitation-awaits-head'))
    const { invitations } = await organiser.ask(pendingInvitations, {})
    expect(invitations.find(({ invitationId }) => invitationId === early.invitationId)?.step).toBe('AWAITING_HEAD')
  })

  test('[SEC-021] [IM-9] a table seats nobody past the members, though the head has gone', async () => {
    const organiser = await world.as('organiser')
    await headLeaves('IKD')
    const preview = await sendTables(organiser, {
      participants: 'Name,E-mail,Delegation,Role\nA Stranger,stranger@x.example,IKD,Head\nB,b@x.example,IKD,Drafter\n',
    })
    expect(preview.counts).toMatchObject({ accreditations: 0, requests: 2 })
    await confirm(organiser, preview)
    expect(await toConfirm('IKD.deputy')).toEqual([true, true])
    expect(
      await world.database.prisma.accreditation.count({ where: { person: { email: 'stranger@x.example' } } }),
    ).toBe(0)
  })
})

describe('a delegation that everybody has left', () => {
  async function abandoned() {
    const drafts = await draftsIn(world)
    const { draftId, documentId, revisionId } = await drafts.aWrittenRevision('The secret line.')
    const drafter = await world.as('IKD.drafter')
    const { documentId: noteDocumentId } = await drafter.mutate(openNote, {
      itemId: drafts.itemId,
      scope: 'DELEGATION',
    })
    await write(world, 'IKD.drafter', noteDocumentId, aDocument('The secret note.'))
    const organiser = await world.as('organiser')
    for (const who of ['deputy', 'drafter', 'notetaker', 'head'])
      await organiser.mutate(endAccreditation, seat(`IKD.${who}`))
    return { organiser, draftId, documentId, revisionId, itemId: drafts.itemId, noteDocumentId }
  }

  test('[CF-14] [CF-15] [SEC-021] is filled by the secretariat again, and what it wrote stays closed to whoever comes', async () => {
    const { organiser, draftId, documentId, itemId, noteDocumentId } = await abandoned()
    const { step, token } = await invited(organiser, into('IKD', 'HEAD'))
    expect(step).toBe('OPEN')
    const stranger = await seated(token)
    expect(stranger.actor).toMatchObject({ acting: { delegationId: world.delegation('IKD'), role: 'HEAD' } })
    expect(JSON.stringify(await stranger.ask(draftList, {}))).not.toContain('Line on command')
    await expect(stranger.ask(draftView, { draftId })).rejects.toMatchObject({ kind: 'missing' })
    expect(JSON.stringify(await stranger.ask(notesOnItem, { itemId }))).not.toContain('The secret note.')

    const { documentId: fresh } = await stranger.mutate(openNote, { itemId, scope: 'DELEGATION' })
    expect(fresh).not.toBe(noteDocumentId)
    const own = await stranger.mutate(createPosition, { title: 'Anew', subject: 'COMMAND_ARRANGEMENTS', itemId })
    expect(await stranger.ask(draftView, { draftId: own.draftId })).toMatchObject({ title: 'Anew' })
    expect((await invited(organiser, into('IKD'))).step).toBe('AWAITING_HEAD')

    const { delegations } = await organiser.ask(people, {})
    const sealedAt = delegations.find(({ code }) => code === 'IKD')?.sealedAt
    expect(sealedAt).toBe(world.clock.now.toISOString())
    expect((await stranger.ask(ownDelegation, {})).sealedAt).toBe(sealedAt)
    expect(delegations.filter((each) => each.sealedAt)).toHaveLength(1)

    const kept = await world.database.prisma.draft.findUniqueOrThrow({ where: { id: draftId } })
    expect([kept.documentId, kept.sealedAt]).toEqual([documentId, world.clock.now])
  })

  test('[SEC-021] even to a member who was accredited all along and never came', async () => {
    await world.database.prisma.person.update({
      where: { id: world.person('IKD.notetaker') },
      data: { passwordHash: null, passwordSetAt: null },
    })
    const drafts = await draftsIn(world)
    const { draftId } = await drafts.aPosition()
    const organiser = await world.as('organiser')
    for (const who of ['deputy', 'drafter', 'head']) await organiser.mutate(endAccreditation, seat(`IKD.${who}`))
    const late = await world.as('IKD.notetaker')
    await expect(late.ask(draftView, { draftId })).rejects.toMatchObject({ kind: 'missing' })
  })

  test('[SEC-021] while one of them is there nothing closes', async () => {
    const drafts = await draftsIn(world)
    const { draftId } = await drafts.aPosition()
    const organiser = await world.as('organiser')
    for (const who of ['deputy', 'drafter', 'notetaker']) await organiser.mutate(endAccreditation, seat(`IKD.${who}`))
    expect(await (await world.as('IKD.head')).ask(draftView, { draftId })).toMatchObject({ title: 'Line on command' })
  })
})
