import { rights, roles } from '#app/kernel/actor.ts'
import { must } from '#app/kernel/must.ts'
import { hidden } from '#app/kernel/policy.ts'
import { actingIn, answer, personOf, type QueryHandler, type Tx } from '#app/kernel/work.server.ts'
import { conferenceById, delegationById, storedNames } from './api.server.ts'
import {
  conferenceList,
  conferenceView,
  type DelegationLine,
  type Member,
  ownDelegation,
  people,
  roster,
  shellView,
} from './contract.ts'
import { conferenceKinds, credentialsSteps } from './delegation.ts'
import { maySeeRoster } from './policy.ts'

export const conferenceQueries: QueryHandler[] = [
  answer(shellView, async ({ tx, actor }) => {
    const person = personOf(actor)
    const { acting } = person
    const row = await tx.person.findUniqueOrThrow({ where: { id: person.personId }, select: { isDemo: true } })
    const capacities = await tx.accreditation.count({ where: { personId: person.personId, step: 'ACTIVE' } })
    const shown = {
      person: { name: person.name, isOrganiser: person.isOrganiser, isDemo: row.isDemo },
      capacities,
    }
    if (!acting) return { ...shown, conference: null, acting: null }
    const conference = await conferenceById(tx, acting.conferenceId)
    const { isDemo } = await tx.conference.findUniqueOrThrow({
      where: { id: acting.conferenceId },
      select: { isDemo: true },
    })
    const own = acting.delegationId ? await delegationById(tx, acting.conferenceId, acting.delegationId) : null
    const { accreditationId, side, role, rights, bodyIds, readSince } = acting
    return {
      ...shown,
      conference: {
        ...conference,
        isDemo,
        conferenceId: conference.id,
        city: conference.venue.city ?? null,
        venueName: conference.venue.name ?? null,
      },
      acting: {
        accreditationId,
        side,
        role,
        rights: [...rights],
        bodyIds: [...bodyIds],
        readSince,
        delegation: own && { ...own, delegationId: own.id },
      },
    }
  }),

  answer(conferenceList, async ({ tx, actor }) => {
    const person = personOf(actor)
    const rows = await tx.accreditation.findMany({
      where: { personId: person.personId, step: 'ACTIVE' },
      include: { conference: true, delegation: { select: { names: true } } },
      orderBy: { createdAt: 'asc' },
    })
    const conferences = new Map(rows.map(({ conference }) => [conference.id, conference]))
    return {
      mayCreate: person.isOrganiser,
      conferences: [...conferences.values()].map(({ id, names, venue: _, ...conference }) => ({
        ...conference,
        conferenceId: id,
        names: storedNames(names),
        city: null,
        capacities: rows
          .filter((row) => row.conferenceId === id)
          .map((row) => ({
            accreditationId: row.id,
            role: roleOf(row.role),
            delegation: row.delegation && storedNames(row.delegation.names),
            isActing: row.id === person.acting?.accreditationId,
          })),
      })),
    }
  }),

  answer(conferenceView, async ({ tx, actor, allow }) => {
    const acting = actingIn(actor)
    if (acting.side !== 'secretariat') allow(hidden)
    const row = await tx.conference.findUniqueOrThrow({ where: { id: acting.conferenceId } })
    const { venue, names, ...ref } = await conferenceById(tx, acting.conferenceId)
    const kind = must(conferenceKinds.find((each) => each === row.kind))
    const drawn = { orderFrom: row.orderFrom, orderDrawnAt: row.orderDrawnAt?.toISOString() ?? null }
    return {
      ...ref,
      ...drawn,
      names,
      kind,
      step: row.step,
      conferenceId: row.id,
      venueName: venue.name ?? null,
      city: venue.city ?? null,
    }
  }),

  answer(roster, async ({ tx, actor, allow }) => {
    const acting = actingIn(actor)
    allow(maySeeRoster(acting))
    const { orderFrom, language } = await tx.conference.findUniqueOrThrow({ where: { id: acting.conferenceId } })
    return { orderFrom, language, delegations: await delegationLines(tx, acting.conferenceId) }
  }),

  answer(people, async ({ tx, actor, allow }) => {
    const acting = actingIn(actor)
    if (acting.side !== 'secretariat') allow(hidden)
    const rows = await membersOf(tx, { conferenceId: acting.conferenceId })
    const sealed = await sealings(tx, { conferenceId: acting.conferenceId })
    return {
      secretariat: rows.filter((row) => row.delegationId === null),
      delegations: (await delegationLines(tx, acting.conferenceId)).map((line) => ({
        ...line,
        sealedAt: sealed.get(line.delegationId) ?? null,
        members: rows.filter((row) => row.delegationId === line.delegationId),
      })),
    }
  }),

  answer(ownDelegation, async ({ tx, actor, allow }) => {
    const { conferenceId, delegationId } = actingIn(actor)
    if (!delegationId) allow(hidden)
    const delegation = must(
      (await delegationLines(tx, conferenceId)).find((line) => line.delegationId === delegationId),
    )
    const members = await membersOf(tx, { conferenceId, delegationId })
    const news = members
      .flatMap(({ name, since, ended, endedBy }) => [
        { at: since, act: 'joined' as const, name, by: null },
        ...(ended ? [{ at: ended, act: 'left' as const, name, by: endedBy }] : []),
      ])
      .sort((a, b) => (a.at < b.at ? 1 : -1))
    const sealed = await sealings(tx, { conferenceId, id: delegation.delegationId })
    return {
      delegation,
      members: members.filter(({ step }) => step === 'ACTIVE'),
      sealedAt: sealed.get(delegation.delegationId) ?? null,
      news: news.slice(0, 20),
    }
  }),
]

