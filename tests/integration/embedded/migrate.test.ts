import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { applyMigrations, type SqlSession } from '#server/store/migrate.ts'
import { aFolder } from '#tests/support/folder.ts'

const engine = await PGlite.create('memory://')
afterAll(() => engine.close())
const session: SqlSession = {
  exec: (sql) => engine.exec(sql),
  query: async <T extends object>(sql: string, params?: unknown[]) => (await engine.query<T>(sql, params)).rows,
}
beforeEach(async () => {
  await engine.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
})

function aMigrationFolder(migrations: Record<string, string>): string {
  const folder = aFolder()
  for (const [name, sql] of Object.entries(migrations)) write(folder, name, sql)
  return folder
}
function write(folder: string, name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}
const first = { '01_drafts': 'CREATE TABLE draft (id text)' }
const second = { '02_votes': 'CREATE TABLE vote (id text); INSERT INTO vote VALUES (1)' }

describe('applyMigrations', () => {
  test('applies what is new, in order, once', async () => {
    const folder = aMigrationFolder({ ...second, ...first })
    expect(await applyMigrations(session, folder)).toEqual(['01_drafts', '02_votes'])
    expect(await applyMigrations(session, folder)).toEqual([])
    write(folder, '03_more', 'ALTER TABLE vote ADD COLUMN cast_at timestamptz')
    expect(await applyMigrations(session, folder)).toEqual(['03_more'])
  })

  test('[REL-15] a database newer than the program is refused and left alone', async () => {
    const folder = aMigrationFolder({ ...first, ...second })
    await applyMigrations(session, folder)
    rmSync(join(folder, '02_votes'), { recursive: true })
    write(folder, '01_zebra', 'CREATE TABLE zebra (id text)')
    await expect(applyMigrations(session, folder)).rejects.toThrow(
      'The database is newer than this program: it has the migration 02_votes',
    )
    expect((await session.query("SELECT to_regclass('zebra') AS zebra"))[0]).toEqual({ zebra: null })
  })

  test('a migration edited after it was applied stops the start', async () => {
    const folder = aMigrationFolder(first)
    await applyMigrations(session, folder)
    write(folder, '01_drafts', 'CREATE TABLE draft (id text, title text)')
    await expect(applyMigrations(session, folder)).rejects.toThrow('The migration 01_drafts was edited')
  })

  test('a migration that fails is undone whole and named, and the next start tries again', async () => {
    const folder = aMigrationFolder({ ...first, '02_votes': 'CREATE TABLE vote (id text); SELECT 1 / 0' })
    await expect(applyMigrations(session, folder)).rejects.toThrow('02_votes failed and was undone: division by zero')
    expect((await session.query("SELECT to_regclass('draft') AS d, to_regclass('vote') AS v"))[0]).toEqual({
      d: 'draft',
      v: null,
    })
    write(folder, '02_votes', second['02_votes'])
    expect(await applyMigrations(session, folder)).toEqual(['02_votes'])
  })

  test('a migration that another tool left half applied stops the start', async () => {
    const folder = aMigrationFolder(first)
    await applyMigrations(session, folder)
    await session.exec('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(applyMigrations(session, folder)).rejects.toThrow('The migration 01_drafts failed earlier')
  })

  test('the lock is given back when a start is refused', async () => {
    const folder = aMigrationFolder({ '01_wrong': 'SELECT 1 / 0' })
    await expect(applyMigrations(session, folder)).rejects.toThrow()
    expect(await session.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).toEqual([])
  })

  test('the migrations of this program apply to a database that already has the role', async () => {
    const again = await PGlite.create('memory://')
    onTestFinished(() => again.close())
    await again.exec('CREATE ROLE plenary_app NOLOGIN NOBYPASSRLS')
    const folder = aFolder()
    cpSync('prisma/migrations', folder, { recursive: true })
    const applied = await applyMigrations(
      {
        exec: (sql) => again.exec(sql),
        query: async <T extends object>(sql: string, params?: unknown[]) => (await again.query<T>(sql, params)).rows,
      },
      folder,
    )
    expect(applied.length).toBeGreaterThan(0)
  })
})
