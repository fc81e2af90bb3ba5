import { type AgendaSetUp, setUpAgenda } from '#app/features/agenda/api.server.ts'
import { type DelegationToSeat, foundConference, seatDelegations } from '#app/features/conference/api.server.ts'
import { ensurePeople, type NewSeat, requestSeats, seatPeople } from '#app/features/identity/api.server.ts'
import type { RenewedLogin } from '#app/features/identity/opening.ts'
import { must } from '#app/kernel/must.ts'
import { personOf, type Work } from '#app/kernel/work.server.ts'
import type { FileConference } from './conference-file.ts'
import { type Known, waitsForWord } from './known.ts'
import type { Parts } from './parts.ts'

/** Parts that `check` found nothing to correct in. */
export interface Sound {
  readonly parts: Parts
  readonly known: Known
  /** Null: a new conference, founded from the parts. */
  readonly conferenceId: string | null
}

export interface Written {
  readonly conferenceId: string
  /** Whoever founded a conference acts in it from now on, under a new token. */
  readonly login: RenewedLogin | null
}

/** Writes it all in the transaction of the act, each thing through the feature it belongs to. */
export async function writeParts(work: Work, { parts, known, conferenceId }: Sound): Promise<Written> {
  const ids = allotIds(work, parts, known)
  const importer = await work.tx.person.findUniqueOrThrow({ where: { id: personOf(work.actor).personId } })
  // Whoever founds the conference is its organiser already, and is not seated as that twice (IM-10).
  const founder =
    conferenceId === null ? parts.participants.find(({ value }) => isOrganiser(value, importer.email)) : null
  const founded = conferenceId === null ? await found(work, must(parts.conference?.value), ids, founder ?? null) : null
  const into = founded?.conferenceId ?? must(conferenceId)
  await seatDelegations(work, into, {
    delegations: parts.delegations.map(({ value }): DelegationToSeat => {
      const { sortKeys = {}, formalNames = {}, ...delegation } = value
      return { ...delegation, sortKeys, formalNames, id: ids.delegation(delegation.code) }
    }),
    lot: parts.lot?.value ?? null,
  })
  const others = parts.participants.filter((entry) => entry !== founder)
  const isAsked = ({ value }: Seated) => waitsForWord(value, known)
  await writePeople(work, into, {
    others: others.filter((entry) => !isAsked(entry)),
    ids,
    isDemo: importer.isDemo,
  })
  await askDelegations(work, others.filter(isAsked), ids)
  await setUpAgenda(work, into, agendaOf(parts, ids, known))
  return { conferenceId: into, login: founded?.login ?? null }
}

type Seated = Parts['participants'][number]
const isOrganiser = ({ email, role }: Seated['value'], address: string) => role === 'ORGANISER' && email === address

function found(work: Work, conference: FileConference, ids: Ids, founder: Seated | null) {
  const seat = founder && {
    id: ids.seat(founder),
    bodyIds: founder.value.bodies.map(ids.body),
    badge: founder.value.badge,
  }
  return foundConference(work, { ...conference, ...(seat ? { seat } : {}) })
}

type Ids = ReturnType<typeof allotIds>

/** References become ids: new opaque ones, or those of what the conference has (IM-3). */
function allotIds({ newId }: Work, parts: Parts, known: Known) {
  const table = (existing: readonly (readonly [string, string])[], refs: readonly string[]) => {
    const ids = new Map([...existing, ...refs.map((ref) => [ref, newId()] as const)])
    return (ref: string): string => must(ids.get(ref), `${ref} was checked`)
  }
  const same = ({ id }: { readonly id: string }) => [id, id] as const
  const seats = new Map(parts.participants.map((entry) => [entry, newId()]))
  return {
    delegation: table(
      known.delegations.map(({ code, id }) => [code, id]),
      parts.delegations.map(({ value }) => value.code),
    ),
    room: table(
      known.rooms.map(same),
      parts.rooms.map(({ value }) => value.ref),
    ),
    body: table(
      known.bodies.map(same),
      parts.bodies.map(({ value }) => value.ref),
    ),
    item: table(
      known.items.map(same),
      parts.items.map(({ value }) => value.ref),
    ),
    seat: (entry: Parts['participants'][number]) => must(seats.get(entry)),
    meeting: () => newId<'meeting'>(),
  }
}

