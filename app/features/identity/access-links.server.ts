import { type Acting, sideOfRole } from '#app/kernel/actor.ts'
import type { Tx, Work } from '#app/kernel/work.server.ts'
import { roleOf } from './capacities.server.ts'
import { neverSignedIn } from './invitation-contract.ts'
import { createInvitations } from './invitation-store.server.ts'
import { asTheyCount, wordsOf } from './own-word.server.ts'
import { mayGiveAccess, opensElsewhere } from './policy.ts'

export interface AccessLink {
  readonly accreditationId: string
  readonly path: string
  readonly expiresAt: string
  /** `AWAITING_HEAD`: it opens once the delegation has given its word (ID-21). */
  readonly step: 'OPEN' | 'AWAITING_HEAD'
}

/** The steps in which a link may still open, now or once its delegation has given its word. */
const living = ['OPEN', 'AWAITING_HEAD']

/**
 * A one-time link to a first password for each person of a conference who has none and whom `acting` may give one; one
 * link for somebody with two places. Links given before are dead.
 */
export async function giveAccessLinks(work: Work, acting: Acting): Promise<AccessLink[]> {
  const { tx, now, newId } = work
  const { conferenceId, accreditationId: invitedBy } = acting
  const rows = await withoutSignIn(tx, { conferenceId })
  const places = await tx.accreditation.findMany({
    where: { personId: { in: rows.map(({ personId }) => personId) }, step: 'ACTIVE' },
    select: { id: true, personId: true, conferenceId: true, delegationId: true },
  })
  const placesOf = new Map<string, typeof places>()
  for (const place of places) placesOf.set(place.personId, [...(placesOf.get(place.personId) ?? []), place])
  const words = await wordsOf(
    tx,
    places.map(({ delegationId }) => delegationId),
  )
  const seen = new Set<string>()
  const wanted = rows.filter(({ id, personId, person, ...row }) => {
    const role = roleOf(row.role)
    const place = { delegationId: row.delegationId, side: sideOfRole(role), role }
    const others = (placesOf.get(personId) ?? []).filter((each) => each.id !== id)
    const isElsewhere = person.isOrganiser || opensElsewhere(others, acting, words)
    const state = { isActive: true, hasPassword: false, isElsewhere }
    return mayGiveAccess(acting, { ...place, ...state }).ok && !seen.has(personId) && Boolean(seen.add(personId))
  })
  await tx.invitation.updateMany({
    where: { conferenceId, personId: { in: [...seen] }, purpose: 'ACCESS', step: { in: living } },
    data: { step: 'REVOKED', settledAt: now },
  })
  const made = await createInvitations(
    tx,
    wanted.map(({ id, personId, person: { email, name, title, locale }, delegationId, role }) => ({
      id: newId(),
      purpose: 'ACCESS',
      step: words.has(delegationId ?? '') ? 'AWAITING_HEAD' : 'OPEN',
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
  work.changed(neverSignedIn, {})
  return wanted.flatMap(({ id }, place) => {
    const link = made[place]
    return link ? { accreditationId: id, path: link.path, expiresAt: link.expiresAt, step: link.step } : []
  })
}

interface Where {
  readonly conferenceId: string
  /** Of this delegation alone. */
  readonly delegationId?: string
}

/** The active places whose person has never chosen a password. */
export const withoutSignIn = (tx: Tx, where: Where) =>
  tx.accreditation.findMany({
    where: { ...where, step: 'ACTIVE', person: { passwordHash: null } },
    include: { person: true },
    orderBy: [{ badge: 'asc' }, { id: 'asc' }],
  })

/** When the newest of the secretariat's links to first passwords were made that a new download would kill. */
export async function linksMadeAt(tx: Tx, conferenceId: string, now: Date): Promise<Date | null> {
  const newest = await tx.invitation.findFirst({
    where: { conferenceId, purpose: 'ACCESS', fromDelegationId: null, step: { in: living }, expiresAt: { gt: now } },
    orderBy: { invitedAt: 'desc' },
    select: { invitedAt: true },
  })
  return newest?.invitedAt ?? null
}

/** The secretariat's links to first passwords that wait for this delegation's word, by accreditation. */
export async function linksToConfirm(tx: Tx, delegationId: string, now: Date): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.invitation.findMany({
    where: {
      delegationId,
      purpose: 'ACCESS',
      fromDelegationId: null,
      confirmedBy: null,
      step: { in: living },
      expiresAt: { gt: now },
    },
  })
  const waiting = (await asTheyCount(tx, rows)).filter(({ step }) => step === 'AWAITING_HEAD')
  return new Map(waiting.flatMap(({ id, accreditationId }) => (accreditationId ? [[accreditationId, id]] : [])))
}
