// Identity lies beneath the conference feature and cannot ask it. What it must know of conferences, delegations and
// accreditations to let somebody in is read here and nowhere else in this folder (but for the actor itself).
import { type Role, roles, type Side, sideOfRole, sides } from '#app/kernel/actor.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { type Names, names } from '#app/kernel/text.ts'
import type { Tx, Work } from '#app/kernel/work.server.ts'
import type { Place } from './policy.ts'
import { usualRights } from './usual-rights.ts'

export const storedNames = (value: unknown): Names => names().catch({}).parse(value)
export const roleOf = (text: string | null): Role =>
  must(
    roles.find((each) => each === text),
    `no role ${text}`,
  )
const sideOf = (text: string): Side =>
  must(
    sides.find((each) => each === text),
    `no side ${text}`,
  )

/** The capacities somebody may act in, oldest first. */
export async function capacitiesOf(tx: Tx, personId: string) {
  const rows = await tx.accreditation.findMany({
    where: { personId, step: 'ACTIVE' },
    include: { conference: true, delegation: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, badge, side, role, conference, delegation, conferenceId, delegationId }) => ({
    accreditationId: id,
    badge,
    side: sideOf(side),
    role: roleOf(role),
    conferenceId,
    delegationId,
    conferenceNames: storedNames(conference.names),
    symbolRoot: conference.symbolRoot,
    conferenceStep: conference.step,
    delegationCode: delegation?.code ?? null,
    delegationNames: delegation && storedNames(delegation.names),
  }))
}
export type CapacityRow = Awaited<ReturnType<typeof capacitiesOf>>[number]

/** Names that anybody would try in a password of this person. */
export const namesAround = (capacities: readonly CapacityRow[]): string[] =>
  capacities.flatMap((each) => [
    each.symbolRoot,
    ...Object.values(each.conferenceNames),
    ...Object.values(each.delegationNames ?? {}),
    each.delegationCode ?? '',
  ])

/** The same for a place that somebody is about to take (SEC-033). */
export async function namesOfPlace(
  tx: Tx,
  { conferenceId, delegationId }: { readonly conferenceId: string | null; readonly delegationId: string | null },
): Promise<string[]> {
  const conference = conferenceId ? await tx.conference.findUnique({ where: { id: conferenceId } }) : null
  const delegation = delegationId ? await tx.delegation.findUnique({ where: { id: delegationId } }) : null
  return [
    ...(conference ? [conference.symbolRoot, ...Object.values(storedNames(conference.names))] : []),
    ...(delegation ? [delegation.code, ...Object.values(storedNames(delegation.names))] : []),
  ]
}

/** Where somebody would sit; throws missing for a delegation of another conference. */
export async function placeOf(tx: Tx, conferenceId: string, delegationId: string | null, role: Role): Promise<Place> {
  if (!delegationId) return { delegationId, side: 'secretariat', role }
  const row = await tx.delegation.findFirst({ where: { id: delegationId, conferenceId, step: 'TAKING_PART' } })
  if (!row) throw missing()
  return { delegationId, side: row.kind === 'OBSERVER' ? 'observer' : 'state', role }
}

/** Throws missing when one of these is no body of this conference (SEC-009). */
export async function assertBodiesOf(tx: Tx, conferenceId: string, bodyIds: readonly string[]): Promise<void> {
  const count = await tx.body.count({ where: { id: { in: [...bodyIds] }, conferenceId } })
  if (count < new Set(bodyIds).size) throw missing()
}

const headRoles = ['HEAD', 'OBSERVER_HEAD']
const headOf = { role: { in: headRoles }, step: 'ACTIVE' }

export const hasHead = async (tx: Tx, delegationId: string) =>
  (await tx.accreditation.count({ where: { delegationId, ...headOf } })) > 0

export interface Admission {
  readonly conferenceId: string
  readonly delegationId: string | null
  readonly personId: string
  readonly role: Role
  readonly bodyIds: readonly string[]
  /** The number kept for this place; the next one where it was given to somebody else meanwhile. */
  readonly badge?: string | null
}

/** Seats a person: the accreditation, its usual rights and its number. Answers the accreditation's id. */
export async function admit(
  { tx, now, newId }: Work,
  { conferenceId, delegationId, personId, role, bodyIds, badge: kept }: Admission,
) {
  // Two people may be seated at the same moment: numbers are given one by one, and a delegation gets one head.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`seats:${conferenceId}`}, 0))`
  await placeOf(tx, conferenceId, delegationId, role)
  const isMember = await tx.accreditation.count({ where: { conferenceId, delegationId, personId, step: 'ACTIVE' } })
  if (isMember > 0) throw new DomainError('conflict', 'identity/already-member', 'This person is a member already.')
  if (delegationId && headRoles.includes(role) && (await hasHead(tx, delegationId))) throw headThere()
  const id = newId<'accreditation'>()
  const isFree = kept && (await tx.accreditation.count({ where: { conferenceId, badge: kept } })) === 0
  const badge = isFree ? kept : await nextBadge(tx, conferenceId, delegationId)
  const seat = { side: sideOfRole(role), role, rights: [...usualRights(role)], bodyIds: [...bodyIds], badge }
  await tx.accreditation.create({ data: { id, conferenceId, delegationId, personId, createdAt: now, ...seat } })
  return id
}

export const headThere = () =>
  new DomainError('conflict', 'identity/has-head', 'This delegation has a head. Change who that is under People first.')

/** `IKD-07`: the delegation's code and the next number; `SEC` for the secretariat. */
async function nextBadge(tx: Tx, conferenceId: string, delegationId: string | null): Promise<string> {
  const code = delegationId ? (await tx.delegation.findUniqueOrThrow({ where: { id: delegationId } })).code : 'SEC'
  const rows = await tx.accreditation.findMany({ where: { conferenceId, delegationId }, select: { badge: true } })
  const last = Math.max(0, ...rows.map(({ badge }) => Number(badge?.match(/-(\d{1,6})$/)?.[1] ?? 0)))
  return `${code}-${String(last + 1).padStart(2, '0')}`
}
