import { describe, expect, test } from 'vitest'
import {
  addSubItem,
  closeItem,
  itemView,
  openItem,
  renameItem,
  reopenItem,
  resumeItem,
  suspendItem,
  undoLastAct,
} from '#app/features/agenda/contract.ts'
import { addSlot } from '#app/features/agenda/meeting-contract.ts'
import { agendaForTests, aMeetingInSession, anItem, anOpenItem } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'

const agenda = agendaForTests()
const stepOf = async (itemId: string) => (await agenda().head.ask(itemView, { itemId })).item.step
const linesOf = async (itemId: string) => {
  const { prisma } = agenda().world.database
  const lines = await prisma.recordLine.findMany({ where: { itemId }, orderBy: { place: 'asc' } })
  return lines.map(({ kind }) => kind)
}

describe('an item from its making to its end', () => {
  test('[AG-1] opened, suspended, resumed and closed, with a line of the record for each', async () => {
    const { world, chair } = agenda()
    const { itemId } = await anOpenItem(world)
    await chair.mutate(suspendItem, { itemId, reason: 'Consultations' })
    await chair.mutate(resumeItem, { itemId })
    await chair.mutate(closeItem, { itemId })
    expect(await stepOf(itemId)).toBe('CLOSED')
    const steps = (await linesOf(itemId)).filter((kind) => kind.startsWith('item-'))
    expect(steps).toEqual(['item-opened', 'item-suspended', 'item-resumed', 'item-closed'])
  })

  test('[AG-15] an item is taken up only in a meeting in session', async () => {
    const { world, chair, head } = agenda()
    const { itemId } = await anItem(world)
    await expect(chair.mutate(openItem, { itemId })).rejects.toEqual(refusal('agenda/no-meeting'))
    const { meetingId } = await aMeetingInSession(world)
    await chair.mutate(openItem, { itemId })
    expect((await head.ask(itemView, { itemId })).item.meetingId).toBe(meetingId)
  })

  test('[AG-15] an item of a working group can be taken in a plenary whose programme has it', async () => {
    const { world, chair, head } = agenda()
    const { itemId } = await anItem(world, { bodyId: world.bodies.wg1 })
    const { meetingId } = await aMeetingInSession(world)
    await expect(chair.mutate(openItem, { itemId })).rejects.toEqual(refusal('agenda/no-meeting'))
    await chair.mutate(addSlot, { meetingId, itemId, startsAt: '2026-10-21T12:00', endsAt: '2026-10-21T12:30' })
    await chair.mutate(openItem, { itemId })
    expect((await head.ask(itemView, { itemId })).item.meetingId).toBe(meetingId)
  })

  test('[AG-2] [EC-31] an item cannot close with an open sub-item; a sub-item may close under an open item', async () => {
    const { world, secretary, chair } = agenda()
    const { itemId } = await anOpenItem(world)
    const sub = await secretary.mutate(addSubItem, { parentId: itemId, names: { en: 'Structure' } })
    await chair.mutate(openItem, { itemId: sub.itemId })
    await expect(chair.mutate(closeItem, { itemId })).rejects.toEqual(refusal('agenda/sub-item-open'))
    await chair.mutate(closeItem, { itemId: sub.itemId })
    await chair.mutate(closeItem, { itemId })
    expect(await stepOf(itemId)).toBe('CLOSED')
  })

  test('[AG-3] a sub-item does not open under a closed item', async () => {
    const { world, secretary, chair } = agenda()
    const { itemId } = await anOpenItem(world)
    const sub = await secretary.mutate(addSubItem, { parentId: itemId, names: { en: 'Structure' } })
    await chair.mutate(closeItem, { itemId })
    await expect(chair.mutate(openItem, { itemId: sub.itemId })).rejects.toEqual(refusal('agenda/parent-is-over'))
  })

  test('[AG-9] [AG-36] the clock derives from the record, and nobody ticks it; the item is under discussion since it was opened', async () => {
    const { world, chair, head } = agenda()
    const { itemId } = await anOpenItem(world, { allottedMinutes: 30 })
    const opened = world.clock.now.toISOString()
    world.clock.pass(600_000)
    await chair.mutate(suspendItem, { itemId })
    world.clock.pass(300_000)
    expect((await head.ask(itemView, { itemId })).item.clock).toEqual({ ranMs: 600_000, runningSince: null })
    await chair.mutate(resumeItem, { itemId })
    const resumed = world.clock.now.toISOString()
    const { item } = await head.ask(itemView, { itemId })
    expect(item).toMatchObject({
      clock: { ranMs: 600_000, runningSince: resumed },
      allottedMinutes: 30,
      since: opened,
    })
    expect(opened < resumed).toBe(true)
  })

  test('[AG-5] [EC-26] a closed item is reopened only by decision, and the record shows both', async () => {
    const { world, chair } = agenda()
    const { itemId } = await anOpenItem(world)
    await chair.mutate(closeItem, { itemId })
    await expect(chair.mutate(reopenItem, { itemId })).rejects.toEqual(refusal('agenda/reopen-needs-decision'))
    await chair.mutate(reopenItem, { itemId, basis: 'Decision 4 of the plenary' })
    expect((await linesOf(itemId)).slice(-2)).toEqual(['item-closed', 'item-reopened'])
    expect(await stepOf(itemId)).toBe('OPEN')
  })
})

