import type { Socket } from 'socket.io'
import type { z } from 'zod'
import { isDomainError, toRefusal } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.server.ts'
import type { LiveRefusal } from '#app/live/messages.ts'
import type { Budget, Cost } from './budget.ts'
import type { Report } from './report.ts'
import type { Session } from './session.ts'

/** What one event of a client means: its shape, what it costs, and who does it. */
export interface EventEntry {
  readonly cost: Cost
  /** Null when the message has not the declared shape. */
  read(message: unknown): ((session: Session, answer: (output: unknown) => void) => unknown) | null
  /** For events without an acknowledgement: how the sender learns that it went too fast. */
  limited?(session: Session, message: unknown, retryAfterMs: number): void
}

export function event<Schema extends z.ZodType>(
  schema: Schema,
  cost: Cost,
  run: (session: Session, message: z.output<Schema>, answer: (output: unknown) => void) => unknown,
  limited?: (session: Session, message: z.output<Schema>, retryAfterMs: number) => void,
): EventEntry {
  return {
    cost,
    read(message) {
      const parsed = schema.safeParse(message)
      return parsed.success ? (session, answer) => run(session, parsed.data, answer) : null
    },
    limited(session, message, retryAfterMs) {
      const parsed = schema.safeParse(message)
      if (parsed.success) limited?.(session, parsed.data, retryAfterMs)
    },
  }
}

export interface GatewayParts {
  readonly events: ReadonlyMap<string, EventEntry>
  readonly report: Report
  readonly clock: () => number
  /** Somebody did something: their sign-in is in use. Pings and carets are not that (SEC-043). */
  onActivity(session: Session): void
}

type Ack = (answer: { ok: true; output: unknown } | { ok: false; refusal: LiveRefusal }) => void

const mostMistakes = 10
const mostUnderWay = 50
const activityEveryMs = 60_000
const activities: readonly Cost[] = ['update', 'mutate', 'ask']

const invalid: LiveRefusal = {
  kind: 'invalid',
  code: 'live/message',
  sentence: 'The page sent a message we do not know. Reload it.',
}
const limited = (retryAfterMs: number): LiveRefusal => ({
  kind: 'limited',
  code: 'live/limited',
  sentence: 'That was too fast. Wait a moment and try again.',
  retryAfterMs,
})

/**
 * The one door of a socket: every event of every client comes through here, and nothing a client sends can end the
 * process (SEC-052, SEC-053).
 */
export function serve(socket: Socket, session: Session, parts: GatewayParts): void {
  socket.conn.on('packet', ({ data }: { data?: unknown }) => {
    session.receivedBytes += typeof data === 'string' ? data.length : ArrayBuffer.isView(data) ? data.byteLength : 0
  })
  socket.onAny((name: string, ...rest: unknown[]) => void receive(session, name, rest, parts))
}

async function receive(session: Session, name: string, rest: unknown[], parts: GatewayParts): Promise<void> {
  const last = rest.at(-1)
  const ack: Ack = typeof last === 'function' ? (answer) => void last(answer) : () => {}
  const message = rest[0]
  if (!session.isOpen) return
  const entry = parts.events.get(name)
  const outcome = (result: 'ok' | 'refused' | 'invalid' | 'limited' | 'failed') =>
    parts.report({ kind: 'event', event: entry ? name : 'unknown', outcome: result })
  try {
    const wait = entry && (spend(session, entry.cost, parts.clock()) ?? tooMany(session))
    if (entry && wait !== null && wait !== undefined) {
      outcome('limited')
      entry.limited?.(session, message, wait)
      ack({ ok: false, refusal: limited(wait) })
      return
    }
    const run = entry?.read(message) ?? null
    if (!entry || !run || rest.length > (typeof last === 'function' ? 2 : 1)) {
      outcome('invalid')
      ack({ ok: false, refusal: invalid })
      mistaken(session, parts.report)
      return
    }
    if (activities.includes(entry.cost)) active(session, parts)
    session.underWay += 1
    await Promise.resolve(run(session, (output) => ack({ ok: true, output }))).finally(() => {
      session.underWay -= 1
    })
    outcome('ok')
  } catch (error) {
    outcome(isDomainError(error) ? 'refused' : 'failed')
    ack({ ok: false, refusal: isDomainError(error) ? toRefusal(error) : failed(error, name, parts.report) })
  }
}

/** Null when it may go on, otherwise how long to wait. A connection and its person both have an allowance. */
function spend(session: Session, cost: Cost, now: number): number | null {
  const waits = [session.budget, session.personBudget].map((budget) =>
    spendFrom(budget, session.receivedBytes, cost, now),
  )
  session.receivedBytes = 0
  return waits.find((wait) => wait !== null) ?? null
}

function spendFrom(budget: Budget, bytes: number, cost: Cost, now: number): number | null {
  const isOverdrawn = budget.take('bytes', now, 0) !== null
  // Bytes have arrived whether they are welcome or not; the wait that is told is long enough to send them again.
  budget.charge('bytes', now, bytes)
  if (isOverdrawn) return budget.take('bytes', now, 0) ?? 1
  return budget.take('event', now) ?? budget.take(cost, now)
}

const tooMany = ({ underWay }: Session) => (underWay >= mostUnderWay ? 1_000 : null)

function mistaken(session: Session, report: Report): void {
  session.mistakes += 1
  if (session.mistakes <= mostMistakes) return
  report({ kind: 'cut', why: 'unknown-events' })
  session.end('rate')
}

function active(session: Session, parts: GatewayParts): void {
  const now = parts.clock()
  if (now - session.activeAt < activityEveryMs) return
  session.activeAt = now
  parts.onActivity(session)
}

/** The person gets a number to quote, the operators get the error, and neither gets the other (SEC-060). */
function failed(error: unknown, name: string, report: Report): LiveRefusal {
  const requestId = newId()
  report({ kind: 'trouble', what: `${name} failed (${requestId})`, error })
  return {
    kind: 'unavailable',
    code: 'live/failed',
    sentence: 'Something went wrong on our side. Try again; if it stays so, quote this number to the secretariat.',
    requestId,
  }
}
