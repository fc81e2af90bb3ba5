import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeItem } from '#app/features/agenda/contract.ts'
import { closeMeeting } from '#app/features/agenda/meeting-contract.ts'
import {
  approveRecord,
  circulateRecord,
  openRecord,
  publication,
  publishRecord,
  recordList,
  recordView,
  releaseAllParagraphs,
  releaseParagraph,
  takeRecordBack,
} from '#app/features/minutes/contract.ts'
import { must } from '#app/kernel/must.ts'
import { aDocument, aParagraph } from '#tests/builders/documents.ts'
import { anOpenItem } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { write } from '#tests/support/writing.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())
beforeEach(() =>
  world.database.prisma.login.updateMany({ data: { reauthenticatedAt: world.clock.now } }).then(() => {}),
)

/** A meeting with one item opened and closed, and its record with two paragraphs of the rapporteur's. */
async function aRecord() {
  await closeWhatIsOpen()
  const { itemId, meetingId } = await anOpenItem(world, { names: { en: 'Command arrangements' } })
  await world.database.prisma.meetingPresence.createMany({
    data: [
      {
        conferenceId: world.conferenceId,
        meetingId,
        delegationId: world.delegation('IKD'),
        at: world.clock.now,
        declaredBy: world.accreditation('IKD.head'),
      },
    ],
  })
  world.clock.pass(60_000)
  const secretary = await world.as('secretary')
  await secretary.mutate(closeItem, { itemId })
  const rapporteur = await world.as('rapporteur')
  const { minutesId } = await rapporteur.mutate(openRecord, { meetingId })
  const view = await rapporteur.ask(recordView, { minutesId })
  const documentId = view.shown.kind === 'text' ? view.shown.documentId : ''
  const told = aDocument(
    aParagraph('The representative of Estmark supported the draft.', 'told0001'),
    aParagraph('WITHHELD-FROM-OBSERVERS', 'held0001'),
  )
  await write(world, 'rapporteur', documentId, told)
  await secretary.mutate(closeMeeting, { meetingId })
  return { minutesId, meetingId, documentId }
}

async function closeWhatIsOpen() {
  const { prisma } = world.database
  const secretary = await world.as('secretary')
  for (const { id } of await prisma.agendaItem.findMany({ where: { step: 'OPEN' } }))
    await secretary.mutate(closeItem, { itemId: id })
  for (const { id } of await prisma.meeting.findMany({ where: { step: 'OPEN' } }))
    await secretary.mutate(closeMeeting, { meetingId: id })
}

async function aCirculatedRecord() {
  const record = await aRecord()
  await (await world.as('rapporteur')).mutate(circulateRecord, { minutesId: record.minutesId })
  return record
}

async function aPublishedRecord() {
  const record = await aCirculatedRecord()
  const { minutesId } = record
  const rapporteur = await world.as('rapporteur')
  await (await world.as('chair')).mutate(approveRecord, { minutesId, basis: 'Approved at the next meeting.' })
  const { paragraphs } = await rapporteur.ask(publication, { minutesId })
  for (const { place, blocks } of paragraphs) {
    if (!JSON.stringify(blocks).includes('WITHHELD'))
      await rapporteur.mutate(releaseParagraph, { minutesId, place, isReleased: true })
  }
  const { textHash } = await rapporteur.ask(publication, { minutesId })
  const receipt = await rapporteur.mutate(publishRecord, { minutesId, textHash })
  return { ...record, ...receipt }
}

