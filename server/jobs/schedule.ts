import type { Clock } from '#app/live/clock.ts'
import type { Log } from '#server/ops/log.ts'
import type { Metrics } from '#server/ops/metrics.ts'

/** Work that comes round again. It may be cut off at any moment and begun anew, here or in another process. */
export interface PeriodicJob {
  readonly name: string
  readonly everyMs: number
  /** Answers how much there was to do, for the log. */
  run(now: Date): Promise<number>
}

export interface ScheduleParts {
  readonly jobs: readonly PeriodicJob[]
  readonly clock: Clock
  /** Asks for the job for so long; false: another process has it. */
  readonly take: (name: string, forMs: number) => Promise<boolean>
  readonly log: Log
  readonly metrics: Pick<Metrics, 'jobRuns'>
}

export interface Schedule {
  /** Begins nothing new and waits for what is under way. */
  close(): Promise<void>
}

/**
 * Runs each job soon after the start and then again and again, in one process at a time: a lease outlives two rounds, so
 * that it changes hands only when its holder is gone.
 */
export function startSchedule({ jobs, clock, take, log, metrics }: ScheduleParts): Schedule {
  const underWay = new Set<Promise<void>>()
  const waiting = new Map<string, () => void>()
  let isClosed = false

  function wait(job: PeriodicJob, delayMs: number) {
    if (isClosed) return
    const begin = () => {
      const round = turn(job).finally(() => {
        underWay.delete(round)
        wait(job, job.everyMs)
      })
      underWay.add(round)
    }
    waiting.set(job.name, clock.later(delayMs, begin))
  }

  async function turn(job: PeriodicJob) {
    try {
      if (!(await take(`job:${job.name}`, job.everyMs * 2 + 10_000))) return
      const count = await job.run(new Date(clock.now()))
      metrics.jobRuns.add({ job: job.name, outcome: 'done' })
      if (count > 0) log.info({ event: 'job-done', name: job.name, count })
    } catch (error) {
      // The next round tries again; a job that ends the process would take the people on it along.
      metrics.jobRuns.add({ job: job.name, outcome: 'failed' })
      log.error({ event: 'job-failed', name: job.name, error })
    }
  }

  // Not all at once: each start would otherwise be a small storm on the database.
  for (const [place, job] of jobs.entries()) wait(job, Math.min(1_000 * (place + 1), job.everyMs))

  return {
    async close() {
      isClosed = true
      for (const cancel of waiting.values()) cancel()
      await Promise.all(underWay)
    },
  }
}
