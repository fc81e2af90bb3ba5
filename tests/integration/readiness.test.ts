import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealing } from '#server/jobs/sealing.ts'
import { runChecks } from '#server/ops/health.ts'
import { readinessChecks } from '#server/readiness.ts'
import { openSealKeeper } from '#server/seal-keeper.ts'
import type { Database } from '#server/store/database.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { aFolder } from '#tests/support/folder.ts'

let database: Database
let dataDir: string
beforeAll(async () => {
  database = await openTestDatabase()
  dataDir = mkdtempSync(join(tmpdir(), 'plenary-readiness-'))
})
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true })
  return database.close()
})

const checked = async (stamp: string | null = null) => {
  const { checks } = await runChecks(
    readinessChecks({
      config: { dataDir, backup: stamp === null ? null : { stamp, mostMs: 3_600_000 } },
      foundation: { database, isBusDegraded: () => false },
      depth: () => ({ rows: 0 }),
      isDraining: () => false,
    }),
  )
  return new Map(checks.map(({ name, ...result }) => [name, result]))
}

test('[SEC-116] the database, its clock and its seals are asked, and each answer is a sentence', async () => {
  const checks = await checked()
  expect([...checks.keys()]).toEqual([
    'accepting people',
    'database',
    'migrations',
    'journal',
    'event loop',
    'bus',
    'disk',
    'durability',
    'clock',
    'audit seal',
    'backup',
  ])
  expect(checks.get('clock')?.isFine).toBe(true)
  expect(checks.get('migrations')?.isFine).toBe(true)
  expect(checks.get('disk')?.says).toMatch(/^\d+\.\d GB of the disk/)
  expect(checks.get('audit seal')).toEqual({ isFine: true, says: 'The audit trail will be sealed in a moment.' })
  const off = await database.sql(
    "SELECT 1 FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'",
  )
  expect(checks.get('durability')?.isFine).toBe(database.kind !== 'postgres' || off.length === 0)
})

test('[SEC-104] a seal made with the key of the data folder is known at once; the key is nobody else’s to read', async () => {
  const keeper = openSealKeeper({ dataDir, auditKeys: undefined }, { isMaker: true })
  await sealing(database, keeper).run(new Date())
  expect((await checked()).get('audit seal')).toEqual({ isFine: true, says: 'The audit trail is sealed.' })
  expect(keeper.note()).toMatchObject({ number: 1 })
  expect(openSealKeeper({ dataDir, auditKeys: undefined }, { isMaker: false }).keys).toEqual(keeper.keys)
  expect(keeper.keys[0]).toMatch(/^[\w-]{43}$/)
  expect(statSync(join(dataDir, 'audit.key')).mode & 0o077).toBe(0)
  expect(openSealKeeper({ dataDir: aFolder(), auditKeys: undefined }, { isMaker: false }).keys).toEqual([])
})

test('[REL-16] the backup’s stamp is looked at each time', async () => {
  const stamp = join(dataDir, 'backup.done')
  expect((await checked(stamp)).get('backup')?.isFine).toBe(false)
  writeFileSync(stamp, '')
  expect((await checked(stamp)).get('backup')?.isFine).toBe(true)
  const yesterday = Date.now() / 1_000 - 86_400
  utimesSync(stamp, yesterday, yesterday)
  expect((await checked(stamp)).get('backup')?.says).toBe(
    'The last backup succeeded 24 hours ago; 60 minutes is the limit.',
  )
  rmSync(stamp)
})
