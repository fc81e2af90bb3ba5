import type { IncomingMessage } from 'node:http'
import type { Server, Socket } from 'socket.io'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { type HandshakeRefusal, PROTOCOL_VERSION } from '#app/live/messages.ts'
import { hello } from '#app/live/protocol.ts'
import { TokenBucket } from './budget.ts'
import type { Report } from './report.ts'
import type { Revoker } from './revocation.ts'
import type { Sessions } from './sessions.ts'

export interface HandshakeParts {
  readonly sessions: Sessions
  readonly revoker: Pick<Revoker, 'count'>
  readonly clock: () => number
  /** From a page of ours, for every request of either transport (SEC-049). */
  mayBegin(request: IncomingMessage): boolean
  /** What limits are counted by. */
  addressOf(request: IncomingMessage): string
  /** Who sent these cookies, as the database knows it now. */
  authenticate(cookies: string | undefined): Promise<Actor | null>
  /** False once the server is going away. */
  isAccepting(): boolean
  readonly report: Report
  readonly perSecond?: number
}

const handshakesPerSecond = 20
const mostAddresses = 10_000
const attempts = 3

/** What a socket was let in as. */
export interface Admitted {
  readonly actor: Person
  readonly tab: string
}

/**
 * Lets connections in: nothing is read from a stranger, because who it is was asked before the connection exists
 * (SEC-049, SEC-058).
 */
export function guardHandshake(io: Server, parts: HandshakeParts): (socket: Socket) => Admitted {
  const admitted = new WeakMap<Socket, Admitted>()
  const perSecond = parts.perSecond ?? handshakesPerSecond
  const addresses = new Map<string, TokenBucket>()

  function isTooFast(address: string): boolean {
    const now = parts.clock()
    const bucket = addresses.get(address) ?? new TokenBucket(perSecond, perSecond * 5, now)
    addresses.delete(address)
    addresses.set(address, bucket)
    const [oldest] = addresses.keys()
    if (addresses.size > mostAddresses && oldest !== undefined) addresses.delete(oldest)
    return bucket.take(1, now) !== null
  }

  const unasked = (error: unknown) =>
    parts.report({ kind: 'trouble', what: 'who is connecting could not be asked', error })

  io.engine.opts.allowRequest = (request, decide) => {
    if (!parts.isAccepting()) return decide('unavailable', false)
    if (!parts.mayBegin(request)) return decide('origin', false)
    if (isTooFast(parts.addressOf(request))) return decide('crowded', false)
    person(parts, request.headers.cookie).then(
      (actor) => decide(actor ? null : 'signed-out', actor !== null),
      (error: unknown) => {
        unasked(error)
        decide('unavailable', false)
      },
    )
  }

  // Later polls and the upgrade do not pass allowRequest.
  io.engine.use(
    (request: IncomingMessage, response: { writeHead(status: number): { end(): void } }, next: () => void) => {
      if (parts.mayBegin(request)) next()
      else response.writeHead(403).end()
    },
  )

  io.use((socket, next) => {
    admit(parts, socket).then(
      (outcome) => {
        if ('code' in outcome) return next(refusal(outcome))
        admitted.set(socket, outcome)
        next()
      },
      (error: unknown) => {
        unasked(error)
        next(refusal({ code: 'unavailable' }))
      },
    )
  })

  return (socket) => {
    const outcome = admitted.get(socket)
    if (!outcome) throw new Error('A socket came past the handshake.')
    return outcome
  }
}

async function admit(parts: HandshakeParts, socket: Socket): Promise<Admitted | HandshakeRefusal> {
  const greeting = hello.safeParse(socket.handshake.auth)
  if (!greeting.success || greeting.data.version !== PROTOCOL_VERSION) return { code: 'reload' }
  const { tab } = greeting.data
  const actor = await settledPerson(parts, socket.request.headers.cookie)
  if (!actor) return { code: 'signed-out' }
  if (!parts.sessions.hasRoomFor(actor.personId, actor.loginId, tab)) return { code: 'crowded', retryAfterMs: 15_000 }
  return { actor, tab }
}

/** Asked again when something was revoked while the answer was on its way. */
async function settledPerson(parts: HandshakeParts, cookies: string | undefined): Promise<Person | null> {
  for (let left = attempts; left > 0; left--) {
    const { count } = parts.revoker
    const actor = await person(parts, cookies)
    if (parts.revoker.count === count) return actor
  }
  return null
}

async function person(parts: HandshakeParts, cookies: string | undefined): Promise<Person | null> {
  if (!cookies) return null
  const actor = await parts.authenticate(cookies)
  return actor?.kind === 'person' ? actor : null
}

function refusal(data: HandshakeRefusal): Error {
  return Object.assign(new Error(data.code), { data })
}
