import { agendaSetUpOf, holdAgenda } from '#app/features/agenda/api.server.ts'
import { rosterOf } from '#app/features/conference/api.server.ts'
import { awaitedOf, holdSeats } from '#app/features/identity/api.server.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { type Known, nothingKnown } from './known.ts'

const headRoles = ['HEAD', 'OBSERVER_HEAD']

/** What the conference that is added to has, or, for a new one, only what its sender has elsewhere. */
export async function knownTo(tx: Tx, personId: string, conferenceId: string | null, now: Date): Promise<Known> {
  if (conferenceId === null) return { ...nothingKnown, symbolRoots: await rootsOf(tx, personId) }
  const { conference, delegations, seats } = await rosterOf(tx, conferenceId)
  const awaited = await awaitedOf(tx, conferenceId, now)
  const agenda = await agendaSetUpOf(tx, conferenceId)
  const codes = new Map(delegations.map(({ id, code }) => [id, code]))
  const ofThose = (found: typeof seats) => new Set(found.map(({ delegationId }) => delegationId))
  const withHead = ofThose(seats.filter(({ role }) => headRoles.includes(role)))
  const withSomebody = ofThose(seats.filter(({ person }) => person.passwordHash !== null))
  return {
    delegations: delegations.map(({ id, code, kind, names }) => ({
      id,
      code,
      kind: kind === 'OBSERVER' ? 'OBSERVER' : 'STATE',
      names,
      hasHead: withHead.has(id),
      isAsked: withSomebody.has(id),
    })),
    members: seats.map(({ id, person, delegationId }) => ({
      accreditationId: id,
      email: person.email,
      delegation: delegationId ? (codes.get(delegationId) ?? null) : null,
    })),
    invited: awaited.map(({ email, delegationId }) => ({
      email,
      delegation: delegationId ? (codes.get(delegationId) ?? null) : null,
    })),
    badges: [...seats, ...awaited].flatMap(({ badge }) => badge ?? []),
    rooms: agenda.rooms,
    bodies: agenda.bodies.map((body) => ({ ...body, symbol: body.symbol ?? '' })),
    items: agenda.items,
    meetings: agenda.meetings.map((meeting) => ({ ...meeting, number: meeting.number ?? 0 })),
    isAgendaAdopted: agenda.isAdopted,
    symbolRoots: [],
    startsOn: conference.startsOn,
    endsOn: conference.endsOn,
    timeZone: conference.timeZone,
  }
}

/** Two may add to one conference at the same moment: seats and agenda are held, so that what is known stays so. */
export async function holdConference(tx: Tx, conferenceId: string): Promise<void> {
  await holdSeats(tx, conferenceId)
  await holdAgenda(tx, conferenceId)
}

async function rootsOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.accreditation.findMany({
    where: { personId, step: 'ACTIVE', side: 'secretariat' },
    select: { conference: { select: { symbolRoot: true } } },
  })
  return rows.map(({ conference }) => conference.symbolRoot)
}