interface Seating {
  readonly others: Parts['participants']
  readonly ids: Ids
  readonly isDemo: boolean
}

async function writePeople(work: Work, conferenceId: string, { others, ids, isDemo }: Seating): Promise<void> {
  const people = await ensurePeople(
    work,
    others.map(({ value: { email, name, title, language } }) => ({ email, name, title, locale: language, isDemo })),
  )
  const seats = others.map((entry): NewSeat => {
    const { email, delegation, role, rights, bodies, badge } = entry.value
    return {
      id: ids.seat(entry),
      personId: must(people.get(email)),
      delegationId: delegation ? ids.delegation(delegation) : null,
      code: delegation ?? 'SEC',
      role,
      rights,
      bodyIds: bodies.map(ids.body),
      badge,
    }
  })
  await seatPeople(work, conferenceId, seats)
}

/** Nobody is put into a delegation past its members: these wait for a word (IM-9). */
const askDelegations = (work: Work, asked: Parts['participants'], ids: Ids): Promise<void> =>
  requestSeats(
    work,
    asked.map(({ value: { email, name, title, language, delegation, role, bodies, badge } }) => ({
      email,
      name,
      title,
      locale: language,
      delegationId: ids.delegation(must(delegation)),
      role,
      bodyIds: bodies.map(ids.body),
      badge,
    })),
  )

function agendaOf(parts: Parts, ids: Ids, known: Known): AgendaSetUp {
  const officer = officersIn(parts, ids, known)
  const optional = (idOf: (ref: string) => string, ref: string | null) => (ref === null ? null : idOf(ref))
  return {
    symbol: parts.agendaSymbol,
    rooms: parts.rooms.map(({ value: { ref, name, capacity } }) => ({ id: ids.room(ref), name, capacity })),
    bodies: parts.bodies.map(({ value }) => ({
      id: ids.body(value.ref),
      kind: value.kind,
      names: value.names,
      symbol: value.symbol,
      parentId: optional(ids.body, value.parent),
      roomId: optional(ids.room, value.room),
      openTo: value.openTo,
      chairId: officer(value.chair),
      coChairId: officer(value.coChair),
      rapporteurId: officer(value.rapporteur),
    })),
    items: parts.items.map(({ value: { ref, parent, body, proposer, ...item } }) => ({
      ...item,
      id: ids.item(ref),
      parentId: optional(ids.item, parent),
      bodyId: ids.body(body),
      proposerId: optional(ids.delegation, proposer),
    })),
    meetings: parts.meetings.map(({ value: { body, room, slots, ...meeting } }) => ({
      ...meeting,
      id: ids.meeting(),
      bodyId: ids.body(body),
      roomId: optional(ids.room, room),
      slots: slots.map(({ value: { item, ...slot } }) => ({ ...slot, itemId: ids.item(item) })),
    })),
  }
}

/** The accreditation in the secretariat behind an officer's address. */
function officersIn(parts: Parts, ids: Ids, known: Known): (email: string | null) => string | null {
  const seated = parts.participants.filter(({ value }) => value.delegation === null)
  const byEmail = new Map([
    ...known.members.flatMap(({ email, delegation, accreditationId }) =>
      delegation === null ? [[email, accreditationId] as const] : [],
    ),
    ...seated.map((entry) => [entry.value.email, ids.seat(entry)] as const),
  ])
  return (email) => (email === null ? null : must(byEmail.get(email), `${email} was checked`))
}
