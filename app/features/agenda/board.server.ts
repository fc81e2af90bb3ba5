import { accreditedNames, conferenceById, storedNames } from '#app/features/conference/api.server.ts'
import { iso, isoOrNull } from '#app/kernel/time.ts'
import { type Ask, actingIn } from '#app/kernel/work.server.ts'
import type { AgendaItem, Body, Meeting, ProgrammeSlot, RecordLine, Room } from '#prisma/client.ts'
import { boardRows } from './board-rows.server.ts'
import { itemClock, meetingClock, type RunningClock, standsSince } from './clock.ts'
import { dayOfMeeting } from './programme.ts'
import { recordOf } from './record.server.ts'
import type { RecordKind } from './record.ts'
import { bodyAdmits, bodyKind, itemKind, itemOutcome, itemStep, meetingPrivacy, meetingStep } from './rows.server.ts'
import type { BodyLine, ItemLine, MeetingLine, SlotLine, Venue } from './views.ts'

const clockKinds: readonly RecordKind[] = [
  'item-opened',
  'item-suspended',
  'item-resumed',
  'item-deferred',
  'item-closed',
  'item-reopened',
  'item-withdrawn',
  'meeting-opened',
  'meeting-suspended',
  'meeting-resumed',
  'meeting-closed',
]

export interface Board {
  readonly venue: Venue
  readonly bodies: readonly BodyLine[]
  readonly items: readonly ItemLine[]
  readonly meetings: readonly MeetingLine[]
  readonly bodyRows: readonly Body[]
  readonly itemRows: readonly AgendaItem[]
}

/** Items, bodies, meetings and slots as the asker's side may see them, in order, with their clocks. */
export async function loadBoard(ask: Pick<Ask, 'tx' | 'actor'>): Promise<Board> {
  const { conferenceId } = actingIn(ask.actor)
  const { timeZone, startsOn, endsOn, symbolRoot, venue } = await conferenceById(ask.tx, conferenceId)
  const { items, meetings, slots, rooms, bodies } = await boardRows(ask)
  const lines = await recordOf(ask.tx, { conferenceId, kinds: clockKinds })
  const officers = [...bodies.map(({ chairId }) => chairId), ...meetings.map(({ presidingId }) => presidingId)]
  const present = officers.filter((id) => id !== null)
  const names = await accreditedNames(ask.tx, present)
  const seen = new Set(items.map(({ id }) => id))
  return {
    venue: { timeZone, startsOn, endsOn, symbolRoot, place: venue.city ?? timeZone, name: venue.name ?? '' },
    bodies: bodies.map((body) => bodyLine(body, names)),
    items: items.map((item) => itemLine(item, seen, lines)),
    meetings: meetings.map((meeting) => meetingLine(meeting, { slots, rooms, names, lines, timeZone })),
    bodyRows: bodies,
    itemRows: items,
  }
}

const bodyLine = (body: Body, names: ReadonlyMap<string, string>): BodyLine => ({
  bodyId: body.id,
  kind: bodyKind(body),
  names: storedNames(body.names),
  symbol: body.symbol,
  openTo: bodyAdmits(body),
  chair: (body.chairId && names.get(body.chairId)) || null,
})

const clockLine = ({ ranMs, runningSince }: RunningClock) => ({ ranMs, runningSince: isoOrNull(runningSince) })

function itemLine(item: AgendaItem, seen: ReadonlySet<string>, lines: readonly RecordLine[]): ItemLine {
  const own = lines.filter(({ itemId }) => itemId === item.id)
  const meetings = new Set(own.map(({ meetingId }) => meetingId))
  const relevant = lines.filter(
    ({ itemId, meetingId }) => itemId === item.id || (itemId === null && meetings.has(meetingId)),
  )
  return {
    itemId: item.id,
    parentId: item.parentId && seen.has(item.parentId) ? item.parentId : null,
    number: item.number,
    names: storedNames(item.names),
    kind: itemKind(item),
    outcome: itemOutcome(item),
    step: itemStep(item),
    since: isoOrNull(standsSince(own)),
    bodyId: item.bodyId,
    meetingId: item.meetingId,
    allottedMinutes: item.allottedMinutes,
    isOpenToObservers: item.isOpenToObservers,
    clock: clockLine(itemClock(relevant)),
    version: item.version,
  }
}

interface Around {
  readonly slots: readonly ProgrammeSlot[]
  readonly rooms: readonly Room[]
  readonly names: ReadonlyMap<string, string>
  readonly lines: readonly RecordLine[]
  readonly timeZone: string
}

function meetingLine(meeting: Meeting, { slots, rooms, names, lines, timeZone }: Around): MeetingLine {
  const own = lines.filter(({ meetingId, itemId }) => meetingId === meeting.id && itemId === null)
  const times = { openedAt: meeting.openedAt, startsAt: meeting.scheduledStart }
  return {
    meetingId: meeting.id,
    bodyId: meeting.bodyId,
    number: meeting.number,
    roomId: meeting.roomId,
    room: rooms.find(({ id }) => id === meeting.roomId)?.name ?? null,
    startsAt: iso(meeting.scheduledStart),
    endsAt: iso(meeting.scheduledEnd),
    day: dayOfMeeting(times, timeZone),
    step: meetingStep(meeting),
    openedAt: isoOrNull(meeting.openedAt),
    closedAt: isoOrNull(meeting.closedAt),
    presiding: (meeting.presidingId && names.get(meeting.presidingId)) || null,
    privacy: meetingPrivacy(meeting),
    clock: clockLine(meetingClock(own)),
    version: meeting.version,
    slots: slots.filter(({ meetingId }) => meetingId === meeting.id).map(slotLine),
  }
}

const slotLine = ({ id, itemId, startsAt, endsAt }: ProgrammeSlot): SlotLine => ({
  slotId: id,
  itemId,
  startsAt: iso(startsAt),
  endsAt: iso(endsAt),
})
