import type { Database } from '#server/store/database.ts'

type Sql = Pick<Database, 'sql'>

export interface DueEntry {
  readonly id: string
  readonly kind: string
  readonly payload: unknown
  readonly effectKey: string
  /** 1 for the first attempt. */
  readonly attempt: number
  /** An earlier attempt began and nobody wrote down how it ended: its process died. */
  readonly wasInterrupted: boolean
}

const underWay = 'under way'
export const gaveUp = 1_000

/**
 * Takes up to `most` entries that are due, so that no other process takes them for `forMs`. Entries that somebody else
 * is taking at this moment are passed over, not waited for.
 */
export async function takeDue(
  { sql }: Sql,
  { kinds, now, most, forMs }: { kinds: readonly string[]; now: Date; most: number; forMs: number },
) {
  const rows = await sql<{
    id: string
    kind: string
    payload: unknown
    effect_key: string
    attempts: number
    before: string | null
  }>(
    `WITH due AS (
       SELECT id, last_error FROM outbox_entry
       WHERE delivered_at IS NULL AND due_at <= $1 AND attempts < $2 AND kind = ANY($3)
       ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED
     )
     UPDATE outbox_entry entry SET attempts = entry.attempts + 1, due_at = $5, last_error = $6
     FROM due WHERE entry.id = due.id
     RETURNING entry.id, entry.kind, entry.payload, entry.effect_key, entry.attempts, due.last_error AS before`,
    [now, gaveUp, kinds, most, new Date(now.getTime() + forMs), underWay],
  )
  return rows.map(
    (row): DueEntry => ({
      id: row.id,
      kind: row.kind,
      payload: row.payload,
      effectKey: row.effect_key,
      attempt: row.attempts,
      wasInterrupted: row.before === underWay,
    }),
  )
}

export async function markDelivered({ sql }: Sql, id: string, at: Date): Promise<void> {
  await sql('UPDATE outbox_entry SET delivered_at = $2, last_error = NULL WHERE id = $1', [id, at])
}

/** `reason` is a code of ours: an error's words may hold what somebody wrote. */
export async function markFailed({ sql }: Sql, id: string, dueAt: Date, reason: string): Promise<void> {
  await sql('UPDATE outbox_entry SET due_at = $2, last_error = $3 WHERE id = $1', [id, dueAt, reason])
}

/** Leaves it to an operator. */
export async function markGivenUp({ sql }: Sql, id: string, reason: string): Promise<void> {
  await sql('UPDATE outbox_entry SET attempts = $2, last_error = $3 WHERE id = $1', [id, gaveUp, reason])
}

/** How many wait, and how many were left to an operator. */
export async function outboxState({ sql }: Sql): Promise<{ waiting: number; givenUp: number }> {
  const [row] = await sql<{ waiting: number; given_up: number }>(
    `SELECT count(*) FILTER (WHERE attempts < $1)::int AS waiting, count(*) FILTER (WHERE attempts >= $1)::int AS given_up
     FROM outbox_entry WHERE delivered_at IS NULL`,
    [gaveUp],
  )
  return { waiting: row?.waiting ?? 0, givenUp: row?.given_up ?? 0 }
}
