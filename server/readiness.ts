import { readdirSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { must } from '#app/kernel/must.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'
import { queueLimits } from './live/commit-queue.ts'
import {
  busCheck,
  type Check,
  databaseCheck,
  drainingCheck,
  journalCheck,
  loopLagCheck,
  migrationsCheck,
} from './ops/checks.ts'
import { backupCheck, clockCheck, diskCheck, durabilityCheck, sealCheck } from './ops/keeping-checks.ts'

export interface ReadinessParts {
  readonly config: Pick<Config, 'dataDir' | 'backup'>
  readonly foundation: Pick<Foundation, 'database' | 'isBusDegraded'>
  readonly depth: () => { readonly rows: number }
  readonly isDraining: () => boolean
}

/** Everything that must hold for this process to serve people. */
export function readinessChecks({ config, foundation, depth, isDraining }: ReadinessParts): Check[] {
  const { database, isBusDegraded } = foundation
  // The embedded database answers one question after the other, and somebody's act may be before ours.
  const mostMs = database.kind === 'postgres' ? 500 : 2_000
  const applied = async () => {
    const rows = await database.prisma.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
    return rows.map(({ name }) => name)
  }
  const now = () => new Date()
  const { backup } = config
  // Each start of the embedded database proves that its commits reach the disk, and refuses otherwise.
  const switchedOff = async () =>
    database.kind === 'postgres' ? (await database.sql<{ name: string }>(unsafeSettings)).map(({ name }) => name) : []
  return [
    drainingCheck(isDraining),
    databaseCheck(() => database.sql('SELECT 1'), mostMs),
    migrationsCheck(applied, shippedMigrations(), mostMs),
    journalCheck(() => ({ rows: depth().rows, mostRows: queueLimits.rows })),
    loopLagCheck(),
    busCheck(isBusDegraded),
    diskCheck(() => spaceOf(config.dataDir)),
    durabilityCheck(switchedOff, mostMs),
    clockCheck(async () => must((await database.sql<{ now: Date }>('SELECT clock_timestamp() AS now'))[0]).now, now),
    sealCheck(async () => (await database.sql<{ at: Date | null }>(lastSeal))[0]?.at ?? null, now),
    backupCheck(backup && { doneAt: async () => (await stat(backup.stamp)).mtime, mostMs: backup.mostMs }, now),
  ]
}

const unsafeSettings =
  "SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'"
const lastSeal = 'SELECT max(at) AS at FROM (SELECT at FROM audit_seal ORDER BY number DESC LIMIT 1) newest'

async function spaceOf(folder: string) {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, whole: blocks * bsize }
}

const shippedMigrations = () =>
  readdirSync(join(process.cwd(), 'prisma/migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
