import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '#server/store/client.ts'
import type { Database } from '#server/store/database.ts'

/** A database as it was left, from which others start: a dump, or a database on the server. */
export type Kept = { readonly kind: 'embedded'; readonly file: string } | { readonly kind: 'postgres'; name: string }

export interface TestDatabase extends Database {
  /** Closes it and leaves what is in it for others to start from, until the tests end. */
  keep(): Promise<Kept>
}

/**
 * A migrated database of this test file's own, empty or as another was left: in memory, or on the server in
 * DATABASE_URL. `close()` removes it.
 */
export async function openTestDatabase(from?: Kept): Promise<TestDatabase> {
  const template = inject('template')
  const { migrations } = template
  if (template.kind === 'embedded') {
    const database = await openDatabase({
      dataDir: null,
      migrations,
      template: from?.kind === 'embedded' ? from.file : template.file,
    })
    return { ...database, keep: () => keepDump(database) }
  }
  const name = `plenary_test_${randomBytes(8).toString('hex')}`
  const url = new URL(template.url)
  url.pathname = `/${name}`
  await onServer(
    template.url,
    `CREATE DATABASE ${name} TEMPLATE ${from?.kind === 'postgres' ? from.name : template.name}`,
  )
  const database = await openDatabase({ url: url.href, dataDir: null, migrations })
  return {
    ...database,
    async keep() {
      await database.close()
      // The setup removes whatever is called after its template.
      const kept = `${template.name}_kept_${randomBytes(4).toString('hex')}`
      await onServer(template.url, `ALTER DATABASE ${name} RENAME TO ${kept}`)
      return { kind: 'postgres', name: kept }
    },
    async close() {
      await database.close()
      await onServer(template.url, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

async function keepDump(database: Database): Promise<Kept> {
  const file = join(tmpdir(), `plenary-kept-${randomBytes(8).toString('hex')}.tar`)
  process.once('exit', () => rmSync(file, { force: true }))
  await database.dump?.(file)
  await database.close()
  return { kind: 'embedded', file }
}

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
