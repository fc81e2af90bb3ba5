import { storedNames } from '#app/features/conference/api.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { missing } from '#app/kernel/errors.ts'
import type { Names } from '#app/kernel/text.ts'
import { actingIn, type Tx, type Work } from '#app/kernel/work.server.ts'
import type { AgendaItem, Body, Meeting, Prisma } from '#prisma/client.ts'
import { meetingInHand } from './in-hand.server.ts'
import { lockAgenda } from './lock.server.ts'
import * as record from './record.server.ts'
import { sessionOf } from './record.server.ts'
import { textField } from './record.ts'
import { visibleItems } from './visibility.server.ts'

export {
  type AgendaSetUp,
  type SetUpBody,
  type SetUpItem,
  type SetUpMeeting,
  setUpAgenda,
} from './set-up.server.ts'
export { agendaSetUpOf } from './set-up-view.server.ts'
export { instantAt } from './venue-time.ts'

/** The conference's agenda row, locked: whoever adds to the agenda takes it before looking at what is there. */
export const holdAgenda = async (tx: Tx, conferenceId: string): Promise<void> => {
  await lockAgenda(tx, conferenceId)
}

export type MeetingRow = Meeting

/** An item the actor may see, or `missing`. */
export async function itemFor(tx: Tx, actor: Actor, itemId: string): Promise<AgendaItem> {
  const item = await tx.agendaItem.findFirst({ where: { AND: [{ id: itemId }, visibleItems(actingIn(actor))] } })
  if (!item) throw missing()
  return item
}

export interface ItemRef {
  readonly itemId: string
  readonly parentId: string | null
  readonly number: string
  readonly names: Names
}

/**
 * Number and title of every item of a conference, by id. For readers on the state and secretariat sides; what observers
 * may read about items comes from `itemRefsFor`.
 */
export const itemRefsOf = (tx: Tx, conferenceId: string): Promise<Map<string, ItemRef>> =>
  itemRefs(tx, { conferenceId })

/** The same, of the items the actor may see. */
export const itemRefsFor = (tx: Tx, actor: Actor): Promise<Map<string, ItemRef>> =>
  itemRefs(tx, visibleItems(actingIn(actor)))

async function itemRefs(tx: Tx, where: Prisma.AgendaItemWhereInput): Promise<Map<string, ItemRef>> {
  const rows = await tx.agendaItem.findMany({ where, select: { id: true, parentId: true, number: true, names: true } })
  return new Map(
    rows.map(({ id, parentId, number, names }) => [id, { itemId: id, parentId, number, names: storedNames(names) }]),
  )
}

export type BodyRef = Omit<Body, 'names'> & { readonly names: Names }

export async function bodyById(tx: Tx, id: string): Promise<BodyRef> {
  const body = await tx.body.findUnique({ where: { id } })
  if (!body) throw missing()
  return { ...body, names: storedNames(body.names) }
}

export async function bodiesOf(tx: Tx, conferenceId: string): Promise<BodyRef[]> {
  const bodies = await tx.body.findMany({ where: { conferenceId }, orderBy: { orderKey: 'asc' } })
  return bodies.map((body) => ({ ...body, names: storedNames(body.names) }))
}

export async function roomById(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  const room = await tx.room.findUnique({ where: { id } })
  if (!room) throw missing()
  return room
}

export async function meetingById(tx: Tx, conferenceId: string, id: string): Promise<MeetingRow> {
  const meeting = await tx.meeting.findFirst({ where: { id, conferenceId } })
  if (!meeting) throw missing()
  return meeting
}

/** A meeting the actor may see, or `missing`. */
export const meetingFor = async (tx: Tx, actor: Actor, meetingId: string): Promise<MeetingRow> =>
  (await meetingInHand({ tx, actor }, meetingId)).meeting

/** The meetings of a conference in the order of time. */
export const meetingsOf = (tx: Tx, conferenceId: string): Promise<MeetingRow[]> =>
  tx.meeting.findMany({ where: { conferenceId }, orderBy: [{ scheduledStart: 'asc' }, { id: 'asc' }] })

/** The meeting a body sits in now, also in its coffee break; null when it does not sit. */
export const openMeetingOf = (tx: Tx, bodyId: string): Promise<MeetingRow | null> => sessionOf(tx, bodyId)

/** Ids of the delegations declared present in a meeting, also of those that left before its end. */
export async function presentAt(tx: Tx, meetingId: string): Promise<string[]> {
  const rows = await tx.meetingPresence.findMany({ where: { meetingId }, orderBy: { at: 'asc' } })
  return rows.map(({ delegationId }) => delegationId)
}

/**
 * Adds what just happened to the record of the conference and answers the line's id. Lines are never changed. A line
 * without a meeting belongs to the one in which its item is under discussion, or in which its body sits.
 */
export const addRecordLine = (work: Work, line: record.NewLine): Promise<string> => record.addRecordLine(work, line)

export interface ToldLine {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly itemId: string | null
  readonly delegationId: string | null
  /** The document's symbol, for lines about texts. */
  readonly symbol: string | null
}

/** What happened in a meeting as it stands, oldest first: acts that were undone are left out. */
export async function recordLinesOf(tx: Tx, meetingId: string): Promise<ToldLine[]> {
  const meeting = await tx.meeting.findUnique({ where: { id: meetingId }, select: { conferenceId: true } })
  if (!meeting) return []
  const lines = await record.recordOf(tx, { conferenceId: meeting.conferenceId, meetingId })
  return lines.map((line) => ({ ...line, symbol: textField(line.detail, 'symbol') }))
}
