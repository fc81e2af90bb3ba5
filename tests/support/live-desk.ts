import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EDITOR_SCHEMA_VERSION } from '#app/editor/schema-version.ts'
import { loadActor } from '#app/features/identity/actor.server.ts'
import { actingOf, type Person } from '#app/kernel/actor.ts'
import type { DocumentAccess, DocumentKind } from '#app/kernel/documents.ts'
import { missing } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import { confirmAccess } from '#server/access.ts'
import { createMemoryBus } from '#server/bus/memory.ts'
import { editorNames } from '#server/editor-names.ts'
import { documents } from '#server/live/documents.ts'
import type { Journal } from '#server/live/journal.ts'
import { type LiveParts, startLive } from '#server/live/live-server.ts'
import type { LiveEvent } from '#server/live/report.ts'
import type { Database } from '#server/store/database.ts'
import { createJournal } from '#server/store/journal-store.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { openTestDatabase } from './database.ts'
import { type Seat, seatConference, standardSeats } from './seats.ts'

export const testOrigin = 'http://plenary.test'

export interface LiveDesk {
  readonly database: Database
  readonly journal: Journal
  readonly live: ReturnType<typeof startLive>
  readonly url: string
  readonly events: LiveEvent[]
  readonly conferenceId: string
  seat(name: string): { personId: string; accreditationId: string; loginId: string }
  delegation(code: string): string
  actor(seat: string): Promise<Person>
  /** A document of one delegation. */
  paper(code: string): Promise<string>
  /** From now on this is what the document's kind answers to this seat, whatever its circle says. */
  allow(seat: string, access: DocumentAccess): void
  close(): Promise<void>
}

export type DeskOptions = Partial<Omit<LiveParts, 'http' | 'journal'>> & {
  readonly database?: Database
  /** Puts something between the engine and its journal. */
  readonly around?: (journal: Journal) => Journal
  readonly seats?: readonly Seat[]
  readonly seated?: Awaited<ReturnType<typeof seatConference>>
}

/** The live engine on a real database and real sockets of the loopback, with one kind of document: papers. */
export async function aLiveDesk({
  database: given,
  around,
  seats = standardSeats,
  seated: before,
  ...more
}: DeskOptions = {}): Promise<LiveDesk> {
  const database = given ?? (await openTestDatabase())
  const seated = before ?? (await seatConference(database, seats, new Date()))
  const seat = (name: string) => must(seated.seats.get(name), `no seat ${name}`)
  const allowed = new Map<string, DocumentAccess>()
  const paper: DocumentKind = {
    kind: 'paper',
    open: async (_tx, actor) =>
      allowed.get(actingOf(actor)?.accreditationId ?? '') ?? { access: 'write', caret: 'person' },
  }
  const events: LiveEvent[] = []
  const http: Server = createServer((_request, response) => void response.writeHead(404).end())
  const stored = createJournal(database)
  const journal = around ? around(stored) : stored
  const actorOf = async (loginId: string) => {
    const actor = await inTransaction(database, 'engine', (tx) => loadActor(tx, loginId, new Date()))
    return actor ?? null
  }
  const live = startLive({
    http,
    journal,
    bus: createMemoryBus(),
    isShared: false,
    kinds: new Map([['paper', paper]]),
    names: editorNames,
    editorSchema: EDITOR_SCHEMA_VERSION,
    watchers: { watch: async () => Promise.reject(missing()), unwatch: () => {} },
    report: (event) => void events.push(event),
    clock: () => performance.now(),
    sharesUpgrades: false,
    asPerson: (person, work) => inTransaction(database, contextOf(person), work),
    callerFor: () => ({ ask: async (_name, input) => input, mutate: async (_name, input) => input }),
    mayBegin: ({ headers }) => headers.origin === testOrigin,
    addressOf: ({ socket }) => socket.remoteAddress ?? '',
    authenticate: (cookies) => actorOf(cookies?.replace(/^login=/, '') ?? ''),
    confirm: (keys) => confirmAccess(database, keys, new Date()),
    onActivity: () => {},
    handshakesPerSecond: 1_000,
    caps: { perLogin: 500, perPerson: 500, total: 2_000 },
    lingerMs: 0,
    ...more,
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    database,
    journal,
    live,
    url: `http://127.0.0.1:${port}`,
    events,
    conferenceId: seated.conferenceId,
    seat,
    delegation: (code) => must(seated.delegations.get(code), `no delegation ${code}`),
    actor: async (name) => must(await actorOf(seat(name).loginId), `${name} is not signed in`),
    async paper(code) {
      const context = contextOf(must(await actorOf(seat(`${code}.head`).loginId)))
      const delegationId = must(seated.delegations.get(code))
      const { conferenceId } = seated
      return inTransaction(database, context, (tx) =>
        documents.create(tx, { kind: 'paper', conferenceId, delegationId, now: new Date(), newId }),
      )
    },
    allow: (name, access) => void allowed.set(seat(name).accreditationId, access),
    async close() {
      await live.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      if (!given) await database.close()
    },
  }
}

export function contextOf({ personId, acting }: Person) {
  return {
    side: acting?.side ?? '',
    conferenceId: acting?.conferenceId ?? null,
    delegationId: acting?.delegationId ?? null,
    personId,
    accreditationId: acting?.accreditationId ?? null,
  }
}
