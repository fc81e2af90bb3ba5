import { all, type Decision } from '#app/kernel/policy.ts'
import { type ItemAct, type ItemAndFamily, permits, stepAfter } from './item-states.ts'
import { mayTakeUpIn, sessionFor } from './taking-up.ts'
import type { DeskAnswer, DeskBody, MeetingLine } from './views.ts'

export type DeskItem = DeskAnswer['items'][number]

/** The body whose desk is shown: the one asked for, else one that sits, else the first. */
export function bodyAtDesk(desk: DeskAnswer, wanted: string | null, ownBodyIds: readonly string[]): DeskBody | null {
  const sits = (bodyId: string) => sessionOf(desk.meetings, bodyId) !== null
  const own = desk.bodies.filter(({ bodyId }) => ownBodyIds.includes(bodyId))
  return (
    desk.bodies.find(({ bodyId }) => bodyId === wanted) ??
    own.find(({ bodyId }) => sits(bodyId)) ??
    desk.bodies.find(({ bodyId }) => sits(bodyId)) ??
    own[0] ??
    desk.bodies[0] ??
    null
  )
}

export const sessionOf = (meetings: readonly MeetingLine[], bodyId: string): MeetingLine | null =>
  meetings.find((meeting) => meeting.bodyId === bodyId && (meeting.step === 'OPEN' || meeting.step === 'SUSPENDED')) ??
  null

/** The meeting a desk is about: the one in session, else the next one planned, else the last one held. */
export function meetingAtDesk(meetings: readonly MeetingLine[], bodyId: string): MeetingLine | null {
  const own = meetings.filter((meeting) => meeting.bodyId === bodyId)
  return (
    sessionOf(own, bodyId) ??
    own.find(({ step }) => step === 'SCHEDULED') ??
    own.findLast(({ step }) => step === 'CLOSED') ??
    null
  )
}

/** The agenda as this desk needs it: its body's items and whatever its meeting's programme has besides. */
export function itemsAtDesk(desk: DeskAnswer, bodyId: string, meeting: MeetingLine | null): DeskItem[] {
  const taken = new Set(meeting?.slots.map(({ itemId }) => itemId))
  return desk.items.filter((item) => item.bodyId === bodyId || taken.has(item.itemId))
}

/**
 * The item in hand: the one chosen, else the one under discussion here, else the next one of the programme. An item that
 * was suspended in this meeting stays in hand until another is opened, so that what was just pressed is not followed,
 * under the same finger, by another item's button.
 */
export function itemInHand(desk: DeskAnswer, wanted: string | null, meeting: MeetingLine | null): DeskItem | null {
  const chosen = desk.items.find(({ itemId }) => itemId === wanted)
  if (chosen) return chosen
  const begun = desk.items.filter((item) => isUnderDiscussion(item, meeting) || wasSuspendedIn(item, meeting))
  const deepest = begun.filter(({ itemId }) => !begun.some(({ parentId }) => parentId === itemId))
  const latest = [...deepest].sort((a, b) => (b.since ?? '').localeCompare(a.since ?? ''))
  const inHand = deepest.find(({ step }) => step === 'OPEN') ?? latest[0]
  if (inHand) return inHand
  const waiting = meeting?.slots.flatMap(({ itemId }) => desk.items.find((item) => item.itemId === itemId) ?? [])
  return waiting?.find(({ step }) => step !== 'CLOSED' && step !== 'WITHDRAWN') ?? null
}

const isUnderDiscussion = ({ step, meetingId }: DeskItem, meeting: MeetingLine | null) =>
  step === 'OPEN' && meetingId === meeting?.meetingId

function wasSuspendedIn({ step, bodyId, since, itemId }: DeskItem, meeting: MeetingLine | null): boolean {
  if (step !== 'SUSPENDED' || !since || !meeting?.openedAt || meeting.step === 'CLOSED') return false
  const isHere = bodyId === meeting.bodyId || meeting.slots.some((slot) => slot.itemId === itemId)
  return isHere && since >= meeting.openedAt
}

export function familyOf(items: readonly DeskItem[], item: DeskItem): ItemAndFamily {
  const parent = items.find(({ itemId }) => itemId === item.parentId) ?? null
  return { ...item, parent, subItems: items.filter(({ parentId }) => parentId === item.itemId) }
}

/** Whether things stand so that this act is possible now, by the same rules that the server asks. */
export function permitsNow(
  act: ItemAct,
  item: DeskItem,
  { items, meetings }: Pick<DeskAnswer, 'items' | 'meetings'>,
): Decision {
  const family = permits(act, familyOf(items, item))
  if (stepAfter(act) !== 'OPEN') return family
  const session = sessionFor(
    { id: item.itemId, ...item },
    meetings.map((meeting) => ({
      id: meeting.meetingId,
      bodyId: meeting.bodyId,
      step: meeting.step,
      itemIds: meeting.slots.map(({ itemId }) => itemId),
    })),
  )
  return all(family, mayTakeUpIn(session, item))
}

export const officesOf = ({ bodyId, chairId, coChairId }: DeskBody) => ({ id: bodyId, chairId, coChairId })

/** The meeting that comes next in this meeting's room, whoever holds it. */
export function nextInRoom(meetings: readonly MeetingLine[], meeting: MeetingLine): MeetingLine | null {
  const later = meetings.filter(
    (other) =>
      other.step === 'SCHEDULED' &&
      other.meetingId !== meeting.meetingId &&
      other.startsAt >= meeting.startsAt &&
      (meeting.roomId === null ? other.bodyId === meeting.bodyId : other.roomId === meeting.roomId),
  )
  return later.sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0] ?? null
}

/** Items as rows of an order. */
export const rowsOf = (items: readonly DeskItem[]) => items.map(({ itemId, parentId }) => ({ id: itemId, parentId }))
