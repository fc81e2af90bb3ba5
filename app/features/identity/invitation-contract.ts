import { z } from 'zod'
import { locales, roles } from '#app/kernel/actor.ts'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { line, names, optionalLine } from '#app/kernel/text.ts'
import { email } from './email.ts'
import { purposes } from './invitation.ts'
import { browser, opened, token, typedPassword } from './opening.ts'

const accreditationId = id<'accreditation'>()
const invitationId = id<'invitation'>()
const iso = z.string()
const role = z.enum(roles)

/** The link is in this answer and nowhere else. */
const link = z.object({
  invitationId: z.string(),
  path: z.string(),
  expiresAt: iso,
  step: z.enum(['OPEN', 'AWAITING_HEAD']),
})

export const invite = mutation('identity.invite', {
  input: z.strictObject({
    email: email(),
    name: line(120),
    title: optionalLine(80),
    role,
    delegationId: z.preprocess((value) => (value === '' ? undefined : value), id<'delegation'>().optional()),
    bodyIds: z.preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z.array(id<'body'>()).max(50).optional(),
    ),
    locale: z.enum(locales).default('en'),
  }),
  output: link,
  transport: 'http',
  audit: 'delegation',
})

/** A new link in place of the one that was lost or ran out. */
export const renewInvitation = mutation('identity.renewInvitation', {
  input: z.strictObject({ invitationId }),
  output: link,
  transport: 'http',
  audit: 'delegation',
})

/** The link to a first password, for somebody who is accredited already. */
export const giveAccess = mutation('identity.giveAccess', {
  input: z.strictObject({ accreditationId }),
  output: link,
  transport: 'http',
  audit: 'delegation',
})

export const revokeInvitation = mutation('identity.revokeInvitation', {
  input: z.strictObject({ invitationId }),
  output: z.object({}),
  audit: 'delegation',
})

/** The head agrees to, or declines, a member whom the secretariat wants to add or to let in (SEC-030). */
export const confirmInvitation = mutation('identity.confirmInvitation', {
  input: z.strictObject({ invitationId }),
  output: z.object({}),
  audit: 'delegation',
})
/** The same for several at once, all or none: the links that one has been shown, never those made meanwhile. */
export const confirmLinks = mutation('identity.confirmLinks', {
  input: z.strictObject({
    invitationIds: z.preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z.array(invitationId).min(1).max(500),
    ),
  }),
  output: z.object({}),
  audit: 'delegation',
})
export const declineInvitation = mutation('identity.declineInvitation', {
  input: z.strictObject({ invitationId }),
  output: z.object({}),
  audit: 'delegation',
})

export const acceptInvitation = mutation('identity.acceptInvitation', {
  input: z.strictObject({
    token: token(),
    name: line(120).optional(),
    password: typedPassword().optional(),
    browser,
  }),
  output: z.discriminatedUnion('outcome', [
    opened,
    /** The person was signed in already; the new capacity is theirs to choose. */
    z.object({ outcome: z.literal('added'), accreditationId: z.string().nullable() }),
    /** The address has a sign-in: it proves itself first. */
    z.object({ outcome: z.literal('sign-in-first') }),
  ]),
  who: 'anyone',
  transport: 'http',
})

const place = z.object({
  conferenceNames: names().nullable(),
  symbolRoot: z.string().nullable(),
  delegationNames: names().nullable(),
  role: role.nullable(),
})

/** What a link is for, to whoever holds it. */
export const invitationShown = query('identity.invitation', {
  input: z.strictObject({ token: token() }),
  output: z.discriminatedUnion('state', [
    place.extend({
      state: z.literal('open'),
      purpose: z.enum(purposes),
      email: z.string(),
      name: z.string(),
      expiresAt: iso,
      hasPassword: z.boolean(),
    }),
    place.extend({ state: z.literal('awaiting-head') }),
    z.object({ state: z.literal('gone') }),
  ]),
  audience: 'public',
})
export type InvitationShown = z.output<typeof invitationShown.output>

const pending = z.object({
  invitationId: z.string(),
  email: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  role,
  delegationId: z.string().nullable(),
  delegationNames: names().nullable(),
  step: z.enum(['OPEN', 'AWAITING_HEAD', 'EXPIRED']),
  /** Sent by the asker's own side, which may renew and revoke it. */
  isOurs: z.boolean(),
  /** Waits for the asker's own word (SEC-030). */
  isToConfirm: z.boolean(),
  invitedAt: iso,
  expiresAt: iso,
})
export type PendingInvitation = z.output<typeof pending>

/** Places kept for people who have not come yet, as far as the asker's side may know (SEC-031). */
export const pendingInvitations = query('identity.pendingInvitations', {
  input: z.strictObject({}),
  output: z.object({ invitations: z.array(pending) }),
  // Whether this reader's word is asked for is part of the answer.
  audience: 'person',
})

/** What happened to the membership of one's own delegation, newest first, so that nobody is added unseen (SEC-030). */
export const delegationNews = query('identity.delegationNews', {
  input: z.strictObject({}),
  output: z.object({
    news: z.array(
      z.object({
        at: iso,
        what: z.enum(['invited', 'awaiting-head', 'joined', 'declined', 'revoked', 'signed-in', 'access-declined']),
        name: z.string(),
        role,
        by: z.enum(['delegation', 'secretariat']),
      }),
    ),
  }),
  audience: 'delegation',
})

const newcomer = z.object({
  accreditationId: z.string(),
  name: z.string(),
  role,
  delegationId: z.string().nullable(),
  delegationNames: names().nullable(),
  /** Whose word lets them in; none is asked for while nobody of the delegation is there. */
  word: z.enum(['head', 'deputy', 'member']).nullable(),
  /** The secretariat's link, to members of the delegation whose word it waits for. */
  toConfirm: z.string().nullable(),
})
export type Newcomer = z.output<typeof newcomer>

/** Who is accredited and has never chosen a password, as far as the asker's side gives them the link for it. */
export const neverSignedIn = query('identity.neverSignedIn', {
  input: z.strictObject({}),
  output: z.object({
    people: z.array(newcomer),
    /** When the newest of the secretariat's links that still live were made; for the secretariat. */
    linksMadeAt: iso.nullable(),
  }),
  audience: 'delegation',
})
