import { hashOfToken, newToken } from '#app/features/identity/tokens.server.ts'
import type { Actor, Role } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import { rightsOf, type Seat, seatConference } from '#tests/support/seats.ts'
import { aServerFrom, aWholeServer, type WholeServer } from '#tests/support/whole-server.ts'
import type { LeftWorld } from '#tests/support/world.ts'

/** Whom an expectation is about: Iskandra owns the private papers (A), Estmark shares one draft with it (B). */
export type Group =
  /** Nobody is signed in, or no longer: without a cookie, suspended, with a login that has run out. */
  | 'stranger'
  /** Signed in, and acting in no capacity. */
  | 'idle'
  | 'A'
  | 'B'
  /** A third state, Marqesh. */
  | 'C'
  | 'observer'
  | 'secretariat'
  /** People of another conference on the same installation. */
  | 'elsewhere'

export interface Player {
  readonly name: string
  readonly group: Group
  readonly role: Role | null
  readonly loginId: string | null
}

const of = (code: string, names: Record<string, Role>): Seat[] =>
  Object.entries(names).map(([name, role]) => ({ name: `${code}.${name}`, role, of: code }))

const seats: readonly Seat[] = [
  ...of('IKD', { head: 'HEAD', deputy: 'DEPUTY_HEAD', drafter: 'DRAFTER', reader: 'NOTE_TAKER' }),
  ...of('IKD', { suspended: 'DRAFTER', expired: 'DRAFTER' }),
  ...of('ESM', { head: 'HEAD', drafter: 'DRAFTER', moved: 'DRAFTER' }),
  ...of('MQS', { head: 'HEAD' }),
  ...of('RCO', { head: 'OBSERVER_HEAD', member: 'OBSERVER' }),
  { name: 'organiser', role: 'ORGANISER' },
  { name: 'chair', role: 'CHAIR' },
  { name: 'secretary', role: 'SECRETARY' },
  { name: 'rapporteur', role: 'RAPPORTEUR' },
  { name: 'floor', role: 'FLOOR_MANAGER' },
  { name: 'documents', role: 'DOCUMENTS_OFFICER' },
  { name: 'protocol', role: 'PROTOCOL_OFFICER' },
  { name: 'legal', role: 'LEGAL_OFFICER' },
  { name: 'security', role: 'INFORMATION_SECURITY_OFFICER' },
  { name: 'interpreter', role: 'INTERPRETER' },
  { name: 'generator', role: 'FORCE_GENERATION_OFFICER' },
]
const seatsElsewhere: readonly Seat[] = [
  ...of('ZEM', { head: 'HEAD' }),
  { name: 'organiser', role: 'ORGANISER' },
  { name: 'secretary', role: 'SECRETARY' },
]

const groupOf = ({ name, of }: Seat): Group => {
  if (name === 'IKD.suspended' || name === 'IKD.expired') return 'stranger'
  if (of === 'IKD') return 'A'
  if (of === 'ESM') return 'B'
  if (of === 'MQS') return 'C'
  return of === 'RCO' ? 'observer' : 'secretariat'
}

export interface Cast {
  readonly server: WholeServer
  readonly players: readonly Player[]
  /** The other conference: its ids, in place of this one's. */
  readonly elsewhere: Awaited<ReturnType<typeof seatConference>>
  /** Of A, of somebody who sits with B now. */
  readonly endedAccreditationId: string
  player(name: string): Player
  /** Who this player is to the server at this moment. */
  actorOf(player: Player): Promise<Actor>
}

export async function aCast(): Promise<Cast> {
  const server = await aWholeServer({ seats })
  const { prisma } = server.database
  const elsewhere = await seatConference(server.database, seatsElsewhere, server.clock.now)
  await prisma.accreditation.update({ where: { id: server.accreditation('IKD.reader') }, data: { rights: [] } })
  await prisma.person.update({ where: { id: server.person('IKD.suspended') }, data: { isSuspended: true } })
  await prisma.login.update({
    where: { id: server.login('IKD.expired') },
    data: { idleUntil: server.clock.now, expiresAt: new Date(server.clock.now.getTime() + 1) },
  })
  const endedAccreditationId = await onceInDelegationOf(server, 'ESM.moved', 'IKD')
  const idleId = await somebodyWithoutCapacity(server)
  const players: Player[] = [
    { name: 'anonymous', group: 'stranger', role: null, loginId: null },
    { name: 'nobody', group: 'idle', role: null, loginId: idleId },
    ...seats.map((seat) => ({
      name: seat.name,
      group: groupOf(seat),
      role: seat.role,
      loginId: server.login(seat.name),
    })),
    ...seatsElsewhere.map(({ name, role }) => ({
      name: `elsewhere ${name}`,
      group: 'elsewhere' as const,
      role,
      loginId: must(elsewhere.seats.get(name)).loginId,
    })),
  ]
  return castOn(server, { players, elsewhere, endedAccreditationId })
}

type Seated = Pick<Cast, 'players' | 'elsewhere' | 'endedAccreditationId'>

/** The same people before a server of their own, in a world as it was left. */
export const castFrom = async (left: LeftWorld, seated: Seated): Promise<Cast> =>
  castOn(await aServerFrom(left), seated)

function castOn(server: WholeServer, { players, elsewhere, endedAccreditationId }: Seated): Cast {
  return {
    server,
    players,
    elsewhere,
    endedAccreditationId,
    player: (name) =>
      must(
        players.find((each) => each.name === name),
        `nobody is called ${name}`,
      ),
    async actorOf({ group, loginId }) {
      const anonymous: Actor = { kind: 'anonymous', locale: 'en' }
      return group === 'stranger' || !loginId ? anonymous : (await server.callerOf(loginId)).actor
    },
  }
}

/** The person sat there before, until today. */
async function onceInDelegationOf(server: WholeServer, seat: string, code: string): Promise<string> {
  const id = newId()
  await server.database.prisma.accreditation.create({
    data: {
      id,
      conferenceId: server.conferenceId,
      personId: server.person(seat),
      delegationId: server.delegation(code),
      side: 'state',
      role: 'DRAFTER',
      rights: rightsOf('DRAFTER'),
      bodyIds: [],
      step: 'ENDED',
      createdAt: server.clock.now,
      endedAt: server.clock.now,
    },
  })
  return id
}

async function somebodyWithoutCapacity({ database, clock }: WholeServer): Promise<string> {
  const [personId, loginId, later] = [newId(), newId(), new Date(clock.now.getTime() + 12 * 3_600_000)]
  await database.prisma.person.create({
    data: { id: personId, email: `${personId.toLowerCase()}@example.org`, name: 'Idle person', createdAt: clock.now },
  })
  await database.prisma.login.create({
    data: {
      id: loginId,
      tokenHash: hashOfToken(newToken()),
      personId,
      createdAt: clock.now,
      lastSeenAt: clock.now,
      expiresAt: later,
      idleUntil: later,
      reauthenticatedAt: clock.now,
    },
  })
  return loginId
}
