import { z } from 'zod'
import { renewedLogin } from '#app/features/identity/opening.ts'
import { rights, roles, sides } from '#app/kernel/actor.ts'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { line, multilingual, optionalLine } from '#app/kernel/text.ts'
import { calendarDate, timeZone } from '#app/kernel/time.ts'
import { conferenceKinds, credentialsSteps, delegationKinds } from './delegation.ts'
import { quorums } from './quorum.ts'

const delegationId = id<'delegation'>()
const accreditationId = id<'accreditation'>()
const languageCode = z.enum(['en', 'fr', 'ar', 'es', 'ru', 'zh'])
const list = <T extends z.ZodType>(each: T, max: number) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), z.array(each).max(max))

/** `TSF/PC.1`: letters, digits, dots, hyphens and slashes. */
export const symbolRoot = () => line(40).pipe(z.string().regex(/^[A-Za-z0-9]+([./-][A-Za-z0-9]+)*$/))
/** Three letters or so, as on the name plate's card: `IKD`. */
export const delegationCode = () =>
  line(8)
    .transform((code) => code.toUpperCase())
    .pipe(z.string().regex(/^[A-Z0-9]{2,8}$/))

export const conferenceFields = {
  names: multilingual(200),
  shortName: line(40),
  kind: z.enum(conferenceKinds),
  venueName: line(120),
  city: line(80),
  timeZone: timeZone(),
  startsOn: calendarDate(),
  endsOn: calendarDate(),
  language: languageCode.default('en'),
  attribution: z.enum(['NAMED', 'DELEGATION', 'NONE']).default('DELEGATION'),
  quorum: z.enum(quorums).default('THIRD'),
}

/** Whoever sets a conference up becomes its first organiser and acts as that from then on. */
export const createConference = mutation('conference.create', {
  input: z.strictObject({ ...conferenceFields, symbolRoot: symbolRoot() }),
  output: z.object({ conferenceId: z.string(), accreditationId: z.string(), login: renewedLogin }),
  who: 'signed-in',
  transport: 'http',
})

export const amendConference = mutation('conference.amend', {
  input: z.strictObject(conferenceFields),
  output: z.object({}),
})

/** Opens or closes the conference as a whole. */
export const stepConference = mutation('conference.step', {
  input: z.strictObject({ step: z.enum(['PREPARING', 'IN_SESSION', 'CLOSED']) }),
  output: z.object({}),
})

export const delegationFields = {
  names: multilingual(60),
  formalNames: multilingual(160).optional(),
  article: optionalLine(12),
  timeZone: timeZone(),
  language: languageCode.default('en'),
  categories: list(line(12), 10),
}

export const addDelegation = mutation('conference.addDelegation', {
  input: z.strictObject({ ...delegationFields, code: delegationCode(), kind: z.enum(delegationKinds) }),
  output: z.object({ delegationId: z.string() }),
})

/** The new name counts from this instant: what was issued before keeps the old one (EC-7). */
export const amendDelegation = mutation('conference.amendDelegation', {
  input: z.strictObject({ ...delegationFields, delegationId, code: delegationCode() }),
  output: z.object({}),
})

export const recordCredentials = mutation('conference.recordCredentials', {
  input: z.strictObject({ delegationId, credentials: z.enum(credentialsSteps), form: optionalLine(60) }),
  output: z.object({}),
})

/** EC-10: rights as a participant from now on. */
export const admitAsParticipant = mutation('conference.admitAsParticipant', {
  input: z.strictObject({ delegationId }),
  output: z.object({}),
})

/** EC-9: the delegation leaves the conference; what it tabled stays, its members' access ends. */
export const recordWithdrawal = mutation('conference.recordWithdrawal', {
  input: z.strictObject({ delegationId }),
  output: z.object({}),
})

/** The lot: a state's code or a letter, or drawn by the machine when empty. */
export const drawLot = mutation('conference.drawLot', {
  input: z.strictObject({ drawn: optionalLine(8) }),
  output: z.object({ drawn: z.string() }),
})

export const changeRole = mutation('conference.changeRole', {
  input: z.strictObject({ accreditationId, role: z.enum(roles) }),
  output: z.object({}),
  reauthenticate: true,
})

/** The head's list of what a member may do. */
export const giveRights = mutation('conference.giveRights', {
  input: z.strictObject({ accreditationId, rights: list(z.enum(rights), rights.length) }),
  output: z.object({}),
  audit: 'delegation',
})

/** A lost badge, a recalled delegate: access ends now, what was written stays (EC-6). */
export const endAccreditation = mutation('conference.endAccreditation', {
  input: z.strictObject({ accreditationId }),
  output: z.object({}),
})

