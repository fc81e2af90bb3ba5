import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type StormOptions, storm } from '#tests/rel/storm.ts'

// The short form; `npm run rel` is the long one.
const template = inject('template')
const name = `plenary_test_storm_${randomBytes(6).toString('hex')}`
let start: Pick<StormOptions, 'databaseUrl' | 'template'> = {}

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

beforeAll(async () => {
  if (template.kind === 'embedded') {
    start = { template: template.file }
    return
  }
  await onServer(template.url, `CREATE DATABASE ${name} TEMPLATE ${template.name}`)
  const target = new URL(template.url)
  target.pathname = `/${name}`
  start = { databaseUrl: target.href }
})
afterAll(async () => {
  if (template.kind === 'postgres') await onServer(template.url, `DROP DATABASE ${name} WITH (FORCE)`)
})

test('[REL-01] the server is killed while people write: every acknowledged edit is there, once, and all copies are one', async () => {
  const report = await storm({
    people: 12,
    documents: 2,
    perSecond: 6,
    kills: 1,
    secondsEach: 1.5,
    port: 4_660 + Math.floor(Math.random() * 300),
    seed: 20_261_122,
    ...start,
  })
  expect(report.faults).toEqual([])
  expect(report.differing).toBe(0)
  expect(report.acknowledgedBeforeKills).toBeGreaterThan(20)
  expect(report.firstAckMs).toHaveLength(1)
}, 120_000)