describe('what writes itself', () => {
  test('[MI-8] the masthead and the first text come from what happened', async () => {
    const { minutesId } = await aRecord()
    const view = await (await world.as('rapporteur')).ask(recordView, { minutesId })
    expect(view.masthead.items).toMatchObject([
      { names: { en: 'Command arrangements' }, openedAt: expect.any(String), closedAt: expect.any(String) },
    ])
    expect(view.masthead.present.map(({ code }) => code)).toEqual(['IKD'])
    expect(JSON.stringify(view.shown)).toMatch(/was taken up at .*was concluded at/)
  })

  test('[MI-1] two rapporteurs who open at once share one record', async () => {
    const { meetingId } = await anOpenItem(world)
    const [one, two] = [await world.as('rapporteur'), await world.as('documents')]
    const made = await Promise.all([one.mutate(openRecord, { meetingId }), two.mutate(openRecord, { meetingId })])
    expect(made[0]?.minutesId).toBe(made[1]?.minutesId)
  })
})

describe('who reads when', () => {
  const missing = refusal('missing')

  test('[MI-3] a draft is missing for every delegation, in view and in list', async () => {
    const { minutesId } = await aRecord()
    for (const seat of ['IKD.head', 'ESM.head', 'RCO.head']) {
      const reader = await world.as(seat)
      await expect(reader.ask(recordView, { minutesId })).rejects.toThrow(missing)
      expect((await reader.ask(recordList, {})).records.map((record) => record.minutesId)).not.toContain(minutesId)
    }
  })

  test('[MI-4] a circulated record is for who was present', async () => {
    const { minutesId } = await aCirculatedRecord()
    expect((await (await world.as('IKD.drafter')).ask(recordView, { minutesId })).shown.kind).toBe('record')
    await expect((await world.as('ESM.head')).ask(recordView, { minutesId })).rejects.toThrow(missing)
  })

  test('[MI-7][EC-94] the observer’s link answers as a missing page does, then opens at the same address', async () => {
    const { minutesId } = await aCirculatedRecord()
    const observer = await world.as('RCO.head')
    const before = await observer.ask(recordView, { minutesId }).catch((error) => error)
    const made = await observer.ask(recordView, { minutesId: 'AAAAAAAAAAAAAAAAAAAAAA' }).catch((error) => error)
    expect(before).toEqual(made)
    const published = await aPublishedRecord()
    expect((await observer.ask(recordView, { minutesId: published.minutesId })).shown.kind).toBe('edition')
  })

  test('[MI-6][MI-11][SEC-022] an observer reads the edition: numbers kept, withheld words in no byte', async () => {
    const { minutesId } = await aPublishedRecord()
    const view = await (await world.as('IRR.member')).ask(recordView, { minutesId })
    expect(JSON.stringify(view)).not.toContain('WITHHELD-FROM-OBSERVERS')
    expect(JSON.stringify(view)).toContain('supported the draft')
    const paragraphs = view.shown.kind === 'edition' ? view.shown.paragraphs : []
    expect(paragraphs.filter(({ blocks }) => blocks === null)).toHaveLength(1)
    expect(paragraphs.map(({ label }) => label)).toEqual(paragraphs.map((_, index) => String(index + 1)))
  })

  test('[EC-95] the published record opens for nobody who is not signed in to this conference', async () => {
    const { minutesId } = await aPublishedRecord()
    await expect(world.anonymous.ask(recordView, { minutesId })).rejects.toThrow(refusal('signed-out'))
  })
})

