import { describe, expect, test } from 'vitest'
import { deskView, latestAnnouncement, ownPresence, todayView } from '#app/features/agenda/contract.ts'
import { announce, declareLeft, declarePresent } from '#app/features/agenda/meeting-contract.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { agendaForTests, aMeetingInSession, aScheduledMeeting } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'

const agenda = agendaForTests()

describe('the roll-call', () => {
  const counts = async () => {
    const [rollCall] = (await agenda().secretary.ask(deskView, {})).rollCalls
    return [rollCall?.present, rollCall?.states, rollCall?.quorum, rollCall?.isQuorate]
  }

  test('[AG-17] heads and deputies declare their own delegation; the count is of states', async () => {
    const { world, secretary, head, observer } = agenda()
    const { meetingId } = await aMeetingInSession(world)
    expect(await counts()).toEqual([0, 3, 1, false])
    await head.mutate(declarePresent, { meetingId })
    await head.mutate(declarePresent, { meetingId })
    await observer.mutate(declarePresent, { meetingId })
    expect(await counts()).toEqual([1, 3, 1, true])
    const drafter = await world.as('MQS.drafter')
    await expect(drafter.mutate(declarePresent, { meetingId })).rejects.toEqual(refusal('agenda/head-declares'))
    const foreign = { meetingId, delegationId: world.delegation('MQS') }
    await expect(head.mutate(declarePresent, foreign)).rejects.toEqual(refusal('agenda/head-declares'))
    await secretary.mutate(declarePresent, foreign)
    expect(await counts()).toEqual([2, 3, 1, true])
  })

  test('[AG-17] [EC-4] a delegation that leaves is not counted; what it tabled and said stays', async () => {
    const { world, head } = agenda()
    const { meetingId } = await aMeetingInSession(world)
    await head.mutate(declarePresent, { meetingId })
    await head.mutate(declareLeft, { meetingId })
    expect(await counts()).toEqual([0, 3, 1, false])
    const lines = await world.database.prisma.recordLine.findMany({
      where: { meetingId, delegationId: world.delegation('IKD') },
      orderBy: { place: 'asc' },
    })
    expect(lines.map(({ kind }) => kind)).toEqual(['delegation-present', 'delegation-left'])
  })

  test('[AG-17] [CF-13] [EC-9] the quorum is the one in the conference’s rules; a state that left is not counted', async () => {
    const { world } = agenda()
    await aMeetingInSession(world)
    const { prisma } = world.database
    const rule = (quorum: string) => prisma.conference.update({ where: { id: world.conferenceId }, data: { quorum } })
    const leave = (step: string) => prisma.delegation.update({ where: { id: world.delegation('MQS') }, data: { step } })
    await rule('TWO_THIRDS')
    expect(await counts()).toEqual([0, 3, 2, false])
    await rule('MAJORITY')
    await leave('WITHDRAWN')
    expect(await counts()).toEqual([0, 2, 2, false])
    await rule('HALF')
    expect(await counts()).toEqual([0, 2, 1, false])
    await expect(rule('NOBODY')).rejects.toThrow('conference_quorum')
    await leave('TAKING_PART')
    await rule('THIRD')
  })

  test('[AG-32] a delegation sees its own answer, and only its members are told of it', async () => {
    const { world, head, observer } = agenda()
    const { meetingId } = await aMeetingInSession(world)
    await aMeetingInSession(world, world.bodies.wg1)
    world.changes.length = 0
    await head.mutate(declarePresent, { meetingId })
    const own = await (await world.as('IKD.drafter')).ask(ownPresence, {})
    expect(own.meetings.map(({ isPresent }) => isPresent).sort()).toEqual([false, true])
    expect((await (await world.as('MQS.head')).ask(ownPresence, {})).meetings.every((each) => !each.isPresent)).toBe(
      true,
    )
    expect((await observer.ask(ownPresence, {})).meetings.map((each) => each.meetingId)).toEqual([meetingId])
    const told = world.changes.filter(({ query }) => query === 'agenda.ownPresence')
    expect(told.map(({ only }) => only)).toEqual([{ delegationId: world.delegation('IKD') }])
  })

  test('[AG-17] nobody is present at a meeting that does not sit', async () => {
    const { world, head } = agenda()
    const { meetingId } = await aScheduledMeeting(world, '13:00', '14:00')
    await expect(head.mutate(declarePresent, { meetingId })).rejects.toEqual(refusal('agenda/meeting-not-open'))
  })

  test('[AG-23] to an observer a meeting closed to observers does not exist', async () => {
    const { world, observer } = agenda()
    const { meetingId } = await aMeetingInSession(world, world.bodies.wg1)
    await expect(observer.mutate(declarePresent, { meetingId })).rejects.toEqual(refusal('missing'))
  })
})

describe('announcements', () => {
  test('[AG-18] [AG-34] are heard by those they are addressed to', async () => {
    const { world, secretary, head, observer } = agenda()
    await secretary.mutate(announce, { audience: 'STATES', texts: { en: 'Group 1 takes paragraph 9.' } })
    world.clock.pass(1000)
    await secretary.mutate(announce, {
      audience: 'ALL',
      texts: { en: 'Silence ends at 14:00.', fr: 'Silence : 14 h.' },
    })
    world.clock.pass(1000)
    await secretary.mutate(announce, { audience: 'SECRETARIAT', texts: { en: 'Bureau at 08:00.' } })
    const heard = async (caller: Caller) =>
      (await caller.ask(todayView, {})).announcements.map(({ audience }) => audience).sort()
    expect(await heard(head)).toEqual(['ALL', 'STATES'])
    expect(await heard(observer)).toEqual(['ALL'])
    expect(await heard(secretary)).toEqual(['ALL', 'SECRETARIAT', 'STATES'])
    const newest = async (caller: Caller) => (await caller.ask(latestAnnouncement, {})).announcement?.audience
    expect([await newest(head), await newest(observer), await newest(secretary)]).toEqual(['ALL', 'ALL', 'SECRETARIAT'])
    const byHead = head.mutate(announce, { audience: 'ALL', texts: { en: 'Hear us' } })
    await expect(byHead).rejects.toEqual(refusal('agenda/not-announcing'))
  })
})
