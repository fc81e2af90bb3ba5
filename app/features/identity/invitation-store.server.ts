import type { Tx } from '#app/kernel/work.server.ts'
import { expiresAt, type Purpose } from './invitation.ts'
import { wordOf } from './own-word.server.ts'
import { hashOfToken, newToken } from './tokens.server.ts'

export type InvitationRow = NonNullable<Awaited<ReturnType<Tx['invitation']['findUnique']>>>

export interface NewInvitation {
  readonly id: string
  readonly purpose: Purpose
  readonly step: 'OPEN' | 'AWAITING_HEAD'
  readonly conferenceId: string | null
  readonly delegationId: string | null
  readonly fromDelegationId: string | null
  readonly personId: string | null
  readonly accreditationId: string | null
  readonly email: string
  readonly name: string
  readonly title: string | null
  readonly role: string | null
  readonly bodyIds: readonly string[]
  readonly badge?: string | null
  readonly locale: string
  readonly invitedBy: string
}

/** Keeps the place and answers the link's path, which is kept nowhere. */
export async function createInvitation(tx: Tx, { bodyIds, ...invitation }: NewInvitation, now: Date) {
  const { token, ...link } = newLink(invitation.purpose, now)
  const data = { ...invitation, bodyIds: [...bodyIds], rights: [], tokenHash: hashOfToken(token), invitedAt: now }
  await tx.invitation.create({ data: { ...data, expiresAt: link.expiresAt } })
  return answerOf(invitation, link)
}

/** The same for many at once, in their order and in one statement. */
export async function createInvitations(tx: Tx, invitations: readonly NewInvitation[], now: Date) {
  const made = invitations.map((invitation) => ({ invitation, link: newLink(invitation.purpose, now) }))
  const rows = made.map(({ invitation, link: { token, expiresAt } }) => ({
    ...invitation,
    tokenHash: hashOfToken(token),
    expiresAt: expiresAt.toISOString(),
  }))
  await tx.$executeRaw`
    INSERT INTO invitation (id, token_hash, purpose, step, conference_id, delegation_id, from_delegation_id, person_id,
      accreditation_id, email, name, title, role, rights, body_ids, badge, locale, invited_by, invited_at, expires_at)
    SELECT i.id, i."tokenHash", i.purpose, i.step, i."conferenceId", i."delegationId", i."fromDelegationId", i."personId",
      i."accreditationId", i.email, i.name, i.title, i.role, '{}', ARRAY(SELECT jsonb_array_elements_text(i."bodyIds")),
      i.badge, i.locale, i."invitedBy", ${now}::timestamptz, i."expiresAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(
      id text, "tokenHash" text, purpose text, step text, "conferenceId" text, "delegationId" text,
      "fromDelegationId" text, "personId" text, "accreditationId" text, email text, name text, title text, role text,
      "bodyIds" jsonb, badge text, locale text, "invitedBy" text, "expiresAt" timestamptz)`
  return made.map(({ invitation, link }) => answerOf(invitation, link))
}

/** The same place under a new link; the old one is dead. */
export async function renewLink(
  tx: Tx,
  { id, purpose, step }: { id: string; purpose: Purpose; step: 'OPEN' | 'AWAITING_HEAD' },
  now: Date,
) {
  const { token, ...link } = newLink(purpose, now)
  await tx.invitation.update({ where: { id }, data: { tokenHash: hashOfToken(token), expiresAt: link.expiresAt } })
  return answerOf({ id, step }, link)
}

function newLink(purpose: Purpose, now: Date) {
  const token = newToken()
  return { token, path: `/invitation/${token}`, expiresAt: expiresAt(purpose, now) }
}

const answerOf = (
  { id, step }: { id: string; step: 'OPEN' | 'AWAITING_HEAD' },
  link: { path: string; expiresAt: Date },
) => ({
  invitationId: id,
  path: link.path,
  expiresAt: link.expiresAt.toISOString(),
  step,
})

/** Whether the delegation has a word in this: the secretariat adds somebody where there is a member to ask (SEC-030). */
export const firstStep = async (tx: Tx, place: Pick<NewInvitation, 'delegationId' | 'fromDelegationId'>) =>
  place.fromDelegationId === null && (await wordOf(tx, place.delegationId)) ? 'AWAITING_HEAD' : 'OPEN'

/** The invitation of this link, and no other: row-level security lets the holder of the token see that one row. */
export async function invitationOf(tx: Tx, token: string): Promise<InvitationRow | null> {
  const tokenHash = hashOfToken(token)
  await tx.$executeRaw`SELECT set_config('plenary.invitation', ${tokenHash}, true)`
  return tx.invitation.findUnique({ where: { tokenHash } })
}

export async function lockInvitation(tx: Tx, id: string): Promise<InvitationRow | null> {
  await tx.$executeRaw`SELECT 1 FROM invitation WHERE id = ${id} FOR UPDATE`
  return tx.invitation.findUnique({ where: { id } })
}
