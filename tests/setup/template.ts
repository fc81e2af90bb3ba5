import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#server/store/client.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** What every test file's own database is copied from: a dump, or a database on the server in DATABASE_URL. */
    template: { migrations: string } & (
      | { kind: 'embedded'; file: string }
      | { kind: 'postgres'; url: string; name: string }
    )
  }
}

export default async function setup(project: TestProject) {
  // A copy, so that a migration written while the tests run does not meet a template made without it.
  const migrations = mkdtempSync(join(tmpdir(), 'plenary-migrations-'))
  cpSync('prisma/migrations', migrations, { recursive: true })
  const url = process.env.DATABASE_URL
  const remove = url ? await templateOnServer(project, url, migrations) : await provideDump(project, migrations)
  return async () => {
    rmSync(migrations, { recursive: true, force: true })
    await remove()
  }
}

async function templateOnServer(project: TestProject, url: string, migrations: string) {
  const name = `plenary_template_${randomBytes(6).toString('hex')}`
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  await server.query(`CREATE DATABASE ${name}`)
  const target = new URL(url)
  target.pathname = `/${name}`
  await (await openDatabase({ url: target.href, dataDir: null, migrations })).close()
  project.provide('template', { kind: 'postgres', url, name, migrations })
  return async () => {
    const kept = await server.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `${name}_kept_%`,
    ])
    for (const each of [name, ...kept.rows.map(({ datname }) => datname)])
      await server.query(`DROP DATABASE ${each} WITH (FORCE)`)
    await server.end()
  }
}

async function provideDump(project: TestProject, migrations: string) {
  project.provide('template', { kind: 'embedded', file: await embeddedTemplate(migrations), migrations })
  return async () => {}
}

/** Kept until the migrations or the engine change: a copy opens ten times faster than a new database. */
async function embeddedTemplate(migrations: string): Promise<string> {
  const hash = createHash('sha256').update(readFileSync('node_modules/@electric-sql/pglite/package.json'))
  for (const name of readdirSync(migrations).sort()) {
    if (!name.endsWith('.toml')) hash.update(name).update(readFileSync(join(migrations, name, 'migration.sql')))
  }
  const folder = 'node_modules/.cache/plenary'
  const file = join(folder, `empty-${hash.digest('hex').slice(0, 16)}.tar`)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const mine = `${file}.${randomBytes(6).toString('hex')}`
  const database = await openDatabase({ dataDir: null, migrations })
  await database.dump?.(mine)
  await database.close()
  renameSync(mine, file)
  return file
}
