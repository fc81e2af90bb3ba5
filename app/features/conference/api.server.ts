import { z } from 'zod'
import { missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { type Names, names } from '#app/kernel/text.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { type Quorum, quorums } from './quorum.ts'

export {
  type DelegationToSeat,
  foundConference,
  type Lot,
  type NewConference,
  type Roster,
  rosterOf,
  seatDelegations,
} from './set-up.server.ts'

/** Names as stored in a JSON column. */
export const storedNames = (value: unknown): Names => names().catch({}).parse(value)

export interface DelegationRef {
  readonly id: string
  readonly code: string
  readonly kind: 'STATE' | 'OBSERVER'
  readonly names: Names
  readonly formalNames: Names
  readonly sortKeys: Names
  /** As it stands before the English name in a sentence. */
  readonly article: string | null
  readonly timeZone: string
  readonly credentials: string
  readonly isTakingPart: boolean
  /** Place in the protocol order, from 1. */
  readonly place: number
}

/** The delegations of a conference in protocol order, as seated (EC-8, EC-11). */
export async function delegationsOf(tx: Tx, conferenceId: string): Promise<DelegationRef[]> {
  const rows = await tx.delegation.findMany({ where: { conferenceId }, orderBy: { place: 'asc' } })
  return rows.map(toRef)
}

export async function delegationById(tx: Tx, conferenceId: string, id: string): Promise<DelegationRef> {
  const row = await tx.delegation.findFirst({ where: { id, conferenceId } })
  if (!row) throw missing()
  return toRef(row)
}

interface Row extends Omit<DelegationRef, 'isTakingPart' | 'kind' | 'names' | 'formalNames' | 'sortKeys'> {
  readonly kind: string
  readonly step: string
  readonly names: unknown
  readonly formalNames: unknown
  readonly sortKeys: unknown
}

const toRef = (row: Row): DelegationRef => ({
  id: row.id,
  code: row.code,
  kind: row.kind === 'OBSERVER' ? 'OBSERVER' : 'STATE',
  names: storedNames(row.names),
  formalNames: storedNames(row.formalNames),
  sortKeys: storedNames(row.sortKeys),
  article: row.article,
  timeZone: row.timeZone,
  credentials: row.credentials,
  isTakingPart: row.step === 'TAKING_PART',
  place: row.place,
})

const venue = z.object({ name: z.string().nullish(), city: z.string().nullish() }).catch({})

export interface ConferenceRef {
  readonly id: string
  readonly symbolRoot: string
  readonly shortName: string
  readonly names: Names
  readonly timeZone: string
  readonly venue: { readonly name?: string | null; readonly city?: string | null }
  readonly startsOn: string
  readonly endsOn: string
  readonly language: string
  readonly languages: readonly string[]
  readonly attribution: string
  readonly quorum: Quorum
}

export async function conferenceById(tx: Tx, id: string): Promise<ConferenceRef> {
  const row = await tx.conference.findUnique({ where: { id } })
  if (!row) throw missing()
  const { symbolRoot, shortName, timeZone, startsOn, endsOn, language, languages, attribution } = row
  const common = { id, symbolRoot, shortName, timeZone, startsOn, endsOn, language, languages, attribution }
  const quorum = must(quorums.find((each) => each === row.quorum))
  return { ...common, quorum, names: storedNames(row.names), venue: venue.parse(row.venue) }
}

/** The accreditation ids of a delegation's head, or none. */
export async function headsOf(tx: Tx, delegationId: string): Promise<string[]> {
  const role = { in: ['HEAD', 'OBSERVER_HEAD'] }
  const rows = await tx.accreditation.findMany({ where: { delegationId, role, step: 'ACTIVE' }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** Names of the persons behind accreditations, for readers who may see them. */
export async function accreditedNames(tx: Tx, accreditationIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.accreditation.findMany({
    where: { id: { in: [...new Set(accreditationIds)] } },
    select: { id: true, person: { select: { name: true } } },
  })
  return new Map(rows.map(({ id, person }) => [id, person.name]))
}

export interface OfficerRef {
  readonly accreditationId: string
  readonly role: string
  readonly name: string
}

/** The secretariat, by name: from it come the officers of bodies. */
export async function secretariatOf(tx: Tx, conferenceId: string): Promise<OfficerRef[]> {
  const rows = await tx.accreditation.findMany({
    where: { conferenceId, side: 'secretariat', step: 'ACTIVE' },
    select: { id: true, role: true, person: { select: { name: true } } },
  })
  return rows.map(({ id, role, person }) => ({ accreditationId: id, role, name: person.name }))
}
