import type { Acting } from '#app/kernel/actor.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import type { Prisma } from '#prisma/client.ts'

type Reader = Pick<Acting, 'side' | 'conferenceId'>

/** The items a side may see (AG-23): observers, those released to them and under discussion; delegations, all. */
export const visibleItems = ({ side, conferenceId }: Reader): Prisma.AgendaItemWhereInput =>
  side === 'observer' ? { conferenceId, isOpenToObservers: true, step: 'OPEN' } : { conferenceId }

/** The meetings a side may see: observers, those they are admitted to and those that have an item they may see. */
export async function visibleMeetings(tx: Tx, reader: Reader): Promise<Prisma.MeetingWhereInput> {
  const { side, conferenceId } = reader
  if (side !== 'observer') return { conferenceId }
  const open = await tx.body.findMany({ where: { conferenceId, openTo: 'ALL_ACCREDITED' }, select: { id: true } })
  const items = await tx.agendaItem.findMany({ where: visibleItems(reader), select: { id: true, meetingId: true } })
  const slots = await tx.programmeSlot.findMany({
    where: { itemId: { in: items.map(({ id }) => id) } },
    select: { meetingId: true },
  })
  const meetings = [...items, ...slots].flatMap(({ meetingId }) => meetingId ?? [])
  return {
    conferenceId,
    OR: [
      { bodyId: { in: open.map(({ id }) => id) }, privacy: { in: ['OPEN', 'CLOSED_TO_PRESS'] } },
      { id: { in: meetings } },
    ],
  }
}
