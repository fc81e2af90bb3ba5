import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createCookies } from '#app/features/identity/cookies.server.ts'
import { createLogins } from '#app/features/identity/logins.server.ts'
import { PrismaClient } from '#prisma/client.ts'
import { createRequestContext } from '#server/request-context.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { type Served, serve } from '#tests/support/served.ts'

const prisma = new PrismaClient({
  adapter: new PrismaPg({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' }),
})
const cookies = createCookies({ isSecure: false })
let served: Served
beforeAll(async () => {
  const transact = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction({ prisma }, 'engine', work)
  const logins = createLogins({ transact, cookies, now: () => new Date() })
  const runtime = {
    caller: () => {
      throw new Error('nobody is known, so nobody is served')
    },
  }
  served = await serve({ loadContext: createRequestContext({ runtime, logins, cookies }) })
})
afterAll(async () => {
  await served.close()
  await prisma.$disconnect()
})
const cookie = `session=${'a'.repeat(43)}`

test('[REL-03] while the database is away a page is a sentence and a time to come back, never a fault', async () => {
  for (const [language, words] of [
    ['en', 'Plenary is not available for a moment.'],
    ['fr', 'Plenary est momentanément indisponible.'],
    ['ar', 'dir="rtl"'],
  ] as const) {
    const page = await served.get('/today', { Cookie: cookie, 'Accept-Language': language })
    expect([page.status, page.headers['retry-after']]).toEqual([503, '5'])
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toContain(words)
    expect(page.body).not.toMatch(/ECONNREFUSED|127\.0\.0\.1:1|at \w+ \(|prisma/i)
  }
})

test('[REL-03] a form that is sent meanwhile is told the same, in the form its page reads', async () => {
  const answer = await served.post('/agenda.data', { Cookie: cookie })
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5'])
  expect(answer.body).toContain('unavailable')
})

test('[REL-03] the operator finds the cause in the log', () => {
  expect(JSON.stringify(served.lines.map((line) => ({ ...line, error: String(line.error) })))).toContain(
    'request-failed',
  )
  const cause = served.lines.flatMap(({ error }) => (error instanceof Error ? [error.cause] : []))
  expect(cause.length).toBeGreaterThan(0)
  expect(String(cause[0])).toMatch(/ECONNREFUSED|reach/i)
})

test('[REL-03] a connection that the server ends in the middle of an act is the same refusal, and the next act goes', async (context) => {
  const template = inject('template')
  if (template.kind !== 'postgres') return context.skip()
  const database = await openTestDatabase()
  const superuser = new pg.Client({ connectionString: template.url })
  await superuser.connect()
  const cut = inTransaction(database, 'engine', async (tx) => {
    const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
    await superuser.query('SELECT pg_terminate_backend($1)', [row?.pid])
    return tx.person.count()
  })
  await expect(cut).rejects.toMatchObject({ kind: 'unavailable' })
  expect(await inTransaction(database, 'engine', (tx) => tx.person.count())).toBe(0)
  await superuser.end()
  await database.close()
})
