import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '#prisma/client.ts'
import type { Database } from './database.ts'
import { migratePool } from './migrate-pool.ts'

type Options = {
  url: string
  pool: number
  migrations: string
  report: (problem: string, error: unknown) => void
}

/** Few are enough: the journal commits edits in groups. */
const journalConnections = 4

export async function openPostgres({ url, pool: max, migrations, report }: Options): Promise<Database> {
  const connection = { connectionString: url, connectionTimeoutMillis: 10_000 }
  const people = new pg.Pool({ ...connection, max })
  const journal = new pg.Pool({ ...connection, max: journalConnections, onConnect: becomeEngine })
  // Without a listener a connection that the server drops while it is idle would end the process.
  for (const pool of [people, journal]) pool.on('error', (error) => report('a database connection was lost', error))
  const closePools = () => Promise.all([people.end(), journal.end()])
  try {
    const applied = await migratePool(people, migrations)
    await warnOfLoss(people, report)
    const prisma = new PrismaClient({ adapter: new PrismaPg(people) })
    return {
      prisma,
      kind: 'postgres',
      applied,
      sql: async <T extends object>(text: string, params?: unknown[]) =>
        (await journal.query<T & pg.QueryResultRow>(text, params)).rows,
      async close() {
        await prisma.$disconnect()
        await closePools()
      },
    }
  } catch (error) {
    await closePools()
    throw unreachableServer(url, error)
  }
}

/** The engine is bound by the same grants as everybody; only the policies let it see every document. */
async function becomeEngine(client: pg.ClientBase) {
  await client.query(
    "SELECT set_config('role','plenary_app',false), set_config('plenary.engine','on',false), set_config('synchronous_commit','on',false)",
  )
}

async function warnOfLoss(pool: pg.Pool, report: Options['report']) {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'",
  )
  for (const { name } of rows) report(`PostgreSQL runs with ${name}=off: a power cut may lose saved work`, null)
}

function unreachableServer(url: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code !== 'ECONNREFUSED' && code !== 'ENOTFOUND' && code !== 'ETIMEDOUT') return error
  const { host } = new URL(url)
  return new Error(`No PostgreSQL server answers at ${host} (${code}). Start it, or correct DATABASE_URL.`, {
    cause: error,
  })
}
