import { agendaSetUpOf } from '#app/features/agenda/api.server.ts'
import { type Roster, rosterOf } from '#app/features/conference/api.server.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { type ConferenceFile, conferenceFile } from './conference-file.ts'

/** A conference as the file it could have been imported from; ids become references. */
export async function conferenceFileOf(tx: Tx, conferenceId: string): Promise<ConferenceFile> {
  const roster = await rosterOf(tx, conferenceId)
  const agenda = await agendaSetUpOf(tx, conferenceId)
  const codeOf = lookUp(roster.delegations.map(({ id, code }) => [id, code]))
  const roomOf = lookUp(agenda.rooms.map(({ id, name }) => [id, name]))
  const bodyOf = lookUp(agenda.bodies.map(({ id, symbol, names }) => [id, symbol ?? names.en ?? id]))
  const itemOf = lookUp(agenda.items.map(({ id, number }) => [id, number]))
  const emailOf = lookUp(roster.seats.map(({ id, person }) => [id, person.email]))
  const file = {
    format: 'plenary-conference',
    version: 1,
    conference: conferenceIn(roster),
    rooms: agenda.rooms.map(({ name, capacity }) => ({ ref: name, name, capacity })),
    bodies: agenda.bodies.map((body) => ({
      ref: bodyOf(body.id),
      kind: body.kind,
      names: body.names,
      symbol: body.symbol,
      parent: bodyOf(body.parentId),
      room: roomOf(body.roomId),
      openTo: body.openTo,
      chair: emailOf(body.chairId),
      coChair: emailOf(body.coChairId),
      rapporteur: emailOf(body.rapporteurId),
    })),
    delegations: roster.delegations.map(delegationIn),
    lot: roster.conference.orderFrom
      ? { drawn: roster.conference.orderFrom, drawnAt: roster.conference.orderDrawnAt?.toISOString() }
      : null,
    people: peopleIn(roster, codeOf, bodyOf),
    agenda: {
      symbol: agenda.symbol,
      items: agenda.items.map(({ id, parentId, bodyId, proposerId, ...item }) => ({
        ref: itemOf(id),
        parent: itemOf(parentId),
        body: bodyOf(bodyId),
        number: item.number,
        names: item.names,
        kind: item.kind,
        outcome: item.outcome,
        allottedMinutes: item.allottedMinutes,
        isOpenToObservers: item.isOpenToObservers,
        proposer: codeOf(proposerId),
      })),
    },
    meetings: agenda.meetings.map((meeting) => ({
      body: bodyOf(meeting.bodyId),
      number: meeting.number,
      room: roomOf(meeting.roomId),
      startsAt: meeting.startsAt.toISOString(),
      endsAt: meeting.endsAt.toISOString(),
      privacy: meeting.privacy,
      slots: meeting.slots.map(({ itemId, startsAt, endsAt }) => ({
        item: itemOf(itemId),
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    })),
  }
  return conferenceFile.parse(file)
}

type LookUp = (id: string | null) => string | null

function lookUp(entries: readonly (readonly [string, string])[]): LookUp {
  const map = new Map(entries)
  return (id) => (id === null ? null : (map.get(id) ?? null))
}

function conferenceIn({ conference }: Roster) {
  const { names, shortName, symbolRoot, kind, timeZone, startsOn, endsOn, language, languages, attribution, quorum } =
    conference
  const venue = JSON.parse(JSON.stringify(conference.venue))
  const place = { venueName: venue.name, city: venue.city }
  return {
    names,
    shortName,
    symbolRoot,
    kind,
    ...place,
    timeZone,
    startsOn,
    endsOn,
    language,
    languages,
    attribution,
    quorum,
  }
}

const given = (names: Readonly<Record<string, string>>) => (Object.keys(names).length > 0 ? names : undefined)

const delegationIn = (row: Roster['delegations'][number]) => ({
  code: row.code,
  kind: row.kind,
  names: row.names,
  formalNames: given(row.formalNames),
  sortKeys: given(row.sortKeys),
  article: row.article,
  timeZone: row.timeZone,
  language: row.language,
  categories: row.categories,
  credentials: {
    step: row.credentials,
    form: row.credentialsForm,
    receivedAt: row.credentialsAt?.toISOString() ?? null,
  },
})

/** One entry for a person, with every capacity of theirs. */
function peopleIn({ seats }: Roster, codeOf: LookUp, bodyOf: LookUp) {
  const people = new Map(seats.map(({ person }) => [person.id, person]))
  return [...people.values()].map(({ id, name, title, email, locale }) => ({
    name,
    title,
    email,
    language: locale,
    accreditations: seats
      .filter(({ personId }) => personId === id)
      .map(({ delegationId, role, rights, bodyIds, badge }) => ({
        delegation: codeOf(delegationId),
        role,
        rights,
        bodies: bodyIds.flatMap((bodyId) => bodyOf(bodyId) ?? []),
        badge,
      })),
  }))
}
