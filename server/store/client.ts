import { join } from 'node:path'
import type { Database, DatabaseOptions } from './database.ts'
import { openEmbedded } from './embedded/open.ts'
import { openPostgres } from './postgres.ts'

/** Opens the database and brings its tables up to date before anybody sees it. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const report = options.report ?? (() => {})
  const migrations = options.migrations ?? join(process.cwd(), 'prisma/migrations')
  return options.url
    ? openPostgres({ url: options.url, pool: options.pool ?? 10, migrations, report })
    : openEmbedded({ ...options, migrations, report })
}
