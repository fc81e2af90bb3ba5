import { z } from 'zod'
import { instantAt } from '#app/features/agenda/api.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { isTimeZone, minutesMs } from '#app/kernel/time.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { mostLines } from './check.ts'
import { type FileConference, fileConference } from './conference-file.ts'
import { fileParts } from './contract.ts'
import { csvRows } from './csv-rows.server.ts'
import { readFileEntries } from './file-entries.ts'
import { readJson } from './json-lines.ts'
import type { Known } from './known.ts'
import type { Reading } from './parts.ts'
import { readTables } from './read-tables.ts'
import type { KeptFile } from './unreadable.server.ts'

/** How long files wait for their sender's word. */
export const keptMs = minutesMs(60)

/** Files on their way in, but for what they say. */
export interface Waiting {
  readonly id: string
  /** Null: a conference is made of it. */
  readonly conferenceId: string | null
  readonly conference: FileConference | null
  readonly fileNames: readonly string[]
  readonly expiresAt: Date
  /** What was found in them, as it was kept. */
  readonly checked: unknown
}

/** What is read. */
export interface Upload extends Pick<Waiting, 'conference'> {
  readonly files: readonly KeptFile[]
}

const keptFiles = z.array(z.object({ part: z.enum(fileParts), name: z.string(), text: z.string() }))

/** One's own files: row-level security shows nobody else's, and after an hour they are not there. */
export async function waitingUpload(tx: Tx, uploadId: string, now: Date): Promise<Waiting> {
  const row = await tx.importUpload.findUnique({ where: { id: uploadId }, omit: { files: true } })
  if (!row || row.expiresAt <= now) throw missing()
  return { ...row, conference: row.fields === null ? null : fileConference.parse(row.fields) }
}

/** The same with what they say, which may be many megabytes. */
export async function uploadOf(tx: Tx, uploadId: string, now: Date): Promise<Waiting & Upload> {
  const waiting = await waitingUpload(tx, uploadId, now)
  const { files } = await tx.importUpload.findUniqueOrThrow({ where: { id: uploadId }, select: { files: true } })
  return { ...waiting, files: keptFiles.parse(files) }
}

/** What the files say, given what is there. */
export function readUpload({ files, conference }: Upload, known: Known): Reading {
  const whole = files.find(({ part }) => part === 'conference')
  if (whole) return readFileEntries(readJson(whole.text), whole.name, instantOf)
  const tables = files.map(({ part, name, text }) => {
    const read = csvRows(text, mostLines)
    return [part, { name, rows: 'rows' in read ? read.rows : [] }] as const
  })
  return readTables(Object.fromEntries(tables), {
    known,
    conference: conference && { value: conference, at: (column) => ({ file: '', row: null, column, value: '' }) },
    instantAt: instantOf,
  })
}

/** A zone that is none was said already; the times are then read as if at Greenwich. */
const instantOf = (venueTime: string, zone: string) => instantAt(venueTime, isTimeZone(zone) ? zone : 'UTC')
