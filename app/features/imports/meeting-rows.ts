import { plainWord } from '#app/kernel/folded.ts'
import { type Entry, type Locate, type Problem, problem, type TimedMeeting, type TimedSlot } from './parts.ts'
import { plainNumber } from './plain-number.ts'
import type { Table, TableRow } from './table.ts'
import { dateIn, timeIn } from './times-in-cells.ts'

/** What the rows of a programme may name. */
interface ProgrammeAround {
  readonly roomOf: ReadonlyMap<string, string>
  /** The reference of an item, by its number. */
  readonly itemOf: ReadonlyMap<string, string>
  /** The body a row is about: the one it names, else its item's. */
  bodyFor(row: TableRow): string
  instantAt(venueTime: string): Date
}

interface Timed {
  readonly row: TableRow
  readonly body: string
  readonly day: string
  readonly number: number | null
  readonly room: string | null
  readonly slot: Entry<TimedSlot>
}

/** Rows with times, by meeting: those of one body with the same number, or without numbers on the same day. */
export function readMeetings(table: Table, around: ProgrammeAround) {
  const problems: Problem[] = []
  const meetings = new Map<string, Timed[]>()
  for (const row of table.rows) {
    const timed = readTimes(row, around, problems)
    if (!timed) continue
    const key = `${timed.body} ${timed.number ?? timed.day}`
    meetings.set(key, [...(meetings.get(key) ?? []), timed])
  }
  const entries = [...meetings.values()].flatMap((rows) => meetingOf(rows, problems))
  return { entries, problems }
}

function readTimes(row: TableRow, around: ProgrammeAround, problems: Problem[]): Timed | null {
  const { cell, at } = row
  const fields = ['date', 'start', 'end'] as const
  if (fields.every((field) => cell(field) === '')) return null
  const empty = fields.filter((field) => cell(field) === '')
  const date = dateIn(cell('date'))
  const [start, end] = [timeIn(cell('start')), timeIn(cell('end'))]
  const found: Problem[] = [
    ...empty.map((field) =>
      problem(at, field, 'imports/time-incomplete', 'A time in the programme has a date, a start and an end.'),
    ),
    ...('day' in date || empty.includes('date') ? [] : [notADate(at)]),
    ...(start || empty.includes('start') ? [] : [notATime(at, 'start')]),
    ...(end || empty.includes('end') ? [] : [notATime(at, 'end')]),
    ...(/^\d{0,3}$/.test(cell('meeting')) ? [] : [notANumber(at)]),
  ]
  problems.push(...found)
  if (found.length > 0 || !('day' in date)) return null
  const slot: TimedSlot = {
    item: around.itemOf.get(plainNumber(cell('number'))) ?? '',
    startsAt: around.instantAt(`${date.day}T${start}`),
    endsAt: around.instantAt(`${date.day}T${end}`),
  }
  return {
    row,
    body: around.bodyFor(row),
    day: date.day,
    number: cell('meeting') ? Number(cell('meeting')) : null,
    room: around.roomOf.get(plainWord(cell('room'))) ?? null,
    slot: { value: slot, at: asSlot(at) },
  }
}

/** One meeting lasts from its first row to its last; all its rows are in one room. */
function meetingOf(rows: readonly Timed[], problems: Problem[]): Entry<TimedMeeting>[] {
  const [first] = rows
  if (!first) return []
  const room = rows.find((each) => each.room)?.room ?? null
  for (const each of rows) {
    if (each.room && each.room !== room) {
      problems.push(
        problem(
          each.row.at,
          'room',
          'imports/two-rooms',
          'This meeting is in another room further up. Give it one room, or number it as a meeting of its own.',
        ),
      )
    }
  }
  const value: TimedMeeting = {
    body: first.body,
    number: first.number,
    room,
    startsAt: new Date(Math.min(...rows.map(({ slot }) => +slot.value.startsAt))),
    endsAt: new Date(Math.max(...rows.map(({ slot }) => +slot.value.endsAt))),
    privacy: 'CLOSED_TO_PRESS',
    slots: rows.map(({ slot }) => slot),
  }
  return [{ value, at: asSlot(first.row.at) }]
}

const columnFor: Readonly<Record<string, string>> = {
  startsAt: 'start',
  endsAt: 'end',
  item: 'number',
  number: 'meeting',
}
const asSlot =
  (at: Locate): Locate =>
  (field) =>
    at(columnFor[field] ?? field)

const notADate = (at: Locate) =>
  problem(at, 'date', 'imports/date', 'Write the date as year, month and day: 2026-10-20.')
const notATime = (at: Locate, field: string) =>
  problem(at, field, 'imports/time', 'Write the time with hours and minutes: 14:30.')
const notANumber = (at: Locate) =>
  problem(at, 'meeting', 'imports/meeting-number', 'Write the number of the meeting: 1, 2, 3.')
