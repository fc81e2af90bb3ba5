import { storedNames } from '#app/features/conference/api.server.ts'
import { byOrderKey } from '#app/kernel/order-key.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { inOrder } from './order.ts'
import { agendaStep, bodyAdmits, bodyKind, itemKind, itemOutcome, meetingPrivacy } from './rows.server.ts'
import type { AgendaSetUp } from './set-up.server.ts'

/** What `setUpAgenda` wrote, as it stands now: for a file of the conference, and for what is added to it. */
export async function agendaSetUpOf(tx: Tx, conferenceId: string): Promise<AgendaSetUp & { isAdopted: boolean }> {
  const agenda = await tx.agenda.findUnique({ where: { conferenceId } })
  const rooms = await tx.room.findMany({ where: { conferenceId }, orderBy: { name: 'asc' } })
  const bodies = await tx.body.findMany({ where: { conferenceId } })
  const items = await tx.agendaItem.findMany({ where: { conferenceId, step: { not: 'WITHDRAWN' } } })
  const meetings = await tx.meeting.findMany({
    where: { conferenceId, step: { not: 'CANCELLED' } },
    orderBy: [{ scheduledStart: 'asc' }, { bodyId: 'asc' }, { number: 'asc' }],
  })
  const slots = await tx.programmeSlot.findMany({
    where: { conferenceId },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return {
    symbol: agenda?.symbol ?? null,
    isAdopted: agenda !== null && agendaStep(agenda) === 'ADOPTED',
    rooms,
    bodies: bodies
      .sort(byOrderKey)
      .map((body) => ({ ...body, names: storedNames(body.names), kind: bodyKind(body), openTo: bodyAdmits(body) })),
    items: inOrder(items).map((item) => ({
      ...item,
      names: storedNames(item.names),
      kind: itemKind(item),
      outcome: itemOutcome(item),
    })),
    meetings: meetings.map((meeting) => ({
      ...meeting,
      startsAt: meeting.scheduledStart,
      endsAt: meeting.scheduledEnd,
      privacy: meetingPrivacy(meeting),
      slots: slots.filter(({ meetingId }) => meetingId === meeting.id),
    })),
  }
}
