import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Actor, Person } from '#app/kernel/actor.ts'
import type { DocumentKind } from '#app/kernel/documents.ts'
import type { Revocation, Tx } from '#app/kernel/work.server.ts'
import { LIVE_PATH } from '#app/live/messages.ts'
import * as parser from '#app/live/packet-parser.ts'
import type { Bus } from '#server/bus/bus.ts'
import { CommitQueue } from './commit-queue.ts'
import { clientEvents, type Watchers } from './events.ts'
import { Exchange, type Reached } from './exchange.ts'
import { frameOf } from './frame.ts'
import { serve } from './gateway.ts'
import { guardHandshake } from './handshake.ts'
import { Joining } from './joining.ts'
import type { Journal } from './journal.ts'
import type { PendingEdit } from './member.ts'
import { createOpening } from './opening.ts'
import type { Report } from './report.ts'
import { Revoker } from './revocation.ts'
import type { ApplyUpdate } from './room-text.ts'
import { Rooms } from './rooms.ts'
import { type LiveCaller, Session } from './session.ts'
import { type SessionCaps, Sessions } from './sessions.ts'
import { type AccessKey, AccessSweep, type Confirmation } from './sweep.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface LiveParts {
  readonly http: HttpServer
  readonly journal: Journal
  readonly bus: Bus
  /** Several processes serve these documents. */
  readonly isShared: boolean
  readonly kinds: ReadonlyMap<string, DocumentKind>
  readonly names: Vocabulary
  readonly editorSchema: number
  readonly watchers: Watchers
  readonly report: Report
  /** Milliseconds of a clock that never jumps. */
  readonly clock: () => number
  /** Upgrades that are not ours belong to somebody else on this server, as Vite's do in development. */
  readonly sharesUpgrades: boolean
  asPerson<Result>(person: Person, work: (tx: Tx) => Promise<Result>): Promise<Result>
  callerFor(person: Person): LiveCaller
  mayBegin(request: IncomingMessage): boolean
  addressOf(request: IncomingMessage): string
  authenticate(cookies: string | undefined): Promise<Actor | null>
  confirm(keys: readonly AccessKey[]): Promise<readonly Confirmation[]>
  /** At most once a minute for each connection on which its person did something. */
  onActivity(person: Person): void
  readonly caps?: SessionCaps
  readonly handshakesPerSecond?: number
  readonly lingerMs?: number
  readonly apply?: ApplyUpdate
}

/** Socket.IO as SEC-054 wants it. A bulk paste of 1 MB is 1.4 MB in the base64 of long-polling. */
export const socketOptions = {
  path: LIVE_PATH,
  parser,
  serveClient: false,
  transports: ['polling', 'websocket'] as ('polling' | 'websocket')[],
  perMessageDeflate: false,
  httpCompression: false,
  maxHttpBufferSize: 1_500_000,
  pingInterval: 5_000,
  pingTimeout: 5_000,
  connectTimeout: 10_000,
  upgradeTimeout: 10_000,
  allowEIO3: false,
}

const tickMs = 30_000
const goingAwayMs = 3_000

export type LiveServer = ReturnType<typeof startLive>

/** Puts the live engine on an HTTP server. */
export function startLive(parts: LiveParts) {
  const { http, report, clock, bus, isShared, journal } = parts
  const io = new Server(http, { ...socketOptions, destroyUpgrade: !parts.sharesUpgrades })
  const queue = new CommitQueue<PendingEdit>(journal, report)
  const exchange = new Exchange(bus, isShared, clock)
  const publish = exchange.publish.bind(exchange)
  const presenceChanged = exchange.publishPresence.bind(exchange)
  const rooms = new Rooms({ ...parts, queue, publish, presenceChanged, lingerMs: parts.lingerMs ?? 10_000 })
  exchange.listen(rooms)
  const sessions = new Sessions(parts.caps)
  const joining = new Joining({ rooms, opening: createOpening(parts) })
  const revoker = new Revoker({ sessions, rooms, joining, journal, bus, report, clock })
  const sweep = new AccessSweep({ sessions, rooms, confirm: parts.confirm, report, clock })
  const events = clientEvents(joining, parts.watchers, ({ room, member }) => {
    room.leave(member)
    rooms.left(room)
  })
  let isAccepting = true
  const admittedAs = guardHandshake(io, {
    ...parts,
    sessions,
    revoker,
    isAccepting: () => isAccepting,
    ...(parts.handshakesPerSecond ? { perSecond: parts.handshakesPerSecond } : {}),
  })

  function connected(socket: Socket): void {
    const { actor, tab } = admittedAs(socket)
    const session = new Session(socket, actor, parts.callerFor(actor), sessions.budgetOf(actor.personId), tab)
    sessions.add(session)
    report({ kind: 'connected', transport: socket.conn.transport.name })
    serve(socket, session, { events, report, clock, onActivity: ({ actor: person }) => parts.onActivity(person) })
    socket.on('disconnect', (reason) => {
      report({ kind: 'disconnected', reason })
      gone(session)
    })
  }

  function gone(session: Session): void {
    sessions.remove(session)
    for (const entry of session.watches.values()) parts.watchers.unwatch(entry)
    session.watches.clear()
    for (const { room, member } of session.places.values()) {
      room.leave(member)
      rooms.left(room)
    }
    session.places.clear()
  }

  io.on('connection', connected)
  io.engine.on('connection_error', () => report({ kind: 'event', event: 'handshake', outcome: 'refused' }))
  const timer = setInterval(() => {
    void sweep.run()
    void rooms.tick()
  }, tickMs)
  timer.unref()

  return {
    io,
    rooms,
    sessions,
    sweep,
    revoke: (revocations: readonly Revocation[]) => revoker.revoke(revocations),
    /** Shows what an act has written into documents itself, after its commit. */
    edited: (edits: Reached) => exchange.announce(edits),
    depth: () => queue.depth,
    /** Accepts nobody more, tells everybody to come back later, and stores what was received. */
    async drain(): Promise<void> {
      isAccepting = false
      const frame = frameOf('going-away', { withinMs: goingAwayMs })
      for (const session of sessions) session.send(frame)
      await queue.whenIdle()
    },
    /** Ends every connection as a lost line would, so that pages come back by themselves. */
    async close(): Promise<void> {
      isAccepting = false
      clearInterval(timer)
      io.engine.close()
      await queue.whenIdle()
      revoker.close()
      exchange.close()
      rooms.close()
    },
  }
}
