// Writes or checks prisma/migrations against prisma/schema without the native schema engine:
//   node prisma/migration.mjs new <name>   write the next migration
//   node prisma/migration.mjs check        exit 1 when the schema and the migrations differ
// Prisma's WebAssembly engine works on throw-away in-memory databases, so nothing is downloaded and no database of
// yours is touched.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const here = fileURLToPath(new URL('.', import.meta.url))
const migrations = join(here, 'migrations')
const filters = { externalTables: [], externalEnums: [] }

const schema = readdirSync(join(here, 'schema'))
  .filter((name) => name.endsWith('.prisma'))
  .sort()
  .map((name) => ({ path: `prisma/schema/${name}`, content: readFileSync(join(here, 'schema', name), 'utf8') }))

const written = readdirSync(migrations, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .map((name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok', value: readFileSync(join(migrations, name, 'migration.sql'), 'utf8') },
    },
  }))

async function loadEngine(database) {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const require = createRequire(import.meta.url)
  const file = join(require.resolve('@prisma/schema-engine-wasm'), '../schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine.new(
    { datamodels: schema.map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database)),
  )
}

async function difference() {
  const database = await PGlite.create('memory://')
  const engine = await loadEngine(database)
  const { exitCode, stdout } = await engine.diff({
    from: {
      tag: 'migrations',
      baseDir: migrations,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: written,
    },
    to: { tag: 'schemaDatamodel', files: schema },
    script: true,
    exitCode: true,
    filters,
  })
  await database.close()
  return exitCode === 0 ? null : withoutHandwork(stdout)
}

/** The schema cannot say everything. A constraint or index that a migration adds by hand is no difference. */
function withoutHandwork(sql) {
  const byHand = new Set(written.flatMap(({ migrationFile }) => namesAddedByHand(migrationFile.content.value)))
  const isHandwork = (block) => {
    const [, name] = block.match(/^-- (?:DropForeignKey|DropIndex)\n.*(?:DROP CONSTRAINT|DROP INDEX) "(\w+)"/) ?? []
    return byHand.has(name)
  }
  const left = sql.split(/(?=^-- )/m).filter((block) => block.trim() !== '' && !isHandwork(block))
  return left.length > 0 ? left.join('') : null
}

/** What Prisma writes stands under a heading of its own. */
function namesAddedByHand(migration) {
  const handwritten = migration.replace(/^-- (CreateIndex|AddForeignKey)\n.*$/gm, '')
  const added = /(?:ADD CONSTRAINT|CREATE (?:UNIQUE )?INDEX(?: IF NOT EXISTS)?)\s+"?(\w+)"?/gi
  return [...handwritten.matchAll(added)].map(([, name]) => name)
}

function check(sql) {
  if (sql) {
    console.error(`prisma/schema and prisma/migrations differ. Missing:\n${sql}`)
    process.exitCode = 1
  } else {
    console.log(`prisma/schema and its ${written.length} migrations agree`)
  }
}

function write(name, sql) {
  if (!sql) return console.log('The migrations already make these tables.')
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrations, `${stamp}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), sql)
  console.log(`wrote ${join(folder, 'migration.sql')}; add the checks, policies and grants of new tables to it by hand`)
}

const [command, name] = process.argv.slice(2)
if (command === 'check') check(await difference())
else if (command === 'new' && /^[a-z0-9_]+$/.test(name ?? '')) write(name, await difference())
else {
  console.error('usage: node prisma/migration.mjs check | new <name_in_small_letters>')
  process.exitCode = 2
}
