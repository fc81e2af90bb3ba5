import { type Acting, sideOfRole } from '#app/kernel/actor.ts'
import type { Tx, Work } from '#app/kernel/work.server.ts'
import { roleOf } from './capacities.server.ts'
import { createInvitations } from './invitation-store.server.ts'
import { mayGiveAccess } from './policy.ts'

export interface AccessLink {
  readonly accreditationId: string
  readonly path: string
  readonly expiresAt: string
}

/**
 * A one-time link to a first password for each person of a conference who has none and whom `acting` may give one; one
 * link for somebody with two places. Links given before are dead.
 */
export async function giveAccessLinks({ tx, now, newId }: Work, acting: Acting): Promise<AccessLink[]> {
  const { conferenceId, accreditationId: invitedBy } = acting
  const rows = await withoutSignIn(tx, conferenceId)
  const personIds = rows.map(({ personId }) => personId)
  const elsewhere = await tx.accreditation.findMany({
    where: { personId: { in: personIds }, step: 'ACTIVE', NOT: { conferenceId } },
    select: { personId: true },
  })
  const isElsewhere = new Set(elsewhere.map(({ personId }) => personId))
  const seen = new Set<string>()
  const wanted = rows.filter(({ personId, person, ...row }) => {
    const role = roleOf(row.role)
    const place = { delegationId: row.delegationId, side: sideOfRole(role), role }
    const state = { isActive: true, hasPassword: false, isElsewhere: person.isOrganiser || isElsewhere.has(personId) }
    return mayGiveAccess(acting, { ...place, ...state }).ok && !seen.has(personId) && Boolean(seen.add(personId))
  })
  await tx.invitation.updateMany({
    where: { conferenceId, personId: { in: [...seen] }, purpose: 'ACCESS', step: 'OPEN' },
    data: { step: 'REVOKED', settledAt: now },
  })
  const made = await createInvitations(
    tx,
    wanted.map(({ id, personId, person: { email, name, title, locale }, delegationId, role }) => ({
      id: newId(),
      purpose: 'ACCESS',
      step: 'OPEN',
      conferenceId,
      delegationId,
      fromDelegationId: null,
      personId,
      accreditationId: id,
      email,
      name,
      title,
      locale,
      role,
      bodyIds: [],
      invitedBy,
    })),
    now,
  )
  return wanted.flatMap(({ id }, place) => {
    const link = made[place]
    return link ? { accreditationId: id, path: link.path, expiresAt: link.expiresAt } : []
  })
}

/** The active places whose person has never chosen a password. */
export const withoutSignIn = (tx: Tx, conferenceId: string) =>
  tx.accreditation.findMany({
    where: { conferenceId, step: 'ACTIVE', person: { passwordHash: null } },
    include: { person: true },
    orderBy: [{ badge: 'asc' }, { id: 'asc' }],
  })
