import { conferenceById } from '#app/features/conference/api.server.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import type { Body, Meeting, ProgrammeSlot } from '#prisma/client.ts'
import { assertSpan, freeOrKnown, timesOf } from './collision.server.ts'
import { bodyInHand, meetingInHand, unchangedMeeting } from './in-hand.server.ts'
import { lockAgenda } from './lock.server.ts'
import { conveneMeeting, moveMeeting, scheduleMeeting } from './meeting-contract.ts'
import { beginMeeting } from './meeting-mutations.server.ts'
import { mayBeMoved } from './meeting-states.ts'
import { mayRunDesk } from './policy.ts'
import type { MeetingTimes } from './programme.ts'
import { meetingStep } from './rows.server.ts'
import { tellAll } from './told.server.ts'
import { instantAt } from './venue-time.ts'

export const scheduleMutations: MutationHandler[] = [
  handle(scheduleMeeting, async (work, input) => {
    const { zone, body } = await bodyToConvene(work, input.bodyId)
    const times = { startsAt: instantAt(input.startsAt, zone), endsAt: instantAt(input.endsAt, zone) }
    const meeting = await addMeeting(work, body, { ...input, ...times })
    tellAll(work)
    return { meetingId: meeting.id, number: meeting.number }
  }),
  handle(conveneMeeting, async (work, input) => {
    const { zone, body } = await bodyToConvene(work, input.bodyId)
    const times = { startsAt: work.now, endsAt: instantAt(input.endsAt, zone) }
    const meeting = await addMeeting(work, body, { ...input, ...times })
    await beginMeeting(work, meeting, body)
    return { meetingId: meeting.id, number: meeting.number }
  }),
  handle(moveMeeting, async (work, input) => {
    const acting = actingIn(work.actor)
    await lockAgenda(work.tx, acting.conferenceId)
    const { meeting, body } = await meetingInHand(work, input.meetingId)
    work.allow(mayRunDesk(acting, body))
    work.allow(unchangedMeeting(meeting, input.version))
    work.allow(mayBeMoved({ step: meetingStep(meeting) }))
    const { timeZone } = await conferenceById(work.tx, acting.conferenceId)
    const before = timesOf(meeting)
    const roomId = await roomOf(work, acting.conferenceId, input.roomId)
    const after = { ...before, roomId, ...newTimes(meeting, input, timeZone) }
    assertSpan(after.startsAt, after.endsAt)
    work.allow(await freeOrKnown(work, { before, after, knowingly: input.knowingly }))
    await moveSlots(work, before, after)
    await work.tx.meeting.update({
      where: { id: meeting.id },
      data: { roomId, scheduledStart: after.startsAt, scheduledEnd: after.endsAt, version: { increment: 1 } },
    })
    work.record({
      meetingId: meeting.id,
      roomId,
      startsAt: after.startsAt.toISOString(),
      endsAt: after.endsAt.toISOString(),
    })
    tellAll(work)
    return { version: meeting.version + 1 }
  }),
]

async function bodyToConvene(work: Work, bodyId: string): Promise<{ zone: string; body: Body }> {
  const acting = actingIn(work.actor)
  await lockAgenda(work.tx, acting.conferenceId)
  const body = await bodyInHand(work.tx, acting.conferenceId, bodyId)
  work.allow(mayRunDesk(acting, body))
  return { zone: (await conferenceById(work.tx, acting.conferenceId)).timeZone, body }
}

interface NewMeeting {
  readonly roomId?: string | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly privacy: string
  readonly knowingly?: boolean
}

/** Numbers go on within a body and are not given twice, also when a meeting is cancelled. */
async function addMeeting(work: Work, body: Body, input: NewMeeting): Promise<Meeting> {
  const { startsAt, endsAt } = input
  const id = work.newId<'meeting'>()
  const roomId = await roomOf(work, body.conferenceId, input.roomId === undefined ? body.roomId : input.roomId)
  assertSpan(startsAt, endsAt)
  const after: MeetingTimes = { id, bodyId: body.id, roomId, startsAt, endsAt }
  work.allow(await freeOrKnown(work, { before: null, after, knowingly: input.knowingly }))
  const last = await work.tx.meeting.findFirst({ where: { bodyId: body.id }, orderBy: { number: 'desc' } })
  const number = (last?.number ?? 0) + 1
  const meeting = await work.tx.meeting.create({
    data: {
      id,
      conferenceId: body.conferenceId,
      bodyId: body.id,
      number,
      roomId,
      scheduledStart: startsAt,
      scheduledEnd: endsAt,
      privacy: input.privacy,
      recordSymbol: `${body.symbol}/SR.${number}`,
    },
  })
  work.record({ meetingId: id, number })
  return meeting
}

async function roomOf({ tx }: Work, conferenceId: string, roomId: string | null | undefined): Promise<string | null> {
  if (!roomId) return null
  const room = await tx.room.findFirst({ where: { id: roomId, conferenceId }, select: { id: true } })
  if (!room) throw missing()
  return room.id
}

/** A meeting in session has begun when it began: its room and its end may change. */
function newTimes(meeting: Meeting, input: { startsAt: string; endsAt: string }, zone: string) {
  const startsAt = meeting.step === 'SCHEDULED' ? instantAt(input.startsAt, zone) : meeting.scheduledStart
  return { startsAt, endsAt: instantAt(input.endsAt, zone) }
}

/** Slots keep their distance from the start; those that would then be outside the meeting are named. */
async function moveSlots(work: Work, before: MeetingTimes, after: MeetingTimes): Promise<void> {
  const shiftMs = after.startsAt.getTime() - before.startsAt.getTime()
  const slots = await work.tx.programmeSlot.findMany({ where: { meetingId: before.id } })
  const shifted = slots.map((slot) => ({ ...slot, ...shiftedBy(slot, shiftMs) }))
  if (shifted.some(({ endsAt }) => endsAt > after.endsAt)) throw slotsOutside()
  if (shiftMs === 0) return
  for (const { id, startsAt, endsAt } of shifted) {
    await work.tx.programmeSlot.update({ where: { id }, data: { startsAt, endsAt } })
  }
}

const shiftedBy = ({ startsAt, endsAt }: ProgrammeSlot, ms: number) => ({
  startsAt: new Date(startsAt.getTime() + ms),
  endsAt: new Date(endsAt.getTime() + ms),
})

function slotsOutside() {
  const sentence =
    'The last item would end after the meeting. Let the meeting end later, or change the times of the items first.'
  const field = { path: 'endsAt', code: 'agenda/slots-outside', sentence }
  return new DomainError('invalid', 'invalid', 'Some entries need attention.', { fields: [field] })
}
