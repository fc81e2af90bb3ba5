import { createHash } from 'node:crypto'
import { type Right, type Role, sideOfRole } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { orderKeysAfter } from '#app/kernel/order-key.ts'
import type { Database } from '#server/store/database.ts'

export interface Seat {
  readonly name: string
  readonly role: Role
  /** Delegation code; none for the secretariat. */
  readonly of?: string
}

const states = ['IKD', 'ESM', 'MQS'] as const
const observers = ['RCO', 'IRR'] as const

export const standardSeats: readonly Seat[] = [
  ...states.flatMap((of): Seat[] => [
    { name: `${of}.head`, role: 'HEAD', of },
    { name: `${of}.deputy`, role: 'DEPUTY_HEAD', of },
    { name: `${of}.drafter`, role: 'DRAFTER', of },
    { name: `${of}.notetaker`, role: 'NOTE_TAKER', of },
  ]),
  ...observers.flatMap((of): Seat[] => [
    { name: `${of}.head`, role: 'OBSERVER_HEAD', of },
    { name: `${of}.member`, role: 'OBSERVER', of },
  ]),
  { name: 'organiser', role: 'ORGANISER' },
  { name: 'chair', role: 'CHAIR' },
  { name: 'secretary', role: 'SECRETARY' },
  { name: 'rapporteur', role: 'RAPPORTEUR' },
  { name: 'floor', role: 'FLOOR_MANAGER' },
  { name: 'documents', role: 'DOCUMENTS_OFFICER' },
  { name: 'security', role: 'INFORMATION_SECURITY_OFFICER' },
]

const rightsByRole: Partial<Record<Role, Right[]>> = {
  HEAD: ['SPEAK', 'TABLE', 'EDIT_DELEGATION', 'BREAK_SILENCE', 'PLEDGE', 'CORRECT_MINUTES'],
  DEPUTY_HEAD: ['SPEAK', 'TABLE', 'EDIT_DELEGATION', 'BREAK_SILENCE', 'PLEDGE', 'CORRECT_MINUTES'],
  DRAFTER: ['SPEAK', 'EDIT_DELEGATION', 'CORRECT_MINUTES'],
  NOTE_TAKER: ['EDIT_DELEGATION'],
  OBSERVER_HEAD: ['SPEAK_IF_INVITED', 'READ_RELEASED'],
  OBSERVER: ['READ_RELEASED'],
}
export const rightsOf = (role: Role): Right[] => rightsByRole[role] ?? []

const namesOf: Record<string, { en: string; fr: string; ar: string }> = {
  IKD: { en: 'Iskandra', fr: 'Iskandre', ar: 'إسكندرا' },
  ESM: { en: 'Estmark', fr: 'Estmark', ar: 'إستمارك' },
  MQS: { en: 'Marqesh', fr: 'Marqesh', ar: 'ماركش' },
  RCO: { en: 'Regional Concord Organisation', fr: 'Organisation régionale de concorde', ar: 'منظمة الوفاق الإقليمي' },
  IRR: { en: 'International Relief Agency', fr: 'Agence internationale de secours', ar: 'الوكالة الدولية للإغاثة' },
}

/** Everybody's password in a test world, and its hash made once: argon2 is slow on purpose. */
export const testPassword = 'a passphrase for the tests only'
const hashOfTestPassword =
  '$argon2id$v=19$m=19456,t=2,p=1$kUEjM78BOaM8bgYCSWWqvw$benSZRpKn0KlEPugsgBI1eqFZhBk+Fucpg1IiK/UlqA'

/** An address of this conference's own: no two test worlds share one. */
export const emailOfSeat = (name: string, conferenceId: string) =>
  `${name.toLowerCase()}@c${Buffer.from(conferenceId).toString('hex')}.example`

export interface Seated {
  readonly personId: string
  readonly accreditationId: string
  readonly loginId: string
}

export type SeatedConference = Awaited<ReturnType<typeof seatConference>>

/** Writes the rows themselves: what tests start from, not what they are about. */
export async function seatConference({ prisma }: Database, seats: readonly Seat[], at: Date) {
  const conferenceId = newId()
  const [plenary, wg1] = [newId(), newId()]
  await prisma.conference.create({
    data: {
      id: conferenceId,
      symbolRoot: 'TSF/PC.1',
      shortName: 'PC.1',
      names: { en: 'Test Planning Conference', fr: 'Conférence d’essai', ar: 'مؤتمر تجريبي' },
      kind: 'INITIAL_PLANNING_CONFERENCE',
      venue: { name: 'Port Marrow Conference Centre', city: 'Port Marrow' },
      timeZone: 'Asia/Qatar',
      startsOn: '2026-10-20',
      endsOn: '2026-10-21',
      languages: ['en', 'fr', 'ar'],
      step: 'IN_SESSION',
      createdAt: at,
      createdBy: 'test',
    },
  })
  const [first = '', second = ''] = orderKeysAfter(null, 2)
  await prisma.body.createMany({
    data: [
      { id: plenary, conferenceId, kind: 'PLENARY', names: { en: 'Plenary' }, symbol: 'TSF/PC.1', orderKey: first },
      {
        id: wg1,
        conferenceId,
        kind: 'WORKING_GROUP',
        names: { en: 'Working Group 1' },
        parentId: plenary,
        symbol: 'TSF/PC.1/WG.1',
        openTo: 'STATES',
        orderKey: second,
      },
    ],
  })
  await prisma.agenda.create({ data: { conferenceId } })
  const codes = [...new Set(seats.flatMap(({ of }) => of ?? []))]
  const delegations = new Map(codes.map((code) => [code, newId()]))
  await prisma.delegation.createMany({
    data: codes.map((code, index) => ({
      id: delegations.get(code) ?? '',
      conferenceId,
      code,
      kind: observers.some((each) => each === code) ? 'OBSERVER' : 'STATE',
      names: namesOf[code] ?? { en: code },
      formalNames: { en: `Republic of ${namesOf[code]?.en ?? code}` },
      sortKeys: { en: (namesOf[code]?.en ?? code).toUpperCase() },
      timeZone: 'Europe/Rome',
      credentials: 'ACCEPTED',
      place: index + 1,
      createdAt: at,
    })),
  })
  const seated = new Map<string, Seated>()
  for (const { name, role, of } of seats) {
    const ids: Seated = { personId: newId(), accreditationId: newId(), loginId: newId() }
    seated.set(name, ids)
    await prisma.person.create({
      data: {
        id: ids.personId,
        email: emailOfSeat(name, conferenceId),
        name: `${name} person`,
        createdAt: at,
        passwordHash: hashOfTestPassword,
        passwordSetAt: at,
        isOrganiser: role === 'ORGANISER',
      },
    })
    await prisma.accreditation.create({
      data: {
        id: ids.accreditationId,
        conferenceId,
        personId: ids.personId,
        delegationId: of ? (delegations.get(of) ?? null) : null,
        side: sideOfRole(role),
        role,
        rights: rightsOf(role),
        bodyIds: [plenary, wg1],
        createdAt: at,
      },
    })
    const later = new Date(at.getTime() + 12 * 3_600_000)
    await prisma.login.create({
      data: {
        id: ids.loginId,
        tokenHash: createHash('sha256').update(newId()).digest('hex'),
        personId: ids.personId,
        accreditationId: ids.accreditationId,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: later,
        idleUntil: later,
        reauthenticatedAt: at,
      },
    })
  }
  return { conferenceId, bodies: { plenary, wg1 }, delegations, seats: seated }
}
