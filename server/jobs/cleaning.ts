import { hoursMs, minutesMs } from '#app/kernel/time.ts'
import type { Database } from '#server/store/database.ts'
import type { PeriodicJob } from './schedule.ts'

const day = hoursMs(24)

/** What is only kept for a while, and for how long after `at` (a column). */
const kept: readonly { name: string; everyMs: number; table: string; at: string; forMs: number; and?: string }[] = [
  {
    name: 'ended logins',
    everyMs: minutesMs(10),
    table: 'login',
    at: 'least(expires_at, idle_until)',
    forMs: hoursMs(1),
  },
  { name: 'old sign-in attempts', everyMs: minutesMs(10), table: 'sign_in_attempt', at: 'at', forMs: hoursMs(1) },
  { name: 'forgotten devices', everyMs: day, table: 'known_device', at: 'last_seen_at', forMs: 180 * day },
  {
    name: 'expired invitations',
    everyMs: hoursMs(1),
    table: 'invitation',
    at: 'expires_at',
    forMs: 30 * day,
    and: "step IN ('OPEN', 'AWAITING_HEAD')",
  },
  { name: 'expired imports', everyMs: minutesMs(5), table: 'import_upload', at: 'expires_at', forMs: 0 },
  { name: 'acts done once', everyMs: hoursMs(1), table: 'act_once', at: 'at', forMs: 2 * day },
  { name: 'delivered outbox entries', everyMs: hoursMs(1), table: 'outbox_entry', at: 'delivered_at', forMs: 30 * day },
]

/** Jobs that remove what has served its time. Nothing that anybody wrote is among it. */
export function cleaningJobs({ sql }: Pick<Database, 'sql'>): PeriodicJob[] {
  return kept.map(({ name, everyMs, table, at, forMs, and = 'true' }) => ({
    name,
    everyMs,
    async run(now) {
      const before = new Date(now.getTime() - forMs)
      const gone = await sql<{ one: number }>(`DELETE FROM ${table} WHERE ${at} < $1 AND ${and} RETURNING 1 AS one`, [
        before,
      ])
      return gone.length
    },
  }))
}
