import type { Acting } from '#app/kernel/actor.ts'
import { must } from '#app/kernel/must.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { roleOf } from './capacities.server.ts'
import type { InvitationRow } from './invitation-store.server.ts'
import { opensElsewhere, type Word, wordOfThose } from './policy.ts'

// A delegation's private work is read by whoever sits in it, so from its first member's sign-in on nobody comes into it
// without the word of somebody who is inside: no new member, and nobody who was seated before and never came (SEC-021,
// SEC-030).

export interface MemberThere {
  readonly accreditationId: string
  readonly role: Acting['role']
  readonly isSuspended: boolean
}

/** The members of these delegations who have taken up their seats: those who have ever been able to sign in. */
async function thereIn(tx: Tx, delegationIds: readonly string[]): Promise<ReadonlyMap<string, MemberThere[]>> {
  const rows = await tx.accreditation.findMany({
    where: { delegationId: { in: [...delegationIds] }, step: 'ACTIVE', person: { passwordHash: { not: null } } },
    select: { id: true, delegationId: true, role: true, person: { select: { isSuspended: true } } },
  })
  const there = new Map<string, MemberThere[]>()
  for (const { id, role, person, ...row } of rows) {
    const delegationId = must(row.delegationId)
    const member = { accreditationId: id, role: roleOf(role), isSuspended: person.isSuspended }
    const others = there.get(delegationId)
    if (others) others.push(member)
    else there.set(delegationId, [member])
  }
  return there
}

/** The members of a delegation who have taken up their seats. */
export const membersThere = async (tx: Tx, delegationId: string): Promise<MemberThere[]> =>
  (await thereIn(tx, [delegationId])).get(delegationId) ?? []

export type Words = ReadonlyMap<string, Word>

/** Whose word lets somebody in, by delegation: none while nobody has taken up a seat, and the secretariat fills it alone. */
export async function wordsOf(tx: Tx, delegationIds: readonly (string | null)[]): Promise<Words> {
  const asked = [...new Set(delegationIds.flatMap((id) => id ?? []))]
  const there = asked.length > 0 ? await thereIn(tx, asked) : new Map<string, MemberThere[]>()
  return new Map([...there].map(([id, members]) => [id, wordOfThose(members.filter((each) => !each.isSuspended))]))
}

/** The same of one delegation; null where there is no word to ask for. */
export const wordOf = async (tx: Tx, delegationId: string | null): Promise<Word | null> =>
  (await wordsOf(tx, [delegationId])).get(delegationId ?? '') ?? null

/**
 * The invitations as they count now. One that the secretariat sent while nobody was there waits like any other from the
 * moment somebody is, or a link kept from the first day would be a way in for ever. A link to a first password opens
 * whatever its person holds, so it is dead once that is more than its giver may open.
 */
export async function asTheyCount(tx: Tx, rows: readonly InvitationRow[]): Promise<InvitationRow[]> {
  const places = await placesBehind(tx, rows)
  const everywhere = [...places.values()].flatMap((holder) => holder.places)
  const words = await wordsOf(
    tx,
    [...rows, ...everywhere].map(({ delegationId }) => delegationId),
  )
  return rows.map((row) => {
    if (row.step !== 'OPEN' && row.step !== 'AWAITING_HEAD') return row
    const holder = row.purpose === 'ACCESS' ? places.get(row.personId ?? '') : undefined
    if (holder && !opensWhatItSays(row, holder, words)) return { ...row, step: 'REVOKED' }
    const isUnasked = isFromSecretariat(row) && row.confirmedBy === null
    return isUnasked && words.has(row.delegationId ?? '') ? { ...row, step: 'AWAITING_HEAD' } : row
  })
}

/** The same of one. */
export async function asItCounts<Row extends InvitationRow | null>(tx: Tx, row: Row): Promise<Row | InvitationRow> {
  return row ? must((await asTheyCount(tx, [row]))[0]) : row
}

const isFromSecretariat = ({ purpose, fromDelegationId }: InvitationRow) =>
  (purpose === 'JOIN' || purpose === 'ACCESS') && fromDelegationId === null

interface HeldPlace {
  readonly id: string
  readonly conferenceId: string
  readonly delegationId: string | null
}
interface Holder {
  readonly isOrganiser: boolean
  readonly places: readonly HeldPlace[]
}

const opensWhatItSays = (row: InvitationRow, { isOrganiser, places }: Holder, words: Words): boolean =>
  !isOrganiser &&
  places.some(({ id }) => id === row.accreditationId) &&
  !opensElsewhere(
    places.filter(({ id }) => id !== row.accreditationId),
    { conferenceId: row.conferenceId, delegationId: row.fromDelegationId },
    words,
  )

/** What the people hold whose first passwords these links are for. */
async function placesBehind(tx: Tx, rows: readonly InvitationRow[]): Promise<ReadonlyMap<string, Holder>> {
  const ids = rows.flatMap(({ purpose, personId }) => (purpose === 'ACCESS' ? (personId ?? []) : []))
  if (ids.length === 0) return new Map()
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      isOrganiser: true,
      accreditations: { where: { step: 'ACTIVE' }, select: { id: true, conferenceId: true, delegationId: true } },
    },
  })
  return new Map(people.map(({ id, isOrganiser, accreditations }) => [id, { isOrganiser, places: accreditations }]))
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
