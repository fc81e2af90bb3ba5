import { z } from 'zod'
import { documentJson } from '#app/editor/document-contract.ts'
import type { NodeJson } from '#app/editor/document-shape.ts'
import { meetingRecord } from '#app/features/agenda/contract.ts'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { checkbox, prose, wholeNumber } from '#app/kernel/text.ts'
import { masthead } from './masthead.ts'
import { recordSteps } from './record-steps.ts'

const minutesId = id<'minutes'>()
const names = z.record(z.string(), z.string())
const done = z.object({})

/** Opens the record of a meeting; its text begins with what happened so far. Finds it when it is there already. */
export const openRecord = mutation('minutes.open', {
  input: z.strictObject({ meetingId: id<'meeting'>(), language: z.enum(['en', 'fr', 'ar']).default('en') }),
  output: z.object({ minutesId: z.string() }),
})

/**
 * Puts what happened and is missing in a draft's text where it belongs: the line that is named, or all of them. A line
 * that is there already stays as it is.
 */
export const insertLines = mutation('minutes.insertLines', {
  input: z.strictObject({ minutesId, lineId: id<'recordLine'>().optional() }),
  output: z.object({ inserted: z.number() }),
})

/** To the delegations that were present; the paragraphs get their permanent numbers. */
export const circulateRecord = mutation('minutes.circulate', {
  input: z.strictObject({ minutesId, correctionsHours: wholeNumber({ min: 1, max: 720 }).default(12) }),
  output: done,
})

export const takeRecordBack = mutation('minutes.takeBack', { input: z.strictObject({ minutesId }), output: done })

export const approveRecord = mutation('minutes.approve', {
  input: z.strictObject({ minutesId, basis: prose(300) }),
  output: done,
})

/** Release of one paragraph to observers, by its place. */
export const releaseParagraph = mutation('minutes.releaseParagraph', {
  input: z.strictObject({ minutesId, place: wholeNumber({ min: 1, max: 100_000 }), isReleased: checkbox() }),
  output: done,
})

export const releaseAllParagraphs = mutation('minutes.releaseAll', {
  input: z.strictObject({ minutesId }),
  output: done,
})

/** The edition that was shown, by its hash. */
export const publishRecord = mutation('minutes.publish', {
  input: z.strictObject({ minutesId, textHash: z.string().length(64) }),
  output: z.object({ symbol: z.string(), publishedAt: z.string(), textHash: z.string() }),
  reauthenticate: true,
})

const recordLine = z.object({
  minutesId: z.string(),
  meetingId: z.string(),
  symbol: z.string(),
  step: z.enum(recordSteps),
  body: names,
  bodyKind: z.string(),
  meetingNumber: z.number(),
  date: z.string(),
  circulatedAt: z.string().nullable(),
  correctionsUntil: z.string().nullable(),
  approvedAt: z.string().nullable(),
  publishedAt: z.string().nullable(),
})
export type RecordLine = z.output<typeof recordLine>

/** The records this reader may open; for the secretariat also the meetings that have none yet. */
export const recordList = query('minutes.list', {
  input: z.strictObject({}),
  output: z.object({
    records: z.array(recordLine),
    without: z.array(
      z.object({
        meetingId: z.string(),
        body: names,
        bodyKind: z.string(),
        meetingNumber: z.number(),
        date: z.string(),
      }),
    ),
  }),
  audience: 'delegation',
})

/** One block of a record as it was stored, from a checked document. */
const node = z.custom<NodeJson>((value) => typeof value === 'object' && value !== null && 'type' in value)
const paragraph = z.object({
  place: z.number(),
  label: z.string().nullable(),
  blocks: z.array(node),
  isReleased: z.boolean(),
})
const shownParagraph = z.object({ label: z.string().nullable(), blocks: z.array(node).nullable() })

/** A record as this reader may read it: the text being written, the circulated or approved record, or the observers' edition. */
export const recordView = query('minutes.view', {
  input: z.strictObject({ minutesId }),
  output: recordLine.extend({
    language: z.string(),
    masthead,
    textHash: z.string().nullable(),
    /** `text` while a draft (secretariat), `record` circulated and after, `edition` for observers. */
    shown: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('text'),
        documentId: z.string(),
        content: documentJson(),
        /** What the masthead and the missing lines were made from. */
        happened: meetingRecord.output,
        /** Sentences of what happened that are not in the text yet. */
        missing: z.array(z.object({ blockId: z.string(), at: z.string(), sentence: z.string() })),
      }),
      z.object({ kind: z.literal('record'), paragraphs: z.array(shownParagraph) }),
      z.object({ kind: z.literal('edition'), paragraphs: z.array(shownParagraph) }),
    ]),
  }),
  audience: 'delegation',
})
export type RecordView = z.output<typeof recordView.output>

/** What the secretariat decides on before publishing: every paragraph, its release, and the edition's hash as it would be. */
export const publication = query('minutes.publication', {
  input: z.strictObject({ minutesId }),
  output: recordLine.extend({
    language: z.string(),
    masthead,
    paragraphs: z.array(paragraph),
    released: z.number(),
    withheld: z.number(),
    textHash: z.string(),
    observers: z.array(z.object({ code: z.string(), names })),
  }),
  audience: 'side',
})
export type Publication = z.output<typeof publication.output>
export type RecordList = z.output<typeof recordList.output>
