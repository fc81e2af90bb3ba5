import { readdirSync } from 'node:fs'
import { join } from 'node:path'
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

export interface ReadinessParts {
  readonly foundation: Foundation
  readonly depth: () => { readonly rows: number }
  readonly isDraining: () => boolean
}

/** Everything that must hold for this process to serve people. */
export function readinessChecks({ foundation, depth, isDraining }: ReadinessParts): Check[] {
  const { database, isBusDegraded } = foundation
  // The embedded database answers one question after the other, and somebody's act may be before ours.
  const mostMs = database.kind === 'postgres' ? 500 : 2_000
  const applied = async () => {
    const rows = await database.prisma.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
    return rows.map(({ name }) => name)
  }
  return [
    drainingCheck(isDraining),
    databaseCheck(() => database.sql('SELECT 1'), mostMs),
    migrationsCheck(applied, shippedMigrations(), mostMs),
    journalCheck(() => ({ rows: depth().rows, mostRows: queueLimits.rows })),
    loopLagCheck(),
    busCheck(isBusDegraded),
  ]
}

const shippedMigrations = () =>
  readdirSync(join(process.cwd(), 'prisma/migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