describe('two at the desk', () => {
  test('[AG-24] [EC-16] of "close" and "suspend" pressed together one wins; the other is told who and why', async () => {
    const { world, chair, floor, head } = agenda()
    const { itemId } = await anOpenItem(world)
    const { version } = (await head.ask(itemView, { itemId })).item
    const outcomes = await Promise.allSettled([
      chair.mutate(closeItem, { itemId, version }),
      floor.mutate(suspendItem, { itemId, version }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')
    const isClosed = (await stepOf(itemId)) === 'CLOSED'
    expect(lost).toMatchObject({
      reason: {
        kind: 'conflict',
        code: isClosed ? 'agenda/closed-meanwhile' : 'agenda/suspended-meanwhile',
        params: { name: isClosed ? 'chair person' : 'floor person', number: expect.any(String) },
      },
    })
  })

  test('[AG-24] a page that is out of date does not overwrite a title', async () => {
    const { world, secretary, floor } = agenda()
    const { itemId } = await anItem(world)
    await secretary.mutate(renameItem, { itemId, version: 0, names: { en: 'Mandate and situation' } })
    const late = floor.mutate(renameItem, { itemId, version: 0, names: { en: 'The mandate' } })
    await expect(late).rejects.toEqual(refusal('agenda/changed-meanwhile'))
  })

  test('[AG-19] a slip is undone in one action, and the clock runs as if nothing had happened', async () => {
    const { world, chair, floor, head } = agenda()
    const { itemId } = await anOpenItem(world)
    const { clock } = (await head.ask(itemView, { itemId })).item
    world.clock.pass(120_000)
    await chair.mutate(closeItem, { itemId })
    const line = await world.database.prisma.recordLine.findFirstOrThrow({ where: { itemId, kind: 'item-closed' } })
    world.clock.pass(20_000)
    await floor.mutate(undoLastAct, { lineId: line.id })
    expect((await head.ask(itemView, { itemId })).item).toMatchObject({ step: 'OPEN', clock })
    await expect(floor.mutate(undoLastAct, { lineId: line.id })).rejects.toEqual(refusal('agenda/already-undone'))
  })

  test('[AG-19] after a minute what was done stands', async () => {
    const { world, chair, head } = agenda()
    const { itemId } = await anOpenItem(world)
    const line = await world.database.prisma.recordLine.findFirstOrThrow({ where: { itemId, kind: 'item-opened' } })
    world.clock.pass(61_000)
    await expect(chair.mutate(undoLastAct, { lineId: line.id })).rejects.toEqual(refusal('agenda/undo-too-late'))
    await expect(head.mutate(undoLastAct, { lineId: line.id })).rejects.toEqual(refusal('agenda/not-at-this-desk'))
  })
})
