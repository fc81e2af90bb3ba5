import { plainWord } from '#app/kernel/folded.ts'
import { bodyNamed, wordsForBody } from './body-words.ts'
import { type FileBody, type FileItem, type FileRoom, fileItem } from './conference-file.ts'
import { readMeetings } from './meeting-rows.ts'
import { type Entry, noParts, type Problem, problem, type Reading, readRow } from './parts.ts'
import { plainNumber } from './plain-number.ts'
import { fromCells, type Table, type TableRow } from './table.ts'
import { itemKindIn, outcomeIn, yesOrNo } from './words-in-cells.ts'

/** What the conference has already, as far as the rows of an agenda may name it. */
export interface AgendaAround {
  /** The reference of a body, by any of the words people write for it. */
  readonly bodyOf: ReadonlyMap<string, string>
  readonly roomOf: ReadonlyMap<string, string>
  /** The references of items that are there, by number. */
  readonly itemOf: ReadonlyMap<string, string>
  /** The instant of a venue time, `2026-10-20T09:20`. */
  instantAt(venueTime: string): Date
}

/** The table of the agenda: items, and where a row gives a date and times, the programme. */
export function readAgendaRows(table: Table, around: AgendaAround): Reading {
  const bodies = newBodies(table, around)
  const bodyOf = new Map([
    ...bodies.flatMap(({ value }) => wordsForBody(value).map((word) => [word, value.ref] as const)),
    ...around.bodyOf,
  ])
  const rooms = newRooms(table, around)
  const roomOf = new Map([...rooms.map(({ value }) => [plainWord(value.name), value.ref] as const), ...around.roomOf])
  const bodyFor = bodiesByRow(table, bodyOf)
  const items = readItems(table, bodyFor, around)
  const meetings = readMeetings(table, { roomOf, itemOf: items.itemOf, bodyFor, instantAt: around.instantAt })
  return {
    parts: { ...noParts, bodies, rooms, items: items.entries, meetings: meetings.entries },
    problems: [...table.problems, ...items.problems, ...meetings.problems],
    warnings: [...table.warnings, ...bodies.map(({ value, at }) => newBody(value, at))],
    unread: items.unread,
    rows: table.rows.length,
  }
}

function newBodies({ rows }: Table, { bodyOf }: AgendaAround): Entry<FileBody>[] {
  const made = new Map<string, Entry<FileBody>>()
  for (const { cell, at } of rows) {
    if (bodyOf.has(plainWord(cell('body')))) continue
    const value = bodyNamed(cell('body'))
    if (!made.has(value.ref)) made.set(value.ref, { value, at: () => at('body') })
  }
  return [...made.values()]
}

/** A row that names no body is about its item's, a sub-item's about its parent's, anything else about the plenary. */
function bodiesByRow({ rows, has }: Table, bodyOf: ReadonlyMap<string, string>): (row: TableRow) => string {
  const byNumber = new Map<string, string>()
  const named = rows.map((row) => {
    const number = plainNumber(row.cell('number'))
    const parent = has('parent') ? plainNumber(row.cell('parent')) : (numberAbove(number) ?? '')
    const inherited = byNumber.get(number) ?? byNumber.get(parent)
    const body = row.cell('body') === '' && inherited ? inherited : (bodyOf.get(plainWord(row.cell('body'))) ?? '')
    if (!byNumber.has(number)) byNumber.set(number, body)
    return [row, body] as const
  })
  const byRow = new Map(named)
  return (row) => byRow.get(row) ?? ''
}

function newRooms({ rows }: Table, { roomOf }: AgendaAround): Entry<FileRoom>[] {
  const made = new Map<string, Entry<FileRoom>>()
  for (const { cell, at } of rows) {
    const ref = plainWord(cell('room'))
    if (!ref || roomOf.has(ref) || made.has(ref)) continue
    made.set(ref, { value: { ref, name: cell('room').slice(0, 80), capacity: null }, at: () => at('room') })
  }
  return [...made.values()]
}

