import type { PeriodicJob } from '#server/jobs/schedule.ts'
import type { Journal } from './journal.ts'

const hourMs = 60 * 60_000
const keptMs = 90 * 24 * hourMs

/** Every edit is kept for 90 days, and longer where no proven snapshot holds it. */
export const pruning = (journal: Pick<Journal, 'prune'>): PeriodicJob => ({
  name: 'journal-pruning',
  everyMs: hourMs,
  run: (now) => journal.prune(new Date(now.getTime() - keptMs)),
})
