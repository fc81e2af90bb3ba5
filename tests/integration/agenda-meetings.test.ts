import { describe, expect, test } from 'vitest'
import {
  closeItem,
  itemView,
  openItem,
  programmeView,
  resumeItem,
  todayView,
  undoLastAct,
} from '#app/features/agenda/contract.ts'
import {
  cancelMeeting,
  closeMeeting,
  conveneMeeting,
  openMeeting,
  resumeMeeting,
  suspendMeeting,
} from '#app/features/agenda/meeting-contract.ts'
import { must } from '#app/kernel/must.ts'
import { agendaForTests, aMeetingInSession, anItem, anOpenItem, aScheduledMeeting } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'

const agenda = agendaForTests()
const meetingOf = async (meetingId: string) => {
  const { meetings } = await agenda().head.ask(programmeView, {})
  return must(meetings.find((meeting) => meeting.meetingId === meetingId))
}
const lineOf = (meetingId: string, kind: string) =>
  agenda().world.database.prisma.recordLine.findFirstOrThrow({ where: { meetingId, kind } })
const start = new Date('2026-10-21T08:20:00.000Z')

describe('a meeting', () => {
  test('[AG-14] is opened once, suspended, resumed and closed; times are those of the acts', async () => {
    const { world, chair } = agenda()
    const { meetingId, number } = await aScheduledMeeting(world, '11:00', '12:30')
    expect(number).toBeGreaterThan(0)
    await chair.mutate(openMeeting, { meetingId })
    await expect(chair.mutate(openMeeting, { meetingId })).rejects.toEqual(refusal('agenda/meeting-is-open'))
    world.clock.pass(600_000)
    await chair.mutate(suspendMeeting, { meetingId, reason: 'Coffee' })
    world.clock.pass(600_000)
    await chair.mutate(resumeMeeting, { meetingId })
    world.clock.pass(60_000)
    await chair.mutate(closeMeeting, { meetingId })
    const meeting = await meetingOf(meetingId)
    expect(meeting).toMatchObject({ step: 'CLOSED', openedAt: start.toISOString(), presiding: 'chair person' })
    expect(meeting.clock).toEqual({ ranMs: 660_000, runningSince: null })
  })

  test('[AG-14] a body sits in one meeting at a time', async () => {
    const { world, chair } = agenda()
    await aMeetingInSession(world)
    const { meetingId } = await aScheduledMeeting(world, '18:00', '19:00')
    await expect(chair.mutate(openMeeting, { meetingId })).rejects.toEqual(refusal('agenda/body-in-session'))
  })

  test('[AG-27] closing it suspends what is still under discussion; undoing the slip resumes it', async () => {
    const { world, chair, head } = agenda()
    const { itemId, meetingId } = await anOpenItem(world)
    const { version } = (await head.ask(itemView, { itemId })).item
    expect(await chair.mutate(closeMeeting, { meetingId })).toMatchObject({ suspendedItems: 1 })
    expect((await head.ask(itemView, { itemId })).item).toMatchObject({ step: 'SUSPENDED', meetingId: null })
    world.clock.pass(10_000)
    await chair.mutate(undoLastAct, { lineId: (await lineOf(meetingId, 'meeting-closed')).id })
    const { item } = await head.ask(itemView, { itemId })
    expect(item).toMatchObject({ step: 'OPEN', meetingId, version: version + 2 })
    expect(item.clock.runningSince).toBe(start.toISOString())
    expect(await meetingOf(meetingId)).toMatchObject({ step: 'OPEN', closedAt: null })
  })

  test('[AG-15] nothing is taken up in a coffee break, and an item’s clock stands in it', async () => {
    const { world, chair, head } = agenda()
    const { itemId, meetingId } = await anOpenItem(world)
    const second = await anItem(world)
    world.clock.pass(60_000)
    await chair.mutate(suspendMeeting, { meetingId })
    await expect(chair.mutate(openItem, { itemId: second.itemId })).rejects.toEqual(
      refusal('agenda/meeting-is-suspended'),
    )
    const { item } = await head.ask(itemView, { itemId })
    expect(item).toMatchObject({ step: 'OPEN', clock: { ranMs: 60_000, runningSince: null } })
  })

  test('[AG-28] one item goes on from meeting to meeting', async () => {
    const { world, chair, head } = agenda()
    const { itemId, meetingId } = await anOpenItem(world)
    await chair.mutate(closeMeeting, { meetingId })
    const next = await aMeetingInSession(world)
    await chair.mutate(resumeItem, { itemId })
    expect((await head.ask(itemView, { itemId })).item.meetingId).toBe(next.meetingId)
  })

  test('[AG-12] [EC-27] a meeting past midnight belongs to the day it opened', async () => {
    const { world, chair } = agenda()
    world.clock.now = new Date('2026-10-21T20:10:00.000Z')
    const late = new Date('2026-10-22T12:00:00.000Z')
    await world.database.prisma.login.updateMany({ data: { expiresAt: late, idleUntil: late } })
    const { meetingId } = await chair.mutate(conveneMeeting, {
      bodyId: world.bodies.plenary,
      endsAt: '2026-10-22T01:30',
    })
    world.clock.pass(2 * 3_600_000)
    await chair.mutate(closeMeeting, { meetingId })
    const meeting = await meetingOf(meetingId)
    expect(meeting).toMatchObject({ day: '2026-10-21', closedAt: '2026-10-21T22:10:00.000Z' })
  })

  test('[AG-28] [EC-28] two bodies in session are two contexts: each item with its own meeting', async () => {
    const { world, chair, head } = agenda()
    const plenary = await anOpenItem(world)
    const group = await anOpenItem(world, { bodyId: world.bodies.wg1 })
    expect(plenary.meetingId).not.toBe(group.meetingId)
    const { items } = await head.ask(todayView, {})
    expect(items.map(({ itemId, meetingId }) => ({ itemId, meetingId }))).toEqual([
      { itemId: plenary.itemId, meetingId: plenary.meetingId },
      { itemId: group.itemId, meetingId: group.meetingId },
    ])
    await chair.mutate(closeItem, { itemId: group.itemId })
    expect((await head.ask(itemView, { itemId: plenary.itemId })).item.step).toBe('OPEN')
  })

  test('[AG-14] a meeting that was never opened can be cancelled, and its number is not given again', async () => {
    const { world, secretary } = agenda()
    const { meetingId, number } = await aScheduledMeeting(world, '13:00', '14:00')
    await secretary.mutate(cancelMeeting, { meetingId })
    expect(await meetingOf(meetingId)).toMatchObject({ step: 'CANCELLED' })
    expect((await aScheduledMeeting(world, '13:00', '14:00')).number).toBe(number + 1)
  })
})

test('[AG-30] the record is never changed, not even by the owner of the tables', async () => {
  const { world } = agenda()
  const { meetingId } = await aMeetingInSession(world)
  const { prisma } = world.database
  await expect(prisma.recordLine.updateMany({ where: { meetingId }, data: { kind: 'x' } })).rejects.toThrow()
  await expect(prisma.recordLine.deleteMany({ where: { meetingId } })).rejects.toThrow()
  const lines = await prisma.recordLine.findMany({ orderBy: { place: 'asc' } })
  expect(lines.map(({ place }) => place)).toEqual(lines.map((_, index) => index + 1))
})
