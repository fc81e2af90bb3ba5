import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The little a migration needs of one PostgreSQL connection. */
export interface SqlSession {
  /** Runs one or more statements, without parameters. */
  exec(sql: string): Promise<unknown>
  query<T extends object>(sql: string, params?: unknown[]): Promise<T[]>
}

type Migration = { name: string; sql: string; checksum: string }
type Row = { migration_name: string; checksum: string; finished_at: Date | null }

const createTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/**
 * Applies the folder of migrations the way `prisma migrate deploy` does, with the same bookkeeping table, so either
 * may be used on the same database. Returns the names it applied; throws a sentence for the operator when the
 * database is newer than the code, or when a migration was edited or failed.
 */
export async function applyMigrations(database: SqlSession, folder: string): Promise<string[]> {
  // The lock `prisma migrate deploy` takes: two servers that start together must not migrate together.
  await database.exec('SELECT pg_advisory_lock(72707369)')
  try {
    await database.exec(createTable)
    const rows = await database.query<Row>(
      `SELECT "migration_name", "checksum", "finished_at" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
    )
    const pending = pendingMigrations(readMigrations(folder), rows)
    for (const migration of pending) await applyOne(database, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await database.exec('SELECT pg_advisory_unlock(72707369)')
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function pendingMigrations(migrations: Migration[], rows: Row[]): Migration[] {
  const ours = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of rows) {
    const migration = ours.get(row.migration_name)
    if (!migration) {
      throw new Error(
        `The database is newer than this program: it has the migration ${row.migration_name}, which this version does ` +
          'not know. Start the newer version, or restore a backup made with this one.',
      )
    }
    if (!row.finished_at) {
      throw new Error(`The migration ${row.migration_name} failed earlier. It must be resolved by hand before a start.`)
    }
    if (row.checksum !== migration.checksum) {
      throw new Error(
        `The migration ${row.migration_name} was edited after it was applied to this database. Restore the file, or ` +
          'begin with a new database.',
      )
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function applyOne(database: SqlSession, { name, sql, checksum }: Migration) {
  await database.exec('BEGIN')
  try {
    await database.exec(sql)
    await database.query(
      `INSERT INTO "_prisma_migrations" ("id","checksum","migration_name","started_at","finished_at","applied_steps_count")
       VALUES ($1,$2,$3,now(),now(),1)`,
      [randomUUID(), checksum, name],
    )
    await database.exec('COMMIT')
  } catch (error) {
    await database.exec('ROLLBACK')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${name} failed and was undone: ${reason}`, { cause: error })
  }
}
