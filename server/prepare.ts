import type { Config } from './config.ts'
import type { Demonstration } from './demonstration.ts'
import { openDatabase } from './store/client.ts'

/**
 * Creates or updates the database and, on a machine that only tries Plenary, puts the demonstration conference into an
 * empty one. In a process of its own: creating the embedded database takes memory that would never be given back.
 */
export async function prepareDatabase(
  config: Config,
  demonstration: Demonstration | null,
  say: (line: string) => void,
): Promise<void> {
  const startedAt = performance.now()
  say(config.databaseUrl ? 'Looking at the database …' : `Opening the embedded database in ${config.dataDir} …`)
  const database = await openDatabase({ url: config.databaseUrl, pool: config.databasePool, dataDir: config.dataDir })
  try {
    if (database.applied.length > 0) say(`Brought its tables up to date (${database.applied.length} steps).`)
    if (config.demo && demonstration) await demonstration.load(database, say)
  } finally {
    await database.close()
  }
  say(`The database is ready (${((performance.now() - startedAt) / 1000).toFixed(1)} s).`)
}
