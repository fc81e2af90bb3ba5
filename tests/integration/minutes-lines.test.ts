import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeItem, meetingRecord, openItem, undoLastAct } from '#app/features/agenda/contract.ts'
import { closeMeeting, declarePresent } from '#app/features/agenda/meeting-contract.ts'
import { circulateRecord, insertLines, openRecord, recordView } from '#app/features/minutes/contract.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { aDocument, aParagraph } from '#tests/builders/documents.ts'
import { anItem, anOpenItem } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { write } from '#tests/support/writing.ts'

let world: World
let draft: Awaited<ReturnType<typeof aDraft>>
beforeAll(async () => {
  world = await aWorld()
  draft = await aDraft()
})
afterAll(() => world.close())

/** A record opened while an item was open, which has been written in; the item was closed and another one taken up since. */
async function aDraft() {
  const { itemId, meetingId } = await anOpenItem(world, { names: { en: 'Command arrangements' } })
  const rapporteur = await world.as('rapporteur')
  const { minutesId } = await rapporteur.mutate(openRecord, { meetingId })
  const { shown } = await rapporteur.ask(recordView, { minutesId })
  const documentId = shown.kind === 'text' ? shown.documentId : ''
  await write(world, 'rapporteur', documentId, aDocument(aParagraph('Estmark supported the draft.', 'said0001')))
  world.clock.pass(60_000)
  await (await world.as('secretary')).mutate(closeItem, { itemId })
  return { minutesId, documentId }
}

async function textOf() {
  const { shown } = await (await world.as('rapporteur')).ask(recordView, { minutesId: draft.minutesId })
  if (shown.kind !== 'text') throw new Error('it is not a draft')
  const words = shown.content.content.map((block) => block.content?.map(({ text }) => text).join('') ?? '')
  return { words, missing: shown.missing }
}

test('[MI-12] a missing line is put into the text with one act, and is missing no more', async () => {
  const before = await textOf()
  expect(before.missing.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/was concluded at/)])
  const { blockId, sentence } = must(before.missing[0])
  const rapporteur = await world.as('rapporteur')
  expect(await rapporteur.mutate(insertLines, { minutesId: draft.minutesId, lineId: blockId })).toEqual({ inserted: 1 })
  const after = await textOf()
  expect(after.missing).toEqual([])
  expect(after.words.filter(Boolean)).toEqual([...before.words.filter(Boolean), sentence])
})

test('[MI-12] pressed again, or by two at once, nothing stands twice', async () => {
  const [one, two] = [await world.as('rapporteur'), await world.as('documents')]
  const { minutesId } = draft
  expect(await one.mutate(insertLines, { minutesId })).toEqual({ inserted: 0 })
  await anOpenItem(world, { names: { en: 'Logistics' } })
  const { missing, words } = await textOf()
  expect(missing.length).toBeGreaterThan(0)
  const pressed = await Promise.all([one.mutate(insertLines, { minutesId }), two.mutate(insertLines, { minutesId })])
  expect(pressed.map(({ inserted }) => inserted).sort((a, b) => a - b)).toEqual([0, missing.length])
  const after = await textOf()
  expect(after.words.filter(Boolean)).toEqual([...words.filter(Boolean), ...missing.map(({ sentence }) => sentence)])
})

test('[MI-14] every line that is added is told to whoever has the draft of that meeting open, and undoing it too', async () => {
  const { meetingId } = await anOpenItem(world, { names: { en: 'Liaison' } })
  const { itemId } = await anItem(world, { names: { en: 'Reports' } })
  const { minutesId } = await (await world.as('rapporteur')).mutate(openRecord, { meetingId })
  const view = async () => {
    const { shown } = await (await world.as('rapporteur')).ask(recordView, { minutesId })
    return must(shown.kind === 'text' ? shown : null)
  }
  const lines = async () => (await world.as('documents')).ask(meetingRecord, { meetingId })
  const before = await view()
  expect(await lines()).toEqual(before.happened)
  world.changes.length = 0
  const secretary = await world.as('secretary')
  await secretary.mutate(declarePresent, { meetingId, delegationId: world.delegation('IKD') })
  await secretary.mutate(openItem, { itemId })
  const told = world.changes.filter(({ query }) => query === meetingRecord.name)
  expect(told.map(({ input }) => input)).toEqual([{ meetingId }, { meetingId }])
  const after = await view()
  expect(after.happened.lineIds).toHaveLength(before.happened.lineIds.length + 2)
  expect(await lines()).toEqual(after.happened)
  expect(after.missing.length).toBeGreaterThan(before.missing.length)

  world.changes.length = 0
  const lineId = must(after.happened.lineIds.at(-1))
  await secretary.mutate(undoLastAct, { lineId })
  expect(world.changes).toContainEqual(expect.objectContaining({ query: meetingRecord.name, input: {} }))
  expect((await lines()).lineIds).not.toContain(lineId)
})

test('[MI-14] [MI-3] only the secretariat is told', async () => {
  const { id: meetingId } = await world.database.prisma.meeting.findFirstOrThrow({ where: { step: 'OPEN' } })
  for (const seat of ['IKD.head', 'RCO.member'] as const) {
    await expect((await world.as(seat)).ask(meetingRecord, { meetingId })).rejects.toThrow(refusal('missing'))
  }
  await expect((await world.as('secretary')).ask(meetingRecord, { meetingId: newId() })).rejects.toThrow(
    refusal('missing'),
  )
})

test('[MI-12] [SEC-009] a line of another meeting is missing', async () => {
  const other = await world.database.prisma.recordLine.create({
    data: {
      id: newId(),
      conferenceId: world.conferenceId,
      place: 1_000,
      at: world.clock.now,
      kind: 'meeting-opened',
      detail: {},
    },
  })
  const rapporteur = await world.as('rapporteur')
  await expect(rapporteur.mutate(insertLines, { minutesId: draft.minutesId, lineId: other.id })).rejects.toThrow(
    refusal('missing'),
  )
})

test('[MI-12] [SEC-068] its words are nobody’s, the rapporteur’s stay the rapporteur’s', async () => {
  const blocks = await inTransaction(world.database, 'engine', (tx) => world.documents.written(tx, draft.documentId))
  const authorOf = (start: RegExp) =>
    must(blocks.find(({ runs }) => start.test(runs[0]?.text ?? ''))).runs.map(({ authorId }) => authorId)
  expect(authorOf(/was concluded at/)).toEqual([null])
  expect(authorOf(/^Estmark/)).toEqual([world.accreditation('rapporteur')])
})

test('[MI-12] who writes no records inserts nothing, and a circulated record takes nothing more', async () => {
  const { minutesId } = draft
  await expect((await world.as('chair')).mutate(insertLines, { minutesId })).rejects.toThrow(
    refusal('minutes/not-a-writer'),
  )
  await expect((await world.as('IKD.head')).mutate(insertLines, { minutesId })).rejects.toThrow(refusal('missing'))
  const rapporteur = await world.as('rapporteur')
  const { id: meetingId } = await world.database.prisma.meeting.findFirstOrThrow({ where: { step: 'OPEN' } })
  await (await world.as('secretary')).mutate(closeMeeting, { meetingId })
  await rapporteur.mutate(circulateRecord, { minutesId })
  await expect(rapporteur.mutate(insertLines, { minutesId })).rejects.toThrow(refusal('minutes/not-a-draft'))
})