describe('from draft to publication', () => {
  test('[MI-2] no step is skipped and an approved record is not taken back', async () => {
    const { minutesId } = await aCirculatedRecord()
    const rapporteur = await world.as('rapporteur')
    const { textHash } = await rapporteur.ask(publication, { minutesId })
    await expect(rapporteur.mutate(publishRecord, { minutesId, textHash })).rejects.toThrow(refusal('minutes/not-yet'))
    await (await world.as('chair')).mutate(approveRecord, { minutesId, basis: 'Approved.' })
    await expect(rapporteur.mutate(takeRecordBack, { minutesId })).rejects.toThrow(refusal('minutes/final'))
  })

  test('[MI-13] the record of a meeting in session is written, not circulated', async () => {
    await closeWhatIsOpen()
    const { meetingId } = await anOpenItem(world)
    const rapporteur = await world.as('rapporteur')
    const { minutesId } = await rapporteur.mutate(openRecord, { meetingId })
    await expect(rapporteur.mutate(circulateRecord, { minutesId })).rejects.toThrow(refusal('minutes/in-session'))
    await closeWhatIsOpen()
    await rapporteur.mutate(circulateRecord, { minutesId })
    expect((await rapporteur.ask(recordView, { minutesId })).step).toBe('CIRCULATED')
  })

  test('[MI-2] the database itself refuses to change an approved paragraph', async () => {
    const { minutesId } = await aCirculatedRecord()
    await (await world.as('chair')).mutate(approveRecord, { minutesId, basis: 'Approved.' })
    const { prisma } = world.database
    await expect(prisma.minutesParagraph.updateMany({ where: { minutesId }, data: { blocks: [] } })).rejects.toThrow()
    await expect(prisma.minutesParagraph.deleteMany({ where: { minutesId } })).rejects.toThrow()
  })

  test('[MI-9] a number once circulated stays when a paragraph is added before it', async () => {
    const { minutesId, documentId } = await aCirculatedRecord()
    const rapporteur = await world.as('rapporteur')
    const labelOf = async () =>
      must(
        (await rapporteur.ask(publication, { minutesId })).paragraphs.find(({ blocks }) =>
          JSON.stringify(blocks).includes('supported the draft'),
        ),
      ).label
    const before = await labelOf()
    await rapporteur.mutate(takeRecordBack, { minutesId })
    await write(world, 'rapporteur', documentId, aDocument(aParagraph('Added at the end.', 'late0001')))
    await rapporteur.mutate(circulateRecord, { minutesId })
    expect(await labelOf()).toBe(before)
  })

  test('[MI-10] a paragraph is withheld until it is released, and what is published is what was shown', async () => {
    const { minutesId } = await aCirculatedRecord()
    const rapporteur = await world.as('rapporteur')
    await (await world.as('chair')).mutate(approveRecord, { minutesId, basis: 'Approved.' })
    const shown = await rapporteur.ask(publication, { minutesId })
    expect(shown.released).toBe(0)
    await rapporteur.mutate(releaseAllParagraphs, { minutesId })
    await expect(rapporteur.mutate(publishRecord, { minutesId, textHash: shown.textHash })).rejects.toThrow(
      refusal('minutes/not-what-was-shown'),
    )
    await world.database.prisma.login.update({
      where: { id: world.login('rapporteur') },
      data: { reauthenticatedAt: null },
    })
    const { textHash } = await rapporteur.ask(publication, { minutesId })
    await expect((await world.as('rapporteur')).mutate(publishRecord, { minutesId, textHash })).rejects.toThrow(
      refusal('reauthenticate'),
    )
    await world.database.prisma.login.update({
      where: { id: world.login('rapporteur') },
      data: { reauthenticatedAt: world.clock.now },
    })
  })

  test('two officers who publish at once publish once', async () => {
    const { minutesId } = await aCirculatedRecord()
    await (await world.as('chair')).mutate(approveRecord, { minutesId, basis: 'Approved.' })
    const [one, two] = [await world.as('rapporteur'), await world.as('secretary')]
    await one.mutate(releaseAllParagraphs, { minutesId })
    const { textHash } = await one.ask(publication, { minutesId })
    const results = await Promise.allSettled([
      one.mutate(publishRecord, { minutesId, textHash }),
      two.mutate(publishRecord, { minutesId, textHash }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a meeting that goes on after the record was opened adds its lines to what is missing', async () => {
    await closeWhatIsOpen()
    const { meetingId } = await anOpenItem(world)
    const rapporteur = await world.as('rapporteur')
    const { minutesId } = await rapporteur.mutate(openRecord, { meetingId })
    await closeWhatIsOpen()
    const view = await rapporteur.ask(recordView, { minutesId })
    expect(view.shown.kind === 'text' && view.shown.missing.map(({ sentence }) => sentence).join(' ')).toMatch(
      /The meeting rose at/,
    )
  })
})
