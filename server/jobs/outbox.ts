import type { Courier, Delivery } from '#app/kernel/courier.server.ts'
import { hoursMs, minutesMs } from '#app/kernel/time.ts'
import type { Clock } from '#app/live/clock.ts'
import { describeError } from '#server/ops/describe-error.ts'
import type { Log } from '#server/ops/log.ts'
import type { Metrics } from '#server/ops/metrics.ts'
import type { Database } from '#server/store/database.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { type DueEntry, markDelivered, markFailed, markGivenUp, takeDue } from './outbox-store.ts'

export interface OutboxParts {
  readonly database: Pick<Database, 'prisma' | 'sql'>
  readonly couriers: ReadonlyMap<string, Courier>
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Pick<Metrics, 'jobRuns'>
}

export interface Outbox {
  /** Something was written: deliver it now rather than at the next look. */
  wake(): void
  /** Takes nothing new and waits for the delivery under way. */
  close(): Promise<void>
}

const lookEveryMs = 10_000
const atOnce = 10
const longestMs = minutesMs(1)
/** Longer than a delivery may take, times as many as are taken at once. */
const takenForMs = atOnce * longestMs + minutesMs(1)
const mostAttempts = 40

/** 5 s, 20 s, 80 s … then every hour: a mail server that is away for a day loses nothing (REL-24). */
export const backOffMs = (attempt: number) => Math.min(hoursMs(1), 5_000 * 4 ** (attempt - 1))

/**
 * Delivers what acts have left in the outbox: after their commit, in any process, each effect once. What fails is tried
 * again; what died half-way is tried again only where its courier may repeat it.
 */
export function startOutbox({ database, couriers, clock, log, metrics }: OutboxParts): Outbox {
  const kinds = [...couriers.keys()]
  let isClosed = false
  let isWoken = false
  let round: Promise<void> | null = null
  let cancel = clock.later(0, wake)

  function wake() {
    cancel()
    isWoken = true
    round ??= deliverAll().finally(() => {
      round = null
      if (!isClosed) cancel = clock.later(isWoken ? 0 : lookEveryMs, wake)
    })
  }

  async function deliverAll() {
    try {
      while (isWoken && !isClosed) {
        isWoken = false
        const due = await takeDue(database, { kinds, now: now(), most: atOnce, forMs: takenForMs })
        for (const entry of due) await settle(entry)
        if (due.length === atOnce) isWoken = true
      }
    } catch (error) {
      // The database is away; what is due stays due.
      log.error({ event: 'outbox-failed', error })
    }
  }

  async function settle(entry: DueEntry) {
    const courier = couriers.get(entry.kind)
    if (!courier) return
    if (entry.wasInterrupted && !courier.mayRepeat) return giveUp(entry, 'interrupted')
    const outcome = await attempt(courier, entry)
    metrics.jobRuns.add({ job: `outbox ${entry.kind}`, outcome: outcome.kind })
    if (outcome.kind === 'delivered') return markDelivered(database, entry.id, now())
    if (outcome.kind === 'unclear' && !courier.mayRepeat) return giveUp(entry, 'unclear')
    if (entry.attempt >= mostAttempts) return giveUp(entry, 'too many attempts')
    log.warn({ event: 'delivery-failed', name: entry.kind, count: entry.attempt, error: outcome.error })
    const dueAt = new Date(clock.now() + backOffMs(entry.attempt))
    return markFailed(database, entry.id, dueAt, describeError(outcome.error).code ?? describeError(outcome.error).name)
  }

  async function attempt(courier: Courier, { payload, effectKey, attempt }: DueEntry): Promise<Outcome> {
    let cancelLate = () => {}
    const late = new Promise<Outcome>((resolve) => {
      cancelLate = clock.later(longestMs, () =>
        resolve({ kind: 'unclear', error: new Error('The delivery took too long.') }),
      )
    })
    const transaction: Delivery['transaction'] = (work) => inTransaction(database, 'engine', work)
    const done = Promise.resolve()
      .then(() => courier.deliver(payload, { effectKey, attempt, transaction }))
      .then(
        (): Outcome => ({ kind: 'delivered' }),
        (error: unknown): Outcome => ({ kind: 'failed', error }),
      )
    const outcome = await Promise.race([done, late])
    cancelLate()
    return outcome
  }

  async function giveUp({ id, kind }: DueEntry, reason: string) {
    log.error({ event: 'delivery-given-up', name: kind, reason })
    await markGivenUp(database, id, reason)
  }

  const now = () => new Date(clock.now())

  return {
    wake,
    async close() {
      isClosed = true
      cancel()
      await round
    },
  }
}

type Outcome =
  | { readonly kind: 'delivered'; readonly error?: undefined }
  | { readonly kind: 'failed' | 'unclear'; readonly error: unknown }
