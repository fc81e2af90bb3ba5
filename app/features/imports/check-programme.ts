import { clashes, collisions } from '#app/features/agenda/programme.ts'
import { dayIn } from '#app/kernel/zone.ts'
import type { Known } from './known.ts'
import { type Entry, type Problem, problem, type Reading, type TimedMeeting } from './parts.ts'

const dayMs = 86_400_000

/** Meetings and their slots: in order, inside each other, of bodies, rooms and items that exist. */
export function programmeProblems({ parts, unread }: Reading, known: Known): Problem[] {
  const bodies = new Set([...parts.bodies.map(({ value }) => value.ref), ...known.bodies.map(({ id }) => id)])
  const rooms = new Set([...parts.rooms.map(({ value }) => value.ref), ...known.rooms.map(({ id }) => id)])
  const items = new Set([...parts.items.map(({ value }) => value.ref), ...known.items.map(({ id }) => id)])
  const numbers = new Set(known.meetings.map(({ bodyId, number }) => `${bodyId} ${number}`))
  const isThere = (set: ReadonlySet<string>, ref: string) => set.has(ref) || unread.has(ref.toLowerCase())

  return parts.meetings.flatMap(({ value: meeting, at }) => {
    const key = `${meeting.body} ${meeting.number}`
    const isTaken = meeting.number !== null && numbers.has(key)
    numbers.add(key)
    return [
      ...(isThere(bodies, meeting.body)
        ? []
        : [
            problem(at, 'body', 'imports/unknown-body', `There is no body called ${meeting.body}.`, {
              name: meeting.body,
            }),
          ]),
      ...(meeting.room && !isThere(rooms, meeting.room)
        ? [
            problem(at, 'room', 'imports/unknown-room', `There is no room called ${meeting.room}.`, {
              name: meeting.room,
            }),
          ]
        : []),
      ...(isTaken ? [problem(at, 'number', 'imports/given-twice', 'This is given to another one already.')] : []),
      ...spanProblems({ value: meeting, at }),
      ...meeting.slots.flatMap((slot) => [
        ...(isThere(items, slot.value.item)
          ? []
          : [
              problem(slot.at, 'item', 'imports/unknown-item', `There is no item ${slot.value.item}.`, {
                number: slot.value.item,
              }),
            ]),
        ...spanProblems(slot),
        ...outside(slot, meeting),
      ]),
    ]
  })
}

type Timed = Entry<{ readonly startsAt: Date; readonly endsAt: Date }>

function spanProblems({ value: { startsAt, endsAt }, at }: Timed): Problem[] {
  const lastsMs = +endsAt - +startsAt
  if (lastsMs <= 0) return [problem(at, 'endsAt', 'agenda/ends-before-start', 'The end must be after the beginning.')]
  return lastsMs > dayMs
    ? [problem(at, 'endsAt', 'agenda/longer-than-a-day', 'Nothing lasts longer than a day. Check the date.')]
    : []
}

const outside = (slot: Timed, meeting: TimedMeeting): Problem[] =>
  slot.value.startsAt < meeting.startsAt || slot.value.endsAt > meeting.endsAt
    ? [problem(slot.at, 'startsAt', 'imports/outside-the-meeting', 'This time is outside the meeting.')]
    : []

/** What may be meant so, and is looked at once more: collisions, and days outside the conference. */
export function programmeWarnings({ parts }: Reading, known: Known): Problem[] {
  const conference = parts.conference?.value ?? known
  const planned = parts.meetings.map(({ value, at }, index) => ({
    ...value,
    id: String(index),
    bodyId: value.body,
    roomId: value.room,
    at,
  }))
  const before = known.meetings.map((meeting, index) => ({ ...meeting, id: `known ${index}`, at: null }))
  return planned.flatMap((meeting, place) => {
    const others = [...before, ...planned.slice(0, place)]
    const days = [dayIn(meeting.startsAt, conference.timeZone), dayIn(meeting.endsAt, conference.timeZone)]
    const isOutside = days.some((day) => day < conference.startsOn || day > conference.endsOn)
    return [
      ...(collisions(meeting, others).length > 0
        ? [
            problem(
              meeting.at,
              'startsAt',
              'imports/collision',
              'Another meeting of this body, or in this room, is at the same time.',
            ),
          ]
        : []),
      ...(isOutside
        ? [
            problem(
              meeting.at,
              'startsAt',
              'imports/outside-the-conference',
              'This meeting is on a day outside the conference.',
            ),
          ]
        : []),
      ...clashes(meeting.slots.map(({ value, at }) => ({ ...value, at }))).map(([, later]) =>
        problem(later.at, 'startsAt', 'imports/clash', 'Another item of this meeting is at the same time.'),
      ),
    ]
  })
}
