import { monitorEventLoopDelay } from 'node:perf_hooks'

/** One thing that must be so for this process to serve people, and a sentence for the operator. */
export interface Check {
  readonly name: string
  run(): Promise<CheckResult>
}
export interface CheckResult {
  readonly isFine: boolean
  readonly says: string
}

export const fine = (says: string): CheckResult => ({ isFine: true, says })
export const bad = (says: string): CheckResult => ({ isFine: false, says })

/** Fails when the answer takes longer than `mostMs`, or does not come. */
export function databaseCheck(ping: () => Promise<unknown>, mostMs = 500): Check {
  return {
    name: 'database',
    async run() {
      const startedAt = performance.now()
      const answered = await within(
        mostMs,
        ping().then(
          () => 'answered',
          () => 'failed',
        ),
      )
      const took = `${Math.round(performance.now() - startedAt)} ms`
      if (answered === 'answered') return fine(`The database answered in ${took}.`)
      return bad(
        answered === 'failed' ? 'The database refused or failed.' : `The database did not answer within ${mostMs} ms.`,
      )
    },
  }
}

/** A database that a newer version has already moved on is still good for this one. */
export function migrationsCheck(
  applied: () => Promise<readonly string[]>,
  expected: readonly string[],
  mostMs = 500,
): Check {
  return {
    name: 'migrations',
    async run() {
      const names = await within(
        mostMs,
        applied().catch(() => null),
      )
      if (!names) return bad('The database did not say which migrations it has.')
      const missing = expected.filter((name) => !names.includes(name))
      return missing.length === 0
        ? fine(`All ${expected.length} migrations are applied.`)
        : bad(`Not applied yet: ${missing.join(', ')}.`)
    },
  }
}

/** The delay of timers, which is how long everybody waits; counted over the time since the last question. */
export function loopLagCheck(mostMs = 500): Check & { close(): void } {
  const resolution = 20
  const loop = monitorEventLoopDelay({ resolution })
  loop.enable()
  return {
    name: 'event loop',
    async run() {
      const lagMs = Math.max(0, Math.round(loop.percentile(99) / 1e6 - resolution) || 0)
      loop.reset()
      return lagMs < mostMs
        ? fine(`The event loop is ${lagMs} ms late at most, 99 times in 100.`)
        : bad(`The event loop is ${lagMs} ms late; more than ${mostMs} ms is too slow to work with.`)
    },
    close: () => loop.disable(),
  }
}

export interface JournalQueue {
  readonly rows: number
  readonly mostRows: number
}

/** Edits that wait to be committed: at four fifths of the limit new people are better sent elsewhere. */
export function journalCheck(queue: () => JournalQueue): Check {
  return {
    name: 'journal',
    async run() {
      const { rows, mostRows } = queue()
      const says = `${rows} of at most ${mostRows} edits wait to be committed.`
      return rows < mostRows * 0.8 ? fine(says) : bad(says)
    },
  }
}

export function drainingCheck(isDraining: () => boolean): Check {
  return {
    name: 'accepting people',
    run: async () => (isDraining() ? bad('This process is ending.') : fine('This process takes new people.')),
  }
}

/** Says so, but keeps serving: without the bus every process still serves its own people (REL-06). */
export function busCheck(isDegraded: () => boolean): Check {
  return {
    name: 'bus',
    run: async () =>
      fine(isDegraded() ? 'Redis is away; news from other processes comes late.' : 'Processes hear each other.'),
  }
}

/** Null when it takes longer. */
export async function within<T>(mostMs: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), mostMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
