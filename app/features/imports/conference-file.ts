import { z } from 'zod'
import { bodyKinds, bodyOpenTo, itemKinds, outcomes, privacies } from '#app/features/agenda/item-kinds.ts'
import { venueTime } from '#app/features/agenda/venue-time.ts'
import { conferenceFields, delegationCode, delegationFields, symbolRoot } from '#app/features/conference/contract.ts'
import { credentialsSteps, delegationKinds } from '#app/features/conference/delegation.ts'
import { email } from '#app/features/identity/email.ts'
import { locales, rights, roles } from '#app/kernel/actor.ts'
import { line, multilingual, optionalLine, wholeNumber } from '#app/kernel/text.ts'
import { instant } from '#app/kernel/time.ts'

const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null)
/** A cell or a field left empty says nothing. */
const unlessEmpty = (value: unknown) => (value === '' ? null : value)
const optionalWhole = (limits: { min: number; max: number }) => z.preprocess(unlessEmpty, orNull(wholeNumber(limits)))
const optionalEmail = () => z.preprocess(unlessEmpty, orNull(email()))
const optionalCode = () => z.preprocess(unlessEmpty, orNull(delegationCode()))
/** How things of one file name each other. References mean nothing outside it; ids are allotted on import (IM-3). */
const ref = () => line(80)
const optionalRef = () => optionalLine(80)

export const fileConference = z.strictObject({
  ...conferenceFields,
  symbolRoot: symbolRoot(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .max(12)
    .default(['en', 'fr', 'ar']),
})
export const fileRoom = z.strictObject({
  ref: ref(),
  name: line(80),
  capacity: optionalWhole({ min: 1, max: 100_000 }),
})
export const fileBody = z.strictObject({
  ref: ref(),
  kind: z.enum(bodyKinds),
  names: multilingual(200),
  symbol: optionalLine(60),
  parent: optionalRef(),
  room: optionalRef(),
  openTo: z.enum(bodyOpenTo).default('ALL_ACCREDITED'),
  chair: optionalEmail(),
  coChair: optionalEmail(),
  rapporteur: optionalEmail(),
})
export const fileDelegation = z.strictObject({
  ...delegationFields,
  categories: z.array(line(12)).max(10).default([]),
  code: delegationCode(),
  kind: z.enum(delegationKinds).default('STATE'),
  sortKeys: multilingual(60).optional(),
  credentials: z
    .strictObject({
      step: z.enum(credentialsSteps),
      form: optionalLine(60),
      receivedAt: orNull(instant()),
    })
    .default({ step: 'AWAITED', form: null, receivedAt: null }),
})
export const fileAccreditation = z.strictObject({
  /** Nothing for the secretariat, which is no delegation. */
  delegation: optionalCode(),
  role: z.enum(roles),
  /** Those the role usually brings, where nothing is said. */
  rights: orNull(z.array(z.enum(rights)).max(rights.length)),
  bodies: z.array(ref()).max(50).default([]),
  badge: optionalLine(20),
})
export const filePerson = z.strictObject({
  name: line(120),
  title: optionalLine(80),
  email: email(),
  language: z.enum(locales).default('en'),
  accreditations: z.array(fileAccreditation).min(1).max(10),
})
/** The lot: a state's code, or one letter. */
export const fileLot = z.strictObject({
  drawn: line(8).transform((drawn) => drawn.toUpperCase()),
  drawnAt: orNull(instant()),
})
export const fileItem = z.strictObject({
  ref: ref(),
  parent: optionalRef(),
  body: ref(),
  number: line(20),
  names: multilingual(300),
  kind: z.enum(itemKinds).default('SUBSTANTIVE'),
  outcome: z.preprocess(unlessEmpty, orNull(z.enum(outcomes))),
  allottedMinutes: optionalWhole({ min: 1, max: 1440 }),
  isOpenToObservers: z.boolean().default(false),
  /** The delegation that asked for the item. */
  proposer: optionalCode(),
})
export const fileSlot = z.strictObject({ item: ref(), startsAt: venueTime(), endsAt: venueTime() })
export const fileMeeting = z.strictObject({
  body: ref(),
  /** The body's first, second, third … meeting; in the order of the file where nothing is said. */
  number: optionalWhole({ min: 1, max: 999 }),
  room: optionalRef(),
  startsAt: venueTime(),
  endsAt: venueTime(),
  privacy: z.enum(privacies).default('CLOSED_TO_PRESS'),
  slots: z.array(fileSlot).max(60).default([]),
})

const list = <T extends z.ZodType>(entry: T, most: number) => z.array(entry).max(most).default([])

/** A whole conference before its first day, in one file: `conference-file.md` explains it to organisers. */
export const conferenceFile = z.strictObject({
  format: z.literal('plenary-conference'),
  version: z.literal(1),
  conference: fileConference,
  rooms: list(fileRoom, 200),
  bodies: list(fileBody, 100),
  delegations: list(fileDelegation, 500),
  lot: orNull(fileLot),
  people: list(filePerson, 5_000),
  agenda: z.strictObject({ symbol: optionalLine(60), items: list(fileItem, 500) }).default({ symbol: null, items: [] }),
  meetings: list(fileMeeting, 500),
})

export type ConferenceFile = z.output<typeof conferenceFile>
export type ConferenceFileInput = z.input<typeof conferenceFile>
export type FileConference = z.output<typeof fileConference>
export type FileRoom = z.output<typeof fileRoom>
export type FileBody = z.output<typeof fileBody>
export type FileDelegation = z.output<typeof fileDelegation>
export type FileAccreditation = z.output<typeof fileAccreditation>
export type FilePerson = z.output<typeof filePerson>
export type FileLot = z.output<typeof fileLot>
export type FileItem = z.output<typeof fileItem>
export type FileMeeting = z.output<typeof fileMeeting>
