import type { z } from 'zod'
import {
  type FileMeeting,
  type FilePerson,
  fileBody,
  fileConference,
  fileDelegation,
  fileItem,
  fileLot,
  fileMeeting,
  filePerson,
  fileRoom,
} from './conference-file.ts'
import type { JsonWithLines } from './json-lines.ts'
import {
  type Entry,
  type Locate,
  type Participant,
  type Problem,
  problem,
  type Reading,
  readEntry,
  type TimedMeeting,
} from './parts.ts'

/** Where a value of a JSON file stands: its line, and its path in place of a column. */
function locator(json: JsonWithLines, file: string, base: readonly (string | number)[]): Locate {
  return (field) => {
    const path = [
      ...base,
      ...(field === '' ? [] : field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))),
    ]
    return { file, row: json.lineOf(path), column: inWords(path), value: shown(valueAt(json.value, path)) }
  }
}

const inWords = (path: readonly (string | number)[]) =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), value)

/** More than is shown of it, so that it is cut, and said to be, where all values are. */
const shown = (value: unknown): string =>
  value === undefined ? '' : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 300)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const known = [
  'format',
  'version',
  'conference',
  'rooms',
  'bodies',
  'delegations',
  'lot',
  'people',
  'agenda',
  'meetings',
]

/** A conference file, entry by entry. `instantAt` makes an instant of a venue time in the zone that is given. */
export function readFileEntries(
  json: JsonWithLines,
  file: string,
  instantAt: (venueTime: string, zone: string) => Date,
): Reading {
  const whole = isRecord(json.value) ? json.value : {}
  const at = locator(json, file, [])
  const problems: Problem[] = formProblems(whole, at)
  const unread = new Set<string>()

  /** One schema over one list; what cannot be read leaves its names behind. */
  function listOf<T extends z.ZodType>(
    schema: T,
    path: readonly string[],
    names: readonly string[],
  ): Entry<z.output<T>>[] {
    const list = valueAt(whole, path) ?? []
    if (!Array.isArray(list)) {
      problems.push(problem(at, path.join('.'), 'imports/list', 'This is a list: put it in [square brackets].'))
      return []
    }
    return list.flatMap((raw: unknown, index) => {
      const read = readEntry(schema, raw, locator(json, file, [...path, index]))
      problems.push(...read.problems)
      if (!read.entry && isRecord(raw))
        for (const name of names)
          unread.add(
            String(raw[name] ?? '')
              .trim()
              .toLowerCase(),
          )
      return read.entry ?? []
    })
  }
  function one<T extends z.ZodType>(schema: T, field: string): Entry<z.output<T>> | null {
    const read = readEntry(schema, whole[field], locator(json, file, [field]))
    problems.push(...read.problems)
    return read.entry
  }

  const conference = one(fileConference, 'conference')
  const zone = conference?.value.timeZone ?? 'UTC'
  const people = listOf(filePerson, ['people'], ['email'])
  const meetings = listOf(fileMeeting, ['meetings'], [])
  const symbol = valueAt(whole, ['agenda', 'symbol'])
  const parts = {
    conference,
    rooms: listOf(fileRoom, ['rooms'], ['ref']),
    bodies: listOf(fileBody, ['bodies'], ['ref']),
    delegations: listOf(fileDelegation, ['delegations'], ['code']),
    lot: whole.lot === undefined || whole.lot === null ? null : one(fileLot, 'lot'),
    participants: people.flatMap(capacitiesOf),
    agendaSymbol: typeof symbol === 'string' && symbol.trim() !== '' ? symbol.trim().slice(0, 60) : null,
    items: listOf(fileItem, ['agenda', 'items'], ['ref']),
    meetings: meetings.map((meeting) => timed(meeting, (time) => instantAt(time, zone))),
  }
  return { parts, problems, warnings: [], unread, rows: countOf(whole) }
}

function formProblems(whole: Record<string, unknown>, at: Locate): Problem[] {
  const isOurs = whole.format === 'plenary-conference' && whole.version === 1
  if (!isOurs) {
    const sentence = 'This is no conference file. It begins with "format": "plenary-conference" and "version": 1.'
    return [problem(at, 'format', 'imports/not-a-conference-file', sentence)]
  }
  return Object.keys(whole)
    .filter((name) => !known.includes(name))
    .map((name) => problem(at, name, 'field/unknown', `Not expected here: ${name}.`))
}

/** One person in two capacities is two participants. */
const capacitiesOf = ({ value, at }: Entry<FilePerson>): Entry<Participant>[] => {
  const { accreditations, ...person } = value
  return accreditations.map((accreditation, index) => ({
    value: { ...person, ...accreditation },
    at: (field) => at(isOfPerson(field) ? field : `accreditations.${index}.${field}`),
  }))
}
const isOfPerson = (field: string) => ['name', 'title', 'email', 'language'].includes(field)

const timed = ({ value, at }: Entry<FileMeeting>, instantOf: (time: string) => Date): Entry<TimedMeeting> => ({
  at,
  value: {
    ...value,
    startsAt: instantOf(value.startsAt),
    endsAt: instantOf(value.endsAt),
    slots: value.slots.map((slot, index) => ({
      at: (field) => at(`slots.${index}.${field}`),
      value: { item: slot.item, startsAt: instantOf(slot.startsAt), endsAt: instantOf(slot.endsAt) },
    })),
  },
})

const countOf = (whole: Record<string, unknown>): number =>
  [['rooms'], ['bodies'], ['delegations'], ['people'], ['agenda', 'items'], ['meetings']]
    .map((path) => valueAt(whole, path))
    .reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0)
