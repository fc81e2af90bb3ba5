import { delegationsOf } from '#app/features/conference/api.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { allowed, hidden } from '#app/kernel/policy.ts'
import { isoOrNull } from '#app/kernel/time.ts'
import { type Ask, actingIn, answer, type QueryHandler } from '#app/kernel/work.server.ts'
import { meetingById } from './api.server.ts'
import { adoptionOf, announcementsFor } from './asides.server.ts'
import { loadBoard } from './board.server.ts'
import {
  agendaBoard,
  deskView,
  itemView,
  latestAnnouncement,
  meetingRecord,
  ownPresence,
  programmeView,
  todayView,
} from './contract.ts'
import { desk } from './desk.server.ts'
import { maySeeDesk } from './policy.ts'
import { recordOf } from './record.server.ts'
import type { ItemAnswer, ItemLine, MeetingLine, MeetingRecord, OwnPresence } from './views.ts'
import { visibleMeetings } from './visibility.server.ts'

export const agendaQueries: QueryHandler[] = [
  answer(agendaBoard, async (ask) => {
    const { venue, bodies, items, meetings } = await loadBoard(ask)
    return { venue, bodies: [...bodies], meetings: [...meetings], items: [...items], agenda: await adoptionOf(ask) }
  }),
  answer(programmeView, async (ask) => {
    const { venue, bodies, items, meetings } = await loadBoard(ask)
    return { venue, bodies: [...bodies], meetings: [...meetings], items: [...items] }
  }),
  answer(todayView, async (ask) => {
    const { venue, bodies, items, meetings } = await loadBoard(ask)
    const announcements = await announcementsFor(ask)
    return { venue, bodies: [...bodies], meetings: [...meetings], items: [...items], announcements }
  }),
  answer(latestAnnouncement, async (ask) => ({ announcement: (await announcementsFor(ask, 1))[0] ?? null })),
  answer(itemView, async (ask, { itemId }) => itemPage(ask, itemId)),
  answer(deskView, (ask) => desk(ask)),
  answer(ownPresence, (ask) => presenceOf(ask)),
  answer(meetingRecord, (ask, { meetingId }) => recordSources(ask, meetingId)),
]

async function recordSources({ tx, actor, allow }: Ask, meetingId: string): Promise<MeetingRecord> {
  const acting = actingIn(actor)
  allow(maySeeDesk(acting) ? allowed : hidden)
  const { conferenceId } = acting
  await meetingById(tx, conferenceId, meetingId)
  const lines = await recordOf(tx, { conferenceId, meetingId })
  return { lineIds: lines.map(({ id }) => id) }
}

async function presenceOf({ tx, actor }: Ask): Promise<OwnPresence> {
  const acting = actingIn(actor)
  const { delegationId } = acting
  if (!delegationId) return { meetings: [] }
  const sessions = await tx.meeting.findMany({
    where: { AND: [await visibleMeetings(tx, acting), { step: { in: ['OPEN', 'SUSPENDED'] } }] },
    orderBy: [{ scheduledStart: 'asc' }, { id: 'asc' }],
  })
  const declared = await tx.meetingPresence.findMany({
    where: { delegationId, meetingId: { in: sessions.map(({ id }) => id) } },
  })
  return {
    meetings: sessions.map(({ id }) => {
      const own = declared.find(({ meetingId }) => meetingId === id)
      return {
        meetingId: id,
        isPresent: own !== undefined && own.leftAt === null,
        at: isoOrNull(own?.leftAt ?? own?.at),
      }
    }),
  }
}

async function itemPage(ask: Ask, itemId: string): Promise<ItemAnswer> {
  const { venue, bodies, items, meetings, itemRows } = await loadBoard(ask)
  const item = items.find((each) => each.itemId === itemId)
  if (!item) throw missing()
  const { conferenceId, side } = actingIn(ask.actor)
  // How many delegations read along is not for observers.
  const delegations = side === 'observer' ? [] : await delegationsOf(ask.tx, conferenceId)
  const proposerId = itemRows.find(({ id }) => id === itemId)?.proposerId
  const proposer = delegations.find(({ id }) => id === proposerId)
  const withoutHeading = items.filter((each) => !items.some(({ parentId }) => parentId === each.itemId))
  const path = withoutHeading.some((each) => each.itemId === itemId) ? withoutHeading : items
  const place = path.findIndex((each) => each.itemId === itemId)
  return {
    venue,
    item,
    body: must(bodies.find(({ bodyId }) => bodyId === item.bodyId)),
    parent: items.find((each) => each.itemId === item.parentId) ?? null,
    subItems: items.filter(({ parentId }) => parentId === itemId),
    previous: path[place - 1] ?? null,
    next: path[place + 1] ?? null,
    meetings: meetings.filter((meeting) => takes(meeting, item)),
    bodies: [...bodies],
    states: delegations.filter(({ kind }) => kind === 'STATE').length,
    proposer: proposer ? { delegationId: proposer.id, names: proposer.names } : null,
    isAdopted: (await adoptionOf(ask)).step === 'ADOPTED',
  }
}

const takes = (meeting: MeetingLine, item: ItemLine) =>
  meeting.meetingId === item.meetingId || meeting.slots.some(({ itemId }) => itemId === item.itemId)
