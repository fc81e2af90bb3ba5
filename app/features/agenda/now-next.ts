import type { ItemLine, MeetingLine } from './views.ts'

type Item = Pick<ItemLine, 'itemId' | 'parentId' | 'step' | 'meetingId'>
type Meeting = Pick<MeetingLine, 'meetingId' | 'bodyId' | 'step' | 'startsAt' | 'endsAt' | 'day' | 'slots'>

export interface NowEntry<I, M> {
  readonly item: I
  readonly meeting: M | null
}
export interface NextEntry<I, M> {
  /** Null for a meeting without a programme. */
  readonly item: I | null
  readonly meeting: M
  readonly at: string
}

/** What is under discussion: a heading whose sub-item is open is not said twice. */
export function underDiscussion<I extends Item, M extends Meeting>(
  items: readonly I[],
  meetings: readonly M[],
): NowEntry<I, M>[] {
  const open = items.filter(({ step }) => step === 'OPEN')
  return open
    .filter(({ itemId }) => !open.some(({ parentId }) => parentId === itemId))
    .map((item) => ({ item, meeting: meetings.find(({ meetingId }) => meetingId === item.meetingId) ?? null }))
}

/**
 * What comes next: in each body that sits, the next item of its programme; where none sits, the meeting that begins
 * first. In the order of time.
 */
export function comingNext<I extends Item, M extends Meeting>(
  items: readonly I[],
  meetings: readonly M[],
  now: number,
): NextEntry<I, M>[] {
  const sessions = meetings.filter(({ step }) => step === 'OPEN' || step === 'SUSPENDED')
  const inSession = sessions.flatMap((meeting) => nextSlot(meeting, items) ?? [])
  const later = meetings
    .filter(({ step, endsAt }) => step === 'SCHEDULED' && Date.parse(endsAt) > now)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
  const [first] = later
  const beginning = later
    .filter(({ startsAt }) => startsAt === first?.startsAt)
    .map((meeting) => nextSlot(meeting, items) ?? { item: null, meeting, at: meeting.startsAt })
  return (inSession.length > 0 ? inSession : beginning).sort((a, b) => a.at.localeCompare(b.at))
}

function nextSlot<I extends Item, M extends Meeting>(meeting: M, items: readonly I[]): NextEntry<I, M> | null {
  for (const slot of [...meeting.slots].sort((a, b) => a.startsAt.localeCompare(b.startsAt))) {
    const item = items.find(({ itemId }) => itemId === slot.itemId)
    const waits = item && (item.step === 'PENDING' || item.step === 'DEFERRED' || item.step === 'SUSPENDED')
    if (waits) return { item, meeting, at: slot.startsAt }
  }
  return null
}

/** The first and the last day of a conference count: 21 October is day 2 of 2. Null outside of it. */
export function dayOf(day: string, { startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  const number = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000
  const place = number(day) - number(startsOn) + 1
  const total = number(endsOn) - number(startsOn) + 1
  return place >= 1 && place <= total ? { day: place, total } : null
}
