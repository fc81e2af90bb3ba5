import type pg from 'pg'

const everyMs = 10 * 60_000

/** A single-user PostgreSQL runs neither the checkpointer nor autovacuum; without this its log only grows. */
export function startUpkeep(pool: pg.Pool, report: (problem: string, error: unknown) => void): () => Promise<void> {
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = upkeep(pool).catch((error: unknown) => report('the upkeep of the embedded database failed', error))
  }, everyMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    return running
  }
}

export async function upkeep(database: { query(text: string): Promise<unknown> }): Promise<void> {
  await database.query('CHECKPOINT')
  await database.query('VACUUM (ANALYZE)')
}
