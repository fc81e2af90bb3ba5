import { plainWord } from '#app/kernel/folded.ts'
import { readAgendaRows } from './agenda-rows.ts'
import { wordsForBody } from './body-words.ts'
import { type TableName, tableNames } from './columns.ts'
import type { FileConference } from './conference-file.ts'
import { readDelegationRows } from './delegation-rows.ts'
import type { Known } from './known.ts'
import { readParticipantRows } from './participant-rows.ts'
import { type Entry, noParts, type Parts, type Reading } from './parts.ts'
import { plainNumber } from './plain-number.ts'
import { readTable } from './table.ts'

export interface TableFile {
  readonly name: string
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

export interface TablesAround {
  readonly known: Known
  /** What was typed in the form, for a conference that is made with the tables. */
  readonly conference: Entry<FileConference> | null
  instantAt(venueTime: string, zone: string): Date
}

/** The tables that were sent, one to three of them, as parts of one conference. */
export function readTables(
  files: Readonly<Partial<Record<TableName, TableFile>>>,
  { known, conference, instantAt }: TablesAround,
): Reading {
  const zone = conference?.value.timeZone ?? known.timeZone
  const tables = Object.fromEntries(
    tableNames.flatMap((name) => {
      const file = files[name]
      return file ? [[name, readTable(name, file.name, file.rows)] as const] : []
    }),
  )
  const delegations = tables.delegations ? readDelegationRows(tables.delegations, zone) : nothingRead
  const agenda = tables.agenda
    ? readAgendaRows(tables.agenda, {
        bodyOf: new Map(known.bodies.flatMap((body) => wordsForBody(body).map((word) => [word, body.id] as const))),
        roomOf: new Map(known.rooms.map(({ id, name }) => [plainWord(name), id])),
        itemOf: new Map(known.items.map(({ id, number }) => [plainNumber(number), id])),
        instantAt: (time) => instantAt(time, zone),
      })
    : nothingRead
  const kinds = new Map([
    ...known.delegations.map(({ code, kind }) => [code, kind] as const),
    ...delegations.parts.delegations.map(({ value }) => [value.code, value.kind] as const),
  ])
  const participants = tables.participants
    ? readParticipantRows(tables.participants, (code) => kinds.get(code))
    : nothingRead
  return withBodies(merged([delegations, agenda, participants], conference), known)
}

const nothingRead: Reading = { parts: noParts, problems: [], warnings: [], unread: new Set(), rows: 0 }

const merged = (readings: readonly Reading[], conference: Entry<FileConference> | null): Reading => ({
  parts: {
    ...noParts,
    conference,
    rooms: readings.flatMap(({ parts }) => parts.rooms),
    bodies: readings.flatMap(({ parts }) => parts.bodies),
    delegations: readings.flatMap(({ parts }) => parts.delegations),
    participants: readings.flatMap(({ parts }) => parts.participants),
    items: readings.flatMap(({ parts }) => parts.items),
    meetings: readings.flatMap(({ parts }) => parts.meetings),
  },
  problems: readings.flatMap(({ problems }) => problems),
  warnings: readings.flatMap(({ warnings }) => warnings),
  unread: new Set(readings.flatMap(({ unread }) => [...unread])),
  rows: readings.reduce((sum, { rows }) => sum + rows, 0),
})

/** Participants name bodies by the words people use; what is no body stays as it was written. */
function withBodies(reading: Reading, known: Known): Reading {
  const bodyOf = new Map([
    ...reading.parts.bodies.flatMap(({ value }) => wordsForBody(value).map((word) => [word, value.ref] as const)),
    ...known.bodies.flatMap((body) => wordsForBody(body).map((word) => [word, body.id] as const)),
  ])
  const participants: Parts['participants'] = reading.parts.participants.map(({ value, at }) => ({
    at,
    value: { ...value, bodies: value.bodies.map((word) => bodyOf.get(plainWord(word)) ?? word) },
  }))
  return { ...reading, parts: { ...reading.parts, participants } }
}
