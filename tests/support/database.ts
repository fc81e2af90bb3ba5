import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '#server/store/client.ts'
import type { Database } from '#server/store/database.ts'

/**
 * A fresh, migrated, empty database of this test file's own: in memory, or on the server in DATABASE_URL. `close()`
 * removes it.
 */
export async function openTestDatabase(): Promise<Database> {
  const template = inject('template')
  const { migrations } = template
  if (template.kind === 'embedded') return openDatabase({ dataDir: null, migrations, template: template.file })
  const name = `plenary_test_${randomBytes(8).toString('hex')}`
  const url = new URL(template.url)
  url.pathname = `/${name}`
  await onServer(template.url, `CREATE DATABASE ${name} TEMPLATE ${template.name}`)
  const database = await openDatabase({ url: url.href, dataDir: null, migrations })
  return {
    ...database,
    async close() {
      await database.close()
      await onServer(template.url, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