const roleOf = (text: string) =>
  must(
    roles.find((role) => role === text),
    `no role ${text}`,
  )

/** When work was sealed, by delegation. */
async function sealings(tx: Tx, where: { conferenceId: string; id?: string }): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.delegation.findMany({ where, select: { id: true, sealedAt: true } })
  return new Map(rows.flatMap(({ id, sealedAt }) => (sealedAt ? [[id, sealedAt.toISOString()] as const] : [])))
}

interface MemberRow extends Member {
  readonly email: string
  readonly delegationId: string | null
  readonly ended: string | null
  readonly endedBy: 'delegation' | 'secretariat' | null
}

async function membersOf(tx: Tx, where: { conferenceId: string; delegationId?: string | null }) {
  const rows = await tx.accreditation.findMany({
    where,
    include: { person: true },
    orderBy: [{ createdAt: 'asc' }, { badge: 'asc' }, { id: 'asc' }],
  })
  return rows.map(
    (row): MemberRow => ({
      accreditationId: row.id,
      personId: row.personId,
      name: row.person.name,
      title: row.person.title,
      email: row.person.email,
      delegationId: row.delegationId,
      role: roleOf(row.role),
      rights: rights.filter((right) => row.rights.includes(right)),
      step: row.step === 'ACTIVE' ? 'ACTIVE' : 'ENDED',
      since: row.createdAt.toISOString(),
      ended: row.endedAt?.toISOString() ?? null,
      endedBy: row.endedBy === null ? null : row.endedBy === 'SECRETARIAT' ? 'secretariat' : 'delegation',
    }),
  )
}

export async function delegationLines(tx: Tx, conferenceId: string): Promise<DelegationLine[]> {
  const rows = await tx.delegation.findMany({ where: { conferenceId }, orderBy: { place: 'asc' } })
  return rows.map((row) => ({
    delegationId: row.id,
    code: row.code,
    kind: row.kind === 'OBSERVER' ? 'OBSERVER' : 'STATE',
    names: storedNames(row.names),
    formalNames: storedNames(row.formalNames),
    article: row.article,
    timeZone: row.timeZone,
    language: row.language,
    categories: row.categories,
    credentials: must(credentialsSteps.find((each) => each === row.credentials)),
    step: row.step === 'WITHDRAWN' ? 'WITHDRAWN' : 'TAKING_PART',
    place: row.place,
  }))
}
