import { z } from 'zod'
import { locales, roles, sides } from '#app/kernel/actor.ts'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { line, names } from '#app/kernel/text.ts'
import { appearance } from './appearance.ts'
import { browser, opened, token, typedPassword } from './opening.ts'

const accreditationId = id<'accreditation'>()
const loginId = id<'login'>()
const iso = z.string()
const nullableIso = iso.nullable()
const role = z.enum(roles)

/** Said, not thrown: a failure must be remembered by the throttle and the audit trail. */
const failed = z.object({
  outcome: z.literal('refused'),
  reason: z.enum(['wrong', 'wait']),
  waitSeconds: z.number(),
})

export const signIn = mutation('identity.signIn', {
  input: z.strictObject({ name: line(254), password: typedPassword(), browser }),
  output: z.discriminatedUnion('outcome', [opened, failed]),
  who: 'anyone',
  transport: 'http',
})

export const signOut = mutation('identity.signOut', {
  input: z.strictObject({}),
  output: z.object({}),
  who: 'signed-in',
  isPersonal: true,
  transport: 'http',
})

/** Ends every other login of the person. */
export const signOutEverywhere = mutation('identity.signOutEverywhere', {
  input: z.strictObject({}),
  output: z.object({ ended: z.number() }),
  who: 'signed-in',
  isPersonal: true,
})

export const endLogin = mutation('identity.endLogin', {
  input: z.strictObject({ loginId }),
  output: z.object({}),
  who: 'signed-in',
  isPersonal: true,
})

const renewed = z.object({ outcome: z.literal('done'), token: token(), isShared: z.boolean() })

export const changePassword = mutation('identity.changePassword', {
  input: z.strictObject({ currentPassword: typedPassword(), newPassword: typedPassword() }),
  output: z.discriminatedUnion('outcome', [renewed, failed]),
  who: 'signed-in',
  isPersonal: true,
  transport: 'http',
})

/** The password once more, before an act that asks for it (SEC-039). */
export const reauthenticate = mutation('identity.reauthenticate', {
  input: z.strictObject({ password: typedPassword() }),
  output: z.discriminatedUnion('outcome', [renewed, failed]),
  who: 'signed-in',
  isPersonal: true,
  transport: 'http',
})

/** Token null: this was the capacity already. */
export const actAs = mutation('identity.actAs', {
  input: z.strictObject({ accreditationId }),
  output: z.object({ token: token().nullable(), isShared: z.boolean() }),
  who: 'signed-in',
  isPersonal: true,
  transport: 'http',
})

export const setLanguage = mutation('identity.setLanguage', {
  input: z.strictObject({ locale: z.enum(locales) }),
  output: z.object({ locale: z.enum(locales) }),
  who: 'signed-in',
  isPersonal: true,
})

export const setAppearance = mutation('identity.setAppearance', {
  input: z.strictObject(appearance.shape),
  output: appearance,
  who: 'signed-in',
  isPersonal: true,
})

const capacity = z.object({
  accreditationId: z.string(),
  conferenceNames: names(),
  symbolRoot: z.string(),
  conferenceStep: z.string(),
  side: z.enum(sides),
  role,
  delegationCode: z.string().nullable(),
  delegationNames: names().nullable(),
})
export type Capacity = z.output<typeof capacity>

/** The capacities one may act in. Which one acts now is in the caller: it differs from login to login. */
export const myCapacities = query('identity.myCapacities', {
  input: z.strictObject({}),
  output: z.object({ isOrganiser: z.boolean(), capacities: z.array(capacity) }),
  who: 'signed-in',
})

const login = z.object({
  loginId: z.string(),
  device: z.string(),
  isShared: z.boolean(),
  startedAt: iso,
  lastSeenAt: iso,
  endsAt: iso,
})
export type LoginLine = z.output<typeof login>

/** One's own logins and password; the page marks the login it was asked from. */
export const mySecurity = query('identity.mySecurity', {
  input: z.strictObject({}),
  output: z.object({ email: z.string(), passwordSetAt: nullableIso, logins: z.array(login) }),
  who: 'signed-in',
})

/** What the sign-in page says before it knows anybody: the conference, when this installation holds one. */
export const frontDoor = query('identity.frontDoor', {
  input: z.strictObject({}),
  output: z.object({
    conference: z
      .object({
        names: names(),
        symbolRoot: z.string(),
        venueName: z.string().nullable(),
        city: z.string().nullable(),
        timeZone: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        isDemo: z.boolean(),
      })
      .nullable(),
  }),
  audience: 'public',
})
export type FrontDoor = z.output<typeof frontDoor.output>
