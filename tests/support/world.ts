import { loadActor } from '#app/features/identity/actor.server.ts'
import type { Caller } from '#app/kernel/caller.ts'
import type { Documents } from '#app/kernel/documents.ts'
import { must } from '#app/kernel/must.ts'
import type { Revocation } from '#app/kernel/work.server.ts'
import { documents } from '#server/documents.ts'
import { registry as everyFeature } from '#server/features.ts'
import type { Registry } from '#server/registry.ts'
import { createRuntime, type Runtime } from '#server/runtime.ts'
import type { Database } from '#server/store/database.ts'
import { inTransaction } from '#server/store/transaction.ts'
import type { Change } from '#server/work.ts'
import { type Kept, openTestDatabase, type TestDatabase } from './database.ts'
import { type Seat, type SeatedConference, seatConference, standardSeats } from './seats.ts'

export interface World {
  readonly database: Database
  /** Closes this world and leaves it for others to go on from. */
  leave(): Promise<LeftWorld>
  readonly runtime: Runtime
  readonly documents: Documents
  readonly conferenceId: string
  readonly bodies: { readonly plenary: string; readonly wg1: string }
  /** The clock every act reads: `world.clock.now = new Date(…)`, `world.clock.pass(ms)`. */
  readonly clock: Clock
  /** What was told after commits, in order. */
  readonly changes: Change[]
  readonly revocations: Revocation[]
  readonly anonymous: Caller
  delegation(code: string): string
  /** `IKD.head`, `IKD.deputy`, `IKD.drafter`, `RCO.head`, `chair`, `secretary`, `rapporteur`, `floor`, `organiser` … */
  accreditation(seat: string): string
  person(seat: string): string
  login(seat: string): string
  /** A caller as that seat is now; ask again after changing what the seat may do. */
  as(seat: string): Promise<Caller>
  close(): Promise<void>
}

export interface Clock {
  now: Date
  pass(ms: number): void
}

export interface WorldOptions {
  readonly seats?: readonly Seat[]
  readonly registry?: Registry
}

/** A world as it was left: everybody, everything and the hour. */
export interface LeftWorld {
  readonly kept: Kept
  readonly seated: SeatedConference
  readonly now: Date
}

/**
 * A small conference on a real database with real callers: three states (IKD, ESM, MQS), two observers (RCO, IRR), a
 * secretariat, a plenary and a working group. No agenda: tests and builders add what they are about.
 */
export async function aWorld({ seats = standardSeats, registry = everyFeature }: WorldOptions = {}): Promise<World> {
  const database = await openTestDatabase()
  const now = new Date('2026-10-21T08:20:00.000Z')
  return worldOn(database, await seatConference(database, seats, now), now, registry)
}

/** Goes on where that world was left; as often as one likes, and each time the same. */
export async function goOnFrom({ kept, seated, now }: LeftWorld): Promise<World> {
  return worldOn(await openTestDatabase(kept), seated, now, everyFeature)
}

function worldOn(database: TestDatabase, seated: SeatedConference, from: Date, registry: Registry): World {
  const clock: Clock = {
    now: from,
    pass(ms) {
      clock.now = new Date(clock.now.getTime() + ms)
    },
  }
  const changes: Change[] = []
  const revocations: Revocation[] = []
  const runtime = createRuntime({
    database,
    registry,
    documents,
    now: () => clock.now,
    onChanged: (more) => void changes.push(...more),
    onRevoked: (more) => void revocations.push(...more),
    onOutbox: () => {},
  })
  const seatOf = (name: string) => must(seated.seats.get(name), `no seat ${name}`)
  return {
    database,
    leave: async () => ({ kept: await database.keep(), seated, now: clock.now }),
    runtime,
    documents,
    conferenceId: seated.conferenceId,
    bodies: seated.bodies,
    clock,
    changes,
    revocations,
    anonymous: runtime.caller({ kind: 'anonymous', locale: 'en' }),
    delegation: (code) => must(seated.delegations.get(code), `no delegation ${code}`),
    accreditation: (name) => seatOf(name).accreditationId,
    person: (name) => seatOf(name).personId,
    login: (name) => seatOf(name).loginId,
    async as(name) {
      const actor = await inTransaction(database, 'engine', (tx) => loadActor(tx, seatOf(name).loginId, clock.now))
      return runtime.caller(must(actor, `${name} is not signed in`))
    },
    close: () => database.close(),
  }
}
