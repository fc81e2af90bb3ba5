import type { Acting } from '#app/kernel/actor.ts'
import { allowed, type Decision, notNow } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import type { Body, Meeting } from '#prisma/client.ts'
import { meetingInHand, unchangedMeeting } from './in-hand.server.ts'
import { lockAgenda } from './lock.server.ts'
import { cancelMeeting, closeMeeting, openMeeting, resumeMeeting, suspendMeeting } from './meeting-contract.ts'
import { type MeetingAct, meetingPermits, meetingStepAfter } from './meeting-states.ts'
import { mayRunDesk } from './policy.ts'
import { addRecordLine, sessionOf } from './record.server.ts'
import { meetingStep } from './rows.server.ts'
import { stated } from './step-mutations.server.ts'
import { tellAll } from './told.server.ts'

export const meetingMutations: MutationHandler[] = [
  handle(openMeeting, async (work, input) => {
    const { meeting, body } = await meetingToStep(work, 'open', input)
    await beginMeeting(work, meeting, body)
    return { version: meeting.version + 1 }
  }),
  handle(suspendMeeting, async (work, input) => {
    const { meeting } = await meetingToStep(work, 'suspend', input)
    return stepTo(work, meeting, 'suspend', input.reason)
  }),
  handle(resumeMeeting, async (work, input) => {
    const { meeting } = await meetingToStep(work, 'resume', input)
    return stepTo(work, meeting, 'resume', null)
  }),
  handle(closeMeeting, async (work, input) => {
    const { meeting } = await meetingToStep(work, 'close', input)
    const act = work.newId()
    const suspendedItems = await suspendOpenItems(work, meeting, act)
    await work.tx.meeting.update({
      where: { id: meeting.id },
      data: { step: 'CLOSED', closedAt: work.now, version: { increment: 1 } },
    })
    const detail = stated({ from: meeting.step, to: 'CLOSED' })
    await addRecordLine(work, {
      id: act,
      kind: 'meeting-closed',
      meetingId: meeting.id,
      bodyId: meeting.bodyId,
      detail,
    })
    work.record({ from: meeting.step, to: 'CLOSED', suspendedItems })
    tellAll(work)
    return { version: meeting.version + 1, suspendedItems }
  }),
  handle(cancelMeeting, async (work, input) => {
    const { meeting } = await meetingToStep(work, 'cancel', input)
    await work.tx.meeting.update({
      where: { id: meeting.id },
      data: { step: 'CANCELLED', version: { increment: 1 } },
    })
    tellAll(work)
    return {}
  }),
]

/** Locks the agenda, asks, and answers the meeting as it was. */
async function meetingToStep(work: Work, act: MeetingAct, input: { meetingId: string; version?: number }) {
  const acting = actingIn(work.actor)
  await lockAgenda(work.tx, acting.conferenceId)
  const { meeting, body } = await meetingInHand(work, input.meetingId)
  work.allow(mayRunDesk(acting, body))
  work.allow(unchangedMeeting(meeting, input.version))
  work.allow(meetingPermits(act, { step: meetingStep(meeting) }))
  return { meeting, body }
}

/** Opens a scheduled meeting now, under the chair who opens it or the one appointed. */
export async function beginMeeting(work: Work, meeting: Meeting, body: Body): Promise<void> {
  const acting = actingIn(work.actor)
  work.allow(notYetIn(await sessionOf(work.tx, body.id)))
  await work.tx.meeting.update({
    where: { id: meeting.id },
    data: { step: 'OPEN', openedAt: work.now, presidingId: presiding(acting, body), version: { increment: 1 } },
  })
  const detail = stated({ from: meeting.step, to: 'OPEN' })
  await addRecordLine(work, { kind: 'meeting-opened', meetingId: meeting.id, bodyId: body.id, detail })
  work.record({ from: meeting.step, to: 'OPEN' })
  tellAll(work)
}

const notYetIn = (session: Meeting | null): Decision =>
  session
    ? notNow('agenda/body-in-session', 'This body sits in another meeting. Close that one before you open the next.')
    : allowed

/** Whoever presides opens; an officer at the desk opens for the chair. */
function presiding({ role, accreditationId }: Acting, body: Body): string | null {
  const isCoChair = role === 'CO_CHAIR' || accreditationId === body.coChairId
  return isCoChair || role === 'CHAIR' ? accreditationId : (body.chairId ?? null)
}

async function stepTo(work: Work, meeting: Meeting, act: 'suspend' | 'resume', reason: string | null) {
  const step = meetingStepAfter(act)
  await work.tx.meeting.update({ where: { id: meeting.id }, data: { step, version: { increment: 1 } } })
  await addRecordLine(work, {
    kind: act === 'suspend' ? 'meeting-suspended' : 'meeting-resumed',
    meetingId: meeting.id,
    bodyId: meeting.bodyId,
    detail: stated({ from: meeting.step, to: step, reason }),
  })
  work.record({ from: meeting.step, to: step })
  tellAll(work)
  return { version: meeting.version + 1 }
}

/** Nothing is under discussion in a meeting that is over: its open items wait, suspended, for the next one. */
async function suspendOpenItems(work: Work, meeting: Meeting, act: string): Promise<number> {
  const items = await work.tx.agendaItem.findMany({ where: { meetingId: meeting.id }, orderBy: { orderKey: 'asc' } })
  for (const item of items) {
    await work.tx.agendaItem.update({
      where: { id: item.id },
      data: { step: 'SUSPENDED', meetingId: null, version: { increment: 1 } },
    })
    await addRecordLine(work, {
      kind: 'item-suspended',
      itemId: item.id,
      bodyId: item.bodyId,
      meetingId: meeting.id,
      detail: { act, from: 'OPEN', to: 'SUSPENDED', number: item.number },
    })
  }
  return items.length
}