const names = z.record(z.string(), z.string())
const nullableLine = z.string().nullable()

/** What every page's frame shows: the conference and the capacity one acts in. Without the hour: nobody is told again of what is the same. */
export const shellView = query('conference.shell', {
  input: z.strictObject({}),
  output: z.object({
    person: z.object({ name: z.string(), isOrganiser: z.boolean(), isDemo: z.boolean() }),
    conference: z
      .object({
        conferenceId: z.string(),
        names,
        shortName: z.string(),
        symbolRoot: z.string(),
        city: nullableLine,
        venueName: nullableLine,
        timeZone: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        language: z.string(),
        isDemo: z.boolean(),
      })
      .nullable(),
    acting: z
      .object({
        accreditationId: z.string(),
        side: z.enum(sides),
        role: z.enum(roles),
        rights: z.array(z.enum(rights)),
        bodyIds: z.array(z.string()),
        delegation: z
          .object({
            delegationId: z.string(),
            code: z.string(),
            names,
            article: nullableLine,
            timeZone: z.string(),
            kind: z.enum(delegationKinds),
          })
          .nullable(),
        readSince: nullableLine,
      })
      .nullable(),
    /** How many capacities the person may choose from. */
    capacities: z.number(),
  }),
  who: 'signed-in',
})
export type ShellAnswer = z.output<typeof shellView.output>

/** The conferences in which one holds an active accreditation. */
export const conferenceList = query('conference.list', {
  input: z.strictObject({}),
  output: z.object({
    mayCreate: z.boolean(),
    conferences: z.array(
      z.object({
        conferenceId: z.string(),
        names,
        symbolRoot: z.string(),
        step: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        city: nullableLine,
        capacities: z.array(
          z.object({
            accreditationId: z.string(),
            role: z.enum(roles),
            delegation: names.nullable(),
            isActing: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  who: 'signed-in',
})

/** Conference settings, for those who manage it. */
export const conferenceView = query('conference.view', {
  input: z.strictObject({}),
  output: z.object({
    conferenceId: z.string(),
    symbolRoot: z.string(),
    step: z.string(),
    orderFrom: nullableLine,
    orderDrawnAt: nullableLine,
    names,
    shortName: z.string(),
    kind: z.enum(conferenceKinds),
    venueName: nullableLine,
    city: nullableLine,
    timeZone: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    language: z.string(),
    attribution: z.string(),
    quorum: z.enum(quorums),
  }),
  audience: 'side',
})

const delegationLine = z.object({
  delegationId: z.string(),
  code: z.string(),
  kind: z.enum(delegationKinds),
  names,
  formalNames: names,
  article: nullableLine,
  timeZone: z.string(),
  language: z.string(),
  categories: z.array(z.string()),
  credentials: z.enum(credentialsSteps),
  step: z.enum(['TAKING_PART', 'WITHDRAWN']),
  place: z.number(),
})
export type DelegationLine = z.output<typeof delegationLine>

/** Delegations in protocol order. Persons are not on it: who sits in a delegation is that delegation's and the secretariat's. */
export const roster = query('conference.roster', {
  input: z.strictObject({}),
  output: z.object({ orderFrom: nullableLine, language: z.string(), delegations: z.array(delegationLine) }),
  audience: 'side',
})

const member = z.object({
  accreditationId: z.string(),
  personId: z.string(),
  name: z.string(),
  title: nullableLine,
  role: z.enum(roles),
  rights: z.array(z.enum(rights)),
  step: z.enum(['ACTIVE', 'ENDED']),
  since: z.string(),
})
export type Member = z.output<typeof member>

/** Everybody accredited, by delegation, for those who manage people. */
export const people = query('conference.people', {
  input: z.strictObject({}),
  output: z.object({
    secretariat: z.array(member.extend({ email: z.string() })),
    delegations: z.array(
      delegationLine.extend({ members: z.array(member.extend({ email: z.string() })), sealedAt: nullableLine }),
    ),
  }),
  audience: 'side',
})

/** One's own delegation: its members and what each may do, and what happened to its membership. */
export const ownDelegation = query('conference.ownDelegation', {
  input: z.strictObject({}),
  output: z.object({
    delegation: delegationLine,
    members: z.array(member),
    /** When what former members wrote was sealed behind the last of them (CF-15). */
    sealedAt: nullableLine,
    news: z.array(
      z.object({
        at: z.string(),
        act: z.enum(['joined', 'left']),
        name: z.string(),
        by: z.enum(['delegation', 'secretariat']).nullable(),
      }),
    ),
  }),
  audience: 'delegation',
})
