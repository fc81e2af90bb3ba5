import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeMeeting } from '#app/features/agenda/meeting-contract.ts'
import {
  addDelegation,
  amendDelegation,
  changeRole,
  drawLot,
  endAccreditation,
  people,
  recordWithdrawal,
  roster,
} from '#app/features/conference/contract.ts'
import { tabledView, tableRevision } from '#app/features/drafts/contract.ts'
import { setLanguage } from '#app/features/identity/contract.ts'
import {
  approveRecord,
  circulateRecord,
  openRecord,
  publication,
  publishRecord,
  recordView,
  releaseAllParagraphs,
} from '#app/features/minutes/contract.ts'
import { notesOnItem, openNote } from '#app/features/notes/contract.ts'
import { must } from '#app/kernel/must.ts'
import { aDocument } from '#tests/builders/documents.ts'
import { anOpenItem } from '#tests/support/agenda.ts'
import { draftsIn } from '#tests/support/drafts.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { write } from '#tests/support/writing.ts'

let world: World
let drafts: Awaited<ReturnType<typeof draftsIn>>
beforeAll(async () => {
  world = await aWorld()
  drafts = await draftsIn(world)
})
afterAll(() => world.close())
beforeEach(() =>
  world.database.prisma.login.updateMany({ data: { reauthenticatedAt: world.clock.now } }).then(() => {}),
)

const order = async (seat: string) => (await (await world.as(seat)).ask(roster, {})).delegations.map(({ code }) => code)

test('[EC-11] another language on one’s screen changes nobody’s seat', async () => {
  const seated = await order('secretary')
  const drafter = await world.as('ESM.drafter')
  await drafter.mutate(setLanguage, { locale: 'fr' })
  expect(await order('ESM.drafter')).toEqual(seated)
  await drafter.mutate(setLanguage, { locale: 'ar' })
  expect(await order('ESM.drafter')).toEqual(seated)
})

test('[EC-3] when the head has left the deputy tables, and the trail names the deputy', async () => {
  const { draftId, revisionId, textHash } = await drafts.aWrittenRevision('The deputy’s words.')
  // The head steps back by themselves: the secretariat could only have named a successor (CF-14).
  const accreditationId = world.accreditation('IKD.head')
  await (await world.as('IKD.head')).mutate(changeRole, { accreditationId, role: 'POLICY_ADVISER' })
  await (await world.as('organiser')).mutate(endAccreditation, { accreditationId })
  const deputy = await world.as('IKD.deputy')
  const { symbol } = await deputy.mutate(tableRevision, { draftId, revisionId, textHash, audience: 'STATES' })
  expect(symbol).toMatch(/^TSF/)
  const line = await world.database.prisma.auditLine.findFirstOrThrow({
    where: { act: tableRevision.name },
    orderBy: { place: 'desc' },
  })
  expect(line.actor).toBe(world.accreditation('IKD.deputy'))
})

test('[EC-6] what somebody wrote before access ended stays the delegation’s, and what was tabled stays', async () => {
  const { itemId } = await anOpenItem(world)
  const drafter = await world.as('IKD.drafter')
  const { documentId } = await drafter.mutate(openNote, { itemId, scope: 'DELEGATION' })
  await write(world, 'IKD.drafter', documentId, aDocument('Written a moment before.'))
  const { draftId, revisionId, textHash } = await drafts.aWrittenRevision('Words on the table.')
  const deputy = await world.as('IKD.deputy')
  const { symbol } = await deputy.mutate(tableRevision, { draftId, revisionId, textHash, audience: 'STATES' })

  await (await world.as('organiser')).mutate(endAccreditation, { accreditationId: world.accreditation('IKD.drafter') })
  await expect(drafter.mutate(openNote, { itemId, scope: 'DELEGATION' })).rejects.toThrow(refusal('signed-out'))
  const { notes } = await deputy.ask(notesOnItem, { itemId })
  expect(JSON.stringify(notes)).toContain('Written a moment before.')
  const shown = await (await world.as('MQS.head')).ask(tabledView, { symbol })
  expect(JSON.stringify(shown.content)).toContain('Words on the table.')
})

