import { actFromNowOn } from '#app/features/identity/api.server.ts'
import type { ParsedInputOf } from '#app/kernel/contract.ts'
import { personOf, type Tx, type Work } from '#app/kernel/work.server.ts'
import { storedNames } from './api.server.ts'
import { conferenceList, type createConference, people, roster, shellView } from './contract.ts'
import type { Credentials, DelegationKind } from './delegation.ts'
import { rosterOrder } from './order-store.server.ts'

export interface NewConference extends ParsedInputOf<typeof createConference> {
  readonly languages?: readonly string[]
  /** The founder's own seat, where a file describes it. */
  readonly seat?: { readonly id: string; readonly bodyIds: readonly string[]; readonly badge: string | null }
}

/** A new conference; whoever sets it up is its first organiser. What a demonstration account makes is a demonstration. */
export async function foundConference(work: Work, { languages, venueName, city, seat, ...fields }: NewConference) {
  const { tx, now, newId } = work
  const person = personOf(work.actor)
  const { isDemo } = await tx.person.findUniqueOrThrow({ where: { id: person.personId }, select: { isDemo: true } })
  const conferenceId = newId<'conference'>()
  const accreditationId = seat?.id ?? newId<'accreditation'>()
  await tx.conference.create({
    data: {
      ...fields,
      id: conferenceId,
      languages: [...(languages ?? ['en', 'fr', 'ar'])],
      venue: { name: venueName, city },
      isDemo,
      createdAt: now,
      createdBy: person.personId,
    },
  })
  await tx.accreditation.create({
    data: {
      id: accreditationId,
      conferenceId,
      personId: person.personId,
      side: 'secretariat',
      role: 'ORGANISER',
      rights: [],
      bodyIds: [...(seat?.bodyIds ?? [])],
      badge: seat?.badge ?? null,
      createdAt: now,
    },
  })
  // One acts in one capacity at a time: whoever set the conference up goes on as its organiser.
  const login = await actFromNowOn(work, accreditationId)
  work.changed(conferenceList, {}, { personId: person.personId })
  return { conferenceId, accreditationId, login }
}

type Names = Readonly<Record<string, string>>

export interface DelegationToSeat {
  readonly id: string
  readonly code: string
  readonly kind: DelegationKind
  readonly names: Names
  readonly formalNames: Names
  readonly sortKeys: Names
  readonly article: string | null
  readonly timeZone: string
  readonly language: string
  readonly categories: readonly string[]
  readonly credentials: { readonly step: Credentials; readonly form: string | null; readonly receivedAt: string | null }
}

export interface Lot {
  readonly drawn: string
  readonly drawnAt: string | null
}

/** Seats many delegations at once, in protocol order with those that are there; whether their codes are free was checked. */
export async function seatDelegations(
  work: Work,
  conferenceId: string,
  { delegations, lot }: { delegations: readonly DelegationToSeat[]; lot: Lot | null },
): Promise<void> {
  const { tx, now } = work
  const before = await tx.delegation.count({ where: { conferenceId } })
  await tx.delegation.createMany({
    data: delegations.map(({ credentials, names, formalNames, sortKeys, categories, ...fields }, index) => ({
      ...fields,
      conferenceId,
      names: { ...names },
      formalNames: { ...formalNames },
      sortKeys: { ...sortKeys },
      categories: [...categories],
      credentials: credentials.step,
      credentialsForm: credentials.form,
      credentialsAt: credentials.receivedAt,
      place: before + index + 1,
      createdAt: now,
    })),
  })
  if (lot) {
    const drawn = { orderFrom: lot.drawn, orderDrawnAt: lot.drawnAt ?? now }
    await tx.conference.update({ where: { id: conferenceId }, data: drawn })
  }
  await rosterOrder(tx, conferenceId)
  for (const query of [roster, people, shellView]) work.changed(query, {})
}

/** What `seatDelegations` and accrediting made, as it stands now, for a file of the conference. */
export async function rosterOf(tx: Tx, conferenceId: string) {
  const [conference, delegations, seats] = [
    await tx.conference.findUniqueOrThrow({ where: { id: conferenceId } }),
    await tx.delegation.findMany({ where: { conferenceId }, orderBy: { place: 'asc' } }),
    await tx.accreditation.findMany({
      where: { conferenceId, step: 'ACTIVE' },
      include: { person: true },
      orderBy: [{ createdAt: 'asc' }, { badge: 'asc' }, { id: 'asc' }],
    }),
  ]
  return {
    conference: { ...conference, names: storedNames(conference.names) },
    delegations: delegations.map((row) => ({
      ...row,
      names: storedNames(row.names),
      formalNames: storedNames(row.formalNames),
      sortKeys: storedNames(row.sortKeys),
    })),
    seats,
  }
}
export type Roster = Awaited<ReturnType<typeof rosterOf>>
