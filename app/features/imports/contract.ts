import { z } from 'zod'
import { conferenceFields, symbolRoot } from '#app/features/conference/contract.ts'
import { renewedLogin } from '#app/features/identity/opening.ts'
import { locales, roles } from '#app/kernel/actor.ts'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { line, names } from '#app/kernel/text.ts'
import { tableNames } from './columns.ts'
import { mostBytes } from './decode.ts'

const uploadId = id<'importUpload'>()
export const fileParts = ['conference', ...tableNames] as const
export type FilePart = (typeof fileParts)[number]

/** A file as the browser sent it. Whether it can be read is said by its field. */
const sentFile = z.strictObject({
  part: z.enum(fileParts),
  name: line(255),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= mostBytes + 1),
})

/**
 * Keeps the files for their sender alone, until they are confirmed or for an hour. `into`: a conference of its own, or
 * what is added to the one that is acted in. `conference`: what tables do not say about a new one.
 */
export const receiveImport = mutation('imports.receive', {
  input: z.strictObject({
    into: z.enum(['NEW', 'CURRENT']),
    conference: z.strictObject({ ...conferenceFields, symbolRoot: symbolRoot() }).optional(),
    files: z.array(sentFile).max(fileParts.length),
  }),
  output: z.object({ uploadId: z.string() }),
  who: 'signed-in',
  transport: 'http',
})

const counts = z.object({
  rows: z.number(),
  states: z.number(),
  observers: z.number(),
  people: z.number(),
  accreditations: z.number(),
  /** Places that wait for the word of a head of delegation, beside the accreditations. */
  requests: z.number(),
  secretariat: z.number(),
  rooms: z.number(),
  bodies: z.number(),
  items: z.number(),
  subItems: z.number(),
  meetings: z.number(),
  slots: z.number(),
})
export type ImportCounts = z.output<typeof counts>

/** All or nothing, in one transaction; checked once more against what the conference has by then. */
export const confirmImport = mutation('imports.confirm', {
  input: z.strictObject({ uploadId }),
  output: z.object({ conferenceId: z.string(), counts, login: renewedLogin.nullable() }),
  who: 'signed-in',
  transport: 'http',
})

export const discardImport = mutation('imports.discard', {
  input: z.strictObject({ uploadId }),
  output: z.object({}),
  who: 'signed-in',
})

const problem = z.object({
  file: z.string(),
  row: z.number().nullable(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  sentence: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type ImportProblem = z.output<typeof problem>

const typedConference = z.object({
  names: names(),
  symbolRoot: z.string(),
  shortName: z.string(),
  kind: z.string(),
  venueName: z.string(),
  city: z.string(),
  timeZone: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  language: z.string(),
  quorum: z.string(),
})
export type TypedConference = z.output<typeof typedConference>

/** Where one begins: what one may import into, and what one left unfinished. */
export const importStart = query('imports.start', {
  input: z.strictObject({}),
  output: z.object({
    mayFound: z.boolean(),
    /** The conference that is acted in, where one may add to it. */
    current: z.object({ names: names(), symbolRoot: z.string() }).nullable(),
    pending: z
      .object({
        uploadId: z.string(),
        files: z.array(z.string()),
        expiresAt: z.string(),
        /** What was typed about a new conference, so that only the files are chosen again. */
        typed: typedConference.nullable(),
      })
      .nullable(),
  }),
  who: 'signed-in',
})
export type ImportStart = z.output<typeof importStart.output>

/** What would be written, and everything that has to be corrected first. Nothing has been written. */
export const importPreview = query('imports.preview', {
  input: z.strictObject({ uploadId }),
  output: z.object({
    uploadId: z.string(),
    expiresAt: z.string(),
    files: z.array(z.string()),
    isNew: z.boolean(),
    conference: z
      .object({
        names: names(),
        symbolRoot: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        timeZone: z.string(),
        city: z.string(),
      })
      .nullable(),
    counts,
    /** The first of them, with how many there are. */
    problems: z.array(problem).readonly(),
    problemCount: z.number(),
    warnings: z.array(problem).readonly(),
    warningCount: z.number(),
  }),
  who: 'signed-in',
})
export type ImportPreview = z.output<typeof importPreview.output>

/** A table to fill in, or an example of a conference file. */
export const importTemplate = query('imports.template', {
  input: z.strictObject({ part: z.enum(fileParts), locale: z.enum(locales).default('en') }),
  output: z.object({ fileName: z.string(), text: z.string() }),
  who: 'signed-in',
})

/** The conference that is acted in as a conference file: the beginning of the next one. */
export const conferenceFileView = query('imports.conferenceFile', {
  input: z.strictObject({}),
  output: z.object({ fileName: z.string(), text: z.string() }),
})

const place = z.object({
  accreditationId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  delegation: z.string().nullable(),
  badge: z.string().nullable(),
})

/**
 * A one-time link for each of them. The links are in this answer and nowhere else; those given before are dead. Where
 * somebody of a delegation has signed in, a link waits for its word.
 */
export const giveLinks = mutation('imports.giveLinks', {
  input: z.strictObject({}),
  output: z.object({
    timeZone: z.string(),
    links: z.array(place.extend({ path: z.string(), expiresAt: z.string(), step: z.enum(['OPEN', 'AWAITING_HEAD']) })),
  }),
  transport: 'http',
})
export type GivenLinks = z.output<typeof giveLinks.output>
