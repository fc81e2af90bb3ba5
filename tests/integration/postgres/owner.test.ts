import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { openDatabase } from '#server/store/client.ts'
import { inTransaction } from '#server/store/transaction.ts'

const owner = `plenary_owner_${randomBytes(6).toString('hex')}`
const template = inject('template')
const serverUrl = template.kind === 'postgres' ? template.url : ''
const ownersUrl = new URL(serverUrl)
ownersUrl.pathname = `/${owner}`
ownersUrl.username = owner
ownersUrl.password = 'only-for-this-test'
const superuser = new pg.Client({ connectionString: serverUrl })
const open = () => openDatabase({ url: ownersUrl.href, dataDir: null, migrations: template.migrations })

beforeAll(async () => {
  await superuser.connect()
  await superuser.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'only-for-this-test'`)
  await superuser.query(`CREATE DATABASE ${owner} OWNER ${owner}`)
})
afterAll(async () => {
  await superuser.query(`DROP DATABASE ${owner} WITH (FORCE)`)
  await superuser.query(`REVOKE SET ON PARAMETER plenary.engine FROM ${owner}`)
  await superuser.query(`DROP ROLE ${owner}`)
  await superuser.end()
})

test('an owner who is no superuser is told what to have granted, and is then bound by row-level security too', async () => {
  await expect(open()).rejects.toThrow(
    `GRANT plenary_app TO ${owner}; GRANT SET ON PARAMETER plenary.engine TO ${owner};`,
  )
  await superuser.query(`GRANT plenary_app TO ${owner}`)
  await superuser.query(`GRANT SET ON PARAMETER plenary.engine TO ${owner}`)

  const database = await open()
  onTestFinished(() => database.close())
  const context = { side: 'state', conferenceId: 'c', delegationId: 'norway', personId: 'p', accreditationId: 'a' }
  await inTransaction(database, context, (tx) =>
    tx.auditLine.create({
      data: { scope: 'delegation:norway', place: 1, at: new Date(), act: 'x', detail: {}, previous: '', hash: 'h' },
    }),
  )
  expect(await database.prisma.auditLine.count()).toBe(0)
  expect(await inTransaction(database, { ...context, delegationId: 'chile' }, (tx) => tx.auditLine.count())).toBe(0)
  expect(await inTransaction(database, context, (tx) => tx.auditLine.count())).toBe(1)
  expect(await inTransaction(database, 'engine', (tx) => tx.auditLine.count())).toBe(1)
  expect(await database.sql('SELECT current_user AS role FROM audit_line')).toEqual([{ role: 'plenary_app' }])
})

test('an address where no server answers is named, without its password', async () => {
  const refused = openDatabase({ url: 'postgres://someone:hidden@127.0.0.1:9/nothing', dataDir: null })
  await expect(refused).rejects.toThrow('No PostgreSQL server answers at 127.0.0.1:9 (ECONNREFUSED).')
  await expect(refused).rejects.toThrow(/^((?!hidden).)*$/s)
})
