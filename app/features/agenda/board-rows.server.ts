import { type Ask, actingIn } from '#app/kernel/work.server.ts'
import { inOrder } from './order.ts'
import { visibleItems, visibleMeetings } from './visibility.server.ts'

/** The rows of an agenda that the asker's side may see. What it may not see is never fetched, but for the order. */
export async function boardRows({ tx, actor }: Pick<Ask, 'tx' | 'actor'>) {
  const acting = actingIn(actor)
  const { conferenceId } = acting
  const items = await tx.agendaItem.findMany({ where: visibleItems(acting) })
  const skeleton = await tx.agendaItem.findMany({
    where: { conferenceId },
    select: { id: true, parentId: true, orderKey: true },
  })
  const order = inOrder(skeleton).map(({ id }) => id)
  const meetings = await tx.meeting.findMany({
    where: await visibleMeetings(tx, acting),
    orderBy: [{ scheduledStart: 'asc' }, { id: 'asc' }],
  })
  const slots = await tx.programmeSlot.findMany({
    where: { meetingId: { in: meetings.map(({ id }) => id) }, itemId: { in: items.map(({ id }) => id) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  const rooms = await tx.room.findMany({ where: { conferenceId } })
  const concerned = [...new Set([...items, ...meetings].map(({ bodyId }) => bodyId))]
  const bodies = await tx.body.findMany({
    where: { conferenceId, ...(acting.side === 'observer' ? { id: { in: concerned } } : {}) },
    orderBy: { orderKey: 'asc' },
  })
  return { items: items.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)), meetings, slots, rooms, bodies }
}
