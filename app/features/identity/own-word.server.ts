import { type Acting, isHead } from '#app/kernel/actor.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { roleOf } from './capacities.server.ts'
import type { InvitationRow } from './invitation-store.server.ts'
import type { Word } from './policy.ts'

// A delegation's private work is read by whoever sits in it, so from its first member's sign-in on nobody joins it without
// the word of somebody who is inside (SEC-021, SEC-030).

export interface MemberThere {
  readonly accreditationId: string
  readonly role: Acting['role']
  readonly isSuspended: boolean
}

/** The members of a delegation who have taken up their seats: those who have ever been able to sign in. */
export async function membersThere(tx: Tx, delegationId: string): Promise<MemberThere[]> {
  const rows = await tx.accreditation.findMany({
    where: { delegationId, step: 'ACTIVE', person: { passwordHash: { not: null } } },
    select: { id: true, role: true, person: { select: { isSuspended: true } } },
  })
  return rows.map(({ id, role, person }) => ({
    accreditationId: id,
    role: roleOf(role),
    isSuspended: person.isSuspended,
  }))
}

/** Whose word adds a member; null while nobody has taken up a seat, and the secretariat fills the delegation alone. */
export async function wordOf(tx: Tx, delegationId: string | null): Promise<Word | null> {
  const there = delegationId ? await membersThere(tx, delegationId) : []
  if (there.length === 0) return null
  const able = there.filter(({ isSuspended }) => !isSuspended)
  if (able.some(isHead)) return 'head'
  return able.some(({ role }) => role === 'DEPUTY_HEAD') ? 'deputy' : 'member'
}

/**
 * The invitation as it counts now. One that the secretariat sent while nobody was there waits like any other from the
 * moment somebody is, or a link kept from the first day would be a way in for ever.
 */
export async function asItCounts<Row extends InvitationRow | null>(tx: Tx, row: Row): Promise<Row> {
  const isUnasked =
    row?.purpose === 'JOIN' && row.step === 'OPEN' && row.fromDelegationId === null && row.confirmedBy === null
  return isUnasked && (await wordOf(tx, row.delegationId)) ? { ...row, step: 'AWAITING_HEAD' } : row
}

/**
 * Called after the access of members was ended: when the last of those who were there has gone, what the delegation wrote
 * is sealed, so that nobody who is seated afterwards reads it. Answers whether it was.
 */
export async function sealWhatWasLeft(tx: Tx, delegationId: string, now: Date): Promise<boolean> {
  if ((await membersThere(tx, delegationId)).length > 0) return false
  await tx.$executeRaw`SELECT plenary_seal_private_work(${delegationId}, ${now}::timestamptz)`
  return true
}