async function aPublishedRecord() {
  const { meetingId } = await anOpenItem(world, { names: { en: 'Command' } })
  const { conferenceId } = world
  const presence = { conferenceId, meetingId, at: world.clock.now, declaredBy: world.accreditation('MQS.head') }
  await world.database.prisma.meetingPresence.create({ data: { ...presence, delegationId: world.delegation('MQS') } })
  await (await world.as('secretary')).mutate(closeMeeting, { meetingId })
  const rapporteur = await world.as('rapporteur')
  const { minutesId } = await rapporteur.mutate(openRecord, { meetingId })
  await rapporteur.mutate(circulateRecord, { minutesId })
  await (await world.as('chair')).mutate(approveRecord, { minutesId, basis: 'Approved.' })
  await rapporteur.mutate(releaseAllParagraphs, { minutesId })
  const { textHash } = await rapporteur.ask(publication, { minutesId })
  await rapporteur.mutate(publishRecord, { minutesId, textHash })
  return minutesId
}

test('[EC-7] minutes keep the name a delegation had; the list of delegations has the new one from now on', async () => {
  const minutesId = await aPublishedRecord()
  const secretary = await world.as('secretary')
  const delegationId = world.delegation('MQS')
  const renamed = { delegationId, names: { en: 'Aardland' }, timeZone: 'Asia/Amman', categories: [] }
  await secretary.mutate(amendDelegation, { ...renamed, code: 'AAL' })
  const { masthead } = await secretary.ask(recordView, { minutesId })
  expect(masthead.present.map(({ code, names }) => [code, names.en])).toEqual([['MQS', 'Marqesh']])
  const { delegations } = await secretary.ask(roster, {})
  expect(must(delegations.find((each) => each.delegationId === delegationId))).toMatchObject({
    code: 'AAL',
    names: { en: 'Aardland' },
  })
  await secretary.mutate(amendDelegation, { ...renamed, names: { en: 'Marqesh' }, code: 'MQS' })
})

test('[EC-8] a state that joins late is seated in order and renumbers nobody', async () => {
  const secretary = await world.as('secretary')
  await secretary.mutate(drawLot, { drawn: 'IKD' })
  const badges = () =>
    world.database.prisma.accreditation.findMany({ select: { id: true, badge: true }, orderBy: { id: 'asc' } })
  const [seated, numbers] = [await order('secretary'), await badges()]
  const late = { names: { en: 'Lateland' }, timeZone: 'UTC', categories: [], kind: 'STATE' as const, code: 'LTL' }
  await secretary.mutate(addDelegation, late)
  const now = await order('secretary')
  expect(now.filter((code) => code !== 'LTL')).toEqual(seated)
  expect(now.indexOf('LTL')).toBeLessThan(now.indexOf('RCO'))
  expect(await badges()).toEqual(numbers)
})

test('[EC-95] a link to published minutes that is passed on opens for nobody outside the conference', async () => {
  const minutesId = await aPublishedRecord()
  await expect((await world.as('RCO.member')).ask(recordView, { minutesId })).resolves.toBeDefined()
  await expect(world.anonymous.ask(recordView, { minutesId })).rejects.toThrow(refusal('signed-out'))
  const organiser = await world.as('organiser')
  await organiser.mutate(endAccreditation, { accreditationId: world.accreditation('RCO.member') })
  await expect(world.as('RCO.member')).rejects.toThrow('is not signed in')
})

test('[EC-9] a state that leaves the conference leaves what it tabled, under its name, and is still on the list', async () => {
  const theirs = await drafts.aPosition('ESM.drafter')
  await write(world, 'ESM.drafter', theirs.documentId, aDocument('Said before leaving.'))
  const { revisionId, textHash } = await drafts.aRevision(theirs.draftId, 'x', 'ESM.drafter')
  const head = await world.as('ESM.head')
  const input = { draftId: theirs.draftId, revisionId, textHash, audience: 'STATES' as const }
  const { symbol } = await head.mutate(tableRevision, input)
  await (await world.as('secretary')).mutate(recordWithdrawal, { delegationId: world.delegation('ESM') })
  const shown = await (await world.as('MQS.head')).ask(tabledView, { symbol })
  expect([JSON.stringify(shown.content), shown.delegation?.code]).toEqual([
    expect.stringContaining('Said before leaving.'),
    'ESM',
  ])
  const { delegations } = await (await world.as('secretary')).ask(people, {})
  expect(delegations.find(({ code }) => code === 'ESM')?.step).toBe('WITHDRAWN')
})
