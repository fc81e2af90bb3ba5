import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '#prisma/client.ts'
import type { Database } from '../database.ts'
import { migratePool } from '../migrate-pool.ts'
import { acquireLock } from './lock.ts'
import { startUpkeep } from './upkeep.ts'
import { EmbeddedServer, EmbeddedSocket } from './wire.ts'

type Options = {
  dataDir: string | null
  migrations: string
  template?: string
  report: (problem: string, error: unknown) => void
  onCrash?: (error: Error) => void
}

/** The PostgreSQL that the embedded engine is built from. Its folder cannot be read by another major version. */
const majorVersion = '18'

export async function openEmbedded(options: Options): Promise<Database> {
  const home = options.dataDir ? takeFolder(options.dataDir) : null
  const server = new EmbeddedServer({ ...options, folder: home?.folder ?? null })
  // PGlite is one PostgreSQL session, so the pool has exactly one connection and queues the rest.
  const pool = new pg.Pool({
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => new EmbeddedSocket(server),
  })
  pool.on('error', (error) => options.report('the embedded database lost its connection', error))
  const stop = async () => {
    await pool.end()
    await server.close()
    home?.unlock()
  }
  try {
    await server.call('ready')
    if (home) await insistOnDisk(server, pool)
    const applied = await migratePool(pool, options.migrations)
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
    const stopUpkeep = startUpkeep(pool, options.report)
    return {
      prisma,
      kind: home ? 'embedded' : 'memory',
      applied,
      dump: async (path) => void (await server.call('dump', path)),
      sql: async <T extends object>(text: string, params?: unknown[]) =>
        (await pool.query<T & pg.QueryResultRow>(text, params)).rows,
      async close() {
        await stopUpkeep()
        await prisma.$disconnect()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The hook that makes commits durable reaches into the engine's build, so each start proves that it still works. */
async function insistOnDisk(server: EmbeddedServer, pool: pg.Pool) {
  const before = await server.fsyncs()
  await pool.query("SELECT pg_logical_emit_message(true, 'plenary', 'start')")
  if ((await server.fsyncs()) > before) return
  throw new Error('The embedded database does not write its commits to the disk. Do not use it: set DATABASE_URL.')
}

function takeFolder(dataDir: string) {
  const folder = join(dataDir, 'postgres')
  // The engine creates its files readable by everybody; the folder above them is what keeps others out.
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const unlock = acquireLock(join(dataDir, 'postgres.lock'))
  const versionFile = join(folder, 'PG_VERSION')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : majorVersion
  if (version === majorVersion) return { folder, unlock }
  unlock()
  throw new Error(
    `The database in ${folder} was made by PostgreSQL ${version}; this program brings PostgreSQL ${majorVersion}. ` +
      'Start the version that made it and move its conferences to a PostgreSQL server, or set DATA_DIR to another folder.',
  )
}
