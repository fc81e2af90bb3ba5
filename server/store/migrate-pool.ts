import type pg from 'pg'
import { applyMigrations } from './migrate.ts'

export async function migratePool(pool: pg.Pool, folder: string): Promise<string[]> {
  const client = await pool.connect()
  try {
    return await applyMigrations(
      {
        exec: (sql) => client.query(sql),
        query: async <T extends object>(sql: string, params?: unknown[]) =>
          (await client.query<T & pg.QueryResultRow>(sql, params)).rows,
      },
      folder,
    )
  } finally {
    client.release()
  }
}
