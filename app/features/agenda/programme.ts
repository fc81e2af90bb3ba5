import { dayIn } from '#app/kernel/zone.ts'

/** A slot gives an item a time in a meeting; the meeting gives it a room. */
export interface Slot {
  readonly id: string
  readonly itemId: string
  readonly startsAt: Date
  readonly endsAt: Date
}
export interface MeetingTimes {
  readonly id: string
  readonly bodyId: string
  readonly roomId: string | null
  readonly startsAt: Date
  readonly endsAt: Date
}
export interface SlotTimes {
  readonly slotId: string
  readonly startsAt: Date
  readonly endsAt: Date
}
/** Whether the slots after a changed one keep their times or move with its end. */
export const followings = ['move', 'keep'] as const
export type Following = (typeof followings)[number]

const byStart = (a: Pick<Slot, 'startsAt'>, b: Pick<Slot, 'startsAt'>) => a.startsAt.getTime() - b.startsAt.getTime()
const later = (at: Date, ms: number) => new Date(at.getTime() + ms)
const overlap = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt
type Span = Pick<Slot, 'startsAt' | 'endsAt'>

/**
 * The slots of one meeting after one of them got other times. With `move`, every slot that came after it shifts by as
 * much as its end did; pauses between slots are kept.
 */
export function knockOn(slots: readonly Slot[], change: SlotTimes, following: Following): Slot[] {
  const changed = slots.find(({ id }) => id === change.slotId)
  if (!changed) return [...slots].sort(byStart)
  const shiftMs = following === 'move' ? change.endsAt.getTime() - changed.endsAt.getTime() : 0
  return slots
    .map((slot) => {
      if (slot.id === changed.id) return { ...slot, startsAt: change.startsAt, endsAt: change.endsAt }
      if (slot.startsAt < changed.endsAt) return slot
      return { ...slot, startsAt: later(slot.startsAt, shiftMs), endsAt: later(slot.endsAt, shiftMs) }
    })
    .sort(byStart)
}

/** What has other times than before: what a screen names before it happens, and what the record keeps after. */
export function moved(before: readonly Slot[], after: readonly Slot[]) {
  const old = new Map(before.map((slot) => [slot.id, slot]))
  return after.flatMap((slot) => {
    const was = old.get(slot.id)
    const same = was && +was.startsAt === +slot.startsAt && +was.endsAt === +slot.endsAt
    return was && !same ? [{ slot, before: was }] : []
  })
}

/** Two slots of one meeting at one time, each pair once. */
export function clashes<T extends Span>(slots: readonly T[]): [T, T][] {
  const sorted = [...slots].sort(byStart)
  return sorted.flatMap((slot, index) =>
    sorted.slice(index + 1).flatMap((other): [T, T][] => (overlap(slot, other) ? [[slot, other]] : [])),
  )
}

/** Meetings that cannot be held at these times beside this one: the same room, or the same body. */
export const collisions = <T extends MeetingTimes>(meeting: MeetingTimes, others: readonly T[]): T[] =>
  others.filter(
    (other) =>
      other.id !== meeting.id &&
      overlap(meeting, other) &&
      (other.bodyId === meeting.bodyId || (meeting.roomId !== null && other.roomId === meeting.roomId)),
  )

/** A meeting is as long as its slots need: it never ends before the last of them, nor starts after the first. */
export function covering(meeting: MeetingTimes, slots: readonly Slot[]): MeetingTimes {
  const startsAt = new Date(Math.min(+meeting.startsAt, ...slots.map((slot) => +slot.startsAt)))
  const endsAt = new Date(Math.max(+meeting.endsAt, ...slots.map((slot) => +slot.endsAt)))
  return { ...meeting, startsAt, endsAt }
}

/**
 * The slots of a meeting after an item was moved in the agenda: its slot goes before that of the item that now follows
 * it in this meeting, durations and pauses stay. Slots in `fixed` (begun, or over) keep their times.
 */
export function followOrder(
  slots: readonly Slot[],
  { itemId, order, fixed }: { itemId: string; order: readonly string[]; fixed: ReadonlySet<string> },
): Slot[] {
  const settled = slots.filter(({ id }) => fixed.has(id))
  const open = slots.filter(({ id }) => !fixed.has(id)).sort(byStart)
  const mine = open.filter((slot) => slot.itemId === itemId)
  const others = open.filter((slot) => slot.itemId !== itemId)
  const following = order.slice(order.indexOf(itemId) + 1).find((id) => others.some((slot) => slot.itemId === id))
  const place = following ? others.findIndex((slot) => slot.itemId === following) : others.length
  const sequence = [...others.slice(0, place), ...mine, ...others.slice(place)]
  return [...settled, ...layOut(open, sequence)].sort(byStart)
}

/** The same slots in another sequence, over the same stretch of time with the same pauses. */
function layOut(before: readonly Slot[], sequence: readonly Slot[]): Slot[] {
  let startsAt = before[0]?.startsAt ?? new Date(0)
  return sequence.map((slot, index) => {
    const endsAt = later(startsAt, +slot.endsAt - +slot.startsAt)
    const next = before[index + 1]
    const placed = { ...slot, startsAt, endsAt }
    startsAt = next ? later(endsAt, Math.max(0, +next.startsAt - +(before[index]?.endsAt ?? next.startsAt))) : endsAt
    return placed
  })
}

/** A meeting belongs to the day it opened, also when it runs past midnight (EC-27). */
export const dayOfMeeting = (
  meeting: { openedAt: Date | string | null; startsAt: Date | string },
  timeZone: string,
): string => dayIn(new Date(meeting.openedAt ?? meeting.startsAt), timeZone)
