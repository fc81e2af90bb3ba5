import type { Database } from '#server/store/database.ts'

type Sql = Pick<Database, 'sql'>

/**
 * Whether this holder has the lease of that name from now on, for so long by the database's own clock. Whoever has it
 * may take it again to keep it; nobody else gets it before its time is over.
 */
export async function takeLease({ sql }: Sql, name: string, holder: string, forMs: number): Promise<boolean> {
  const taken = await sql<{ holder: string }>(
    `INSERT INTO lease (name, holder, until) VALUES ($1, $2, now() + $3 * interval '1 millisecond')
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
     WHERE lease.holder = excluded.holder OR lease.until < now()
     RETURNING holder`,
    [name, holder, forMs],
  )
  return taken.length === 1
}

/** Lets another process take over at once; what this holder does not have is left alone. */
export async function giveBackLeases({ sql }: Sql, holder: string): Promise<void> {
  await sql('DELETE FROM lease WHERE holder = $1', [holder])
}