function readItems({ rows, has }: Table, bodyFor: (row: TableRow) => string, { itemOf: known }: AgendaAround) {
  const entries: Entry<FileItem>[] = []
  const problems: Problem[] = []
  const unread = new Set<string>()
  const first = new Map<string, TableRow>()
  const numbers = new Set(rows.map(({ cell }) => plainNumber(cell('number'))))
  for (const row of rows) {
    const number = row.cell('number')
    const before = first.get(plainNumber(number))
    if (before && number) {
      // A further time of an item: a row with its number and no new title.
      if (!isSameItem(row, before)) problems.push(numberTwice(row, number))
      continue
    }
    first.set(plainNumber(number), row)
    const under = plainNumber(row.cell('parent')) || parentIn(number, { has, numbers, known })
    // An item that the conference has is known by its id, one of this table by its number.
    const parent = numbers.has(under) ? under : (known.get(under) ?? under)
    const above = letterUnder(plainNumber(number))
    if (above && !parent) problems.push(nothingAbove(row, number, above))
    const raw = {
      ...rawItem(row),
      ref: plainNumber(number),
      parent,
      body: bodyFor(row),
    }
    const read = readRow(fileItem, raw, row.at)
    if (read.entry) entries.push(read.entry)
    else unread.add(plainNumber(number))
    problems.push(...read.problems.filter(({ column }) => column !== 'ref'), ...unclearAnswer(row))
  }
  const itemOf = new Map([...known, ...[...first.keys()].map((number) => [number, number] as const)])
  return { entries, problems, unread, itemOf }
}

interface ItemsAround {
  readonly has: Table['has']
  readonly numbers: ReadonlySet<string>
  readonly known: ReadonlyMap<string, string>
}

/** Where nothing says it, `6(a)` stands under 6; so does `6.1` in a table without that column, when there is a 6. */
function parentIn(number: string, { has, numbers, known }: ItemsAround) {
  const found = has('parent') ? letterUnder(plainNumber(number)) : numberAbove(plainNumber(number))
  return found && (numbers.has(found) || known.has(found)) ? found : ''
}

/** `6(a)` is a sub-item whatever else is said; `6.1` may be the way a conference numbers its items. */
const letterUnder = (number: string) => /^(.+?)\([a-z]{1,2}\)$/.exec(number)?.[1]

const numberAbove = (number: string) => /^(.+?)(?:\([a-z]{1,2}\)|\.\w{1,3})$/.exec(number)?.[1]

function rawItem(row: TableRow) {
  const { cell } = row
  return {
    ...fromCells(row, ['number', 'names.en', 'names.fr', 'names.ar', 'allottedMinutes', 'proposer']),
    ...(cell('kind') ? { kind: itemKindIn(cell('kind')) } : {}),
    outcome: cell('outcome') ? outcomeIn(cell('outcome')) : null,
    isOpenToObservers: yesOrNo(cell('isOpenToObservers')) ?? false,
  }
}

const isSameItem = (row: TableRow, before: TableRow) =>
  ['names.en', 'names.fr', 'names.ar'].every((field) => !row.cell(field) || row.cell(field) === before.cell(field))

const unclearAnswer = ({ at, cell }: TableRow) =>
  yesOrNo(cell('isOpenToObservers')) === undefined
    ? [problem(at, 'isOpenToObservers', 'imports/yes-or-no', 'Write yes or no.')]
    : []

const numberTwice = ({ at }: TableRow, number: string) =>
  problem(
    at,
    'number',
    'imports/number-twice',
    `Item ${number} is there already under another title. Delegations cite numbers: give this one its own.`,
    { number },
  )

const nothingAbove = ({ at }: TableRow, number: string, parent: string) =>
  problem(at, 'number', 'imports/nothing-above', `There is no item ${parent} for ${number} to stand under.`, {
    parent,
    number,
  })

const newBody = (body: FileBody, at: Entry<FileBody>['at']) =>
  problem(at, 'body', 'imports/new-body', `The conference has no such body yet; it is made: ${body.names.en}.`, {
    name: body.names.en ?? '',
  })
