import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#server/store/database.ts'
import { inTransaction, type TransactionContext } from '#server/store/transaction.ts'
import { openTestDatabase } from '#tests/support/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const norway: TransactionContext = {
  side: 'state',
  conferenceId: 'conference-1',
  delegationId: 'norway',
  personId: 'ingrid',
  accreditationId: 'accreditation-1',
}
const anAuditLine = (place: number) => ({
  scope: 'delegation:norway',
  place,
  at: new Date('2026-11-22T09:00:00Z'),
  act: 'agenda.openItem',
  detail: {},
  previous: '',
  hash: 'h',
})
const names = ['role', 'engine', 'side', 'conference', 'delegation', 'person', 'accreditation']
type Settings = Record<(typeof names)[number], string>
const settingsQuery = `SELECT current_user AS role, ${names
  .slice(1)
  .map((name) => `coalesce(current_setting('plenary.${name}', true), '') AS ${name}`)
  .join(', ')}`

describe('inTransaction', () => {
  test('[SEC-113] tells the database whom it serves, in the role that row-level security binds', async () => {
    const [settings] = await inTransaction(database, norway, (tx) => tx.$queryRawUnsafe<Settings[]>(settingsQuery))
    expect(settings).toEqual({
      role: 'plenary_app',
      engine: '',
      side: 'state',
      conference: 'conference-1',
      delegation: 'norway',
      person: 'ingrid',
      accreditation: 'accreditation-1',
    })
  })

  test('names the engine, and nobody, when it serves nobody', async () => {
    const [settings] = await inTransaction(database, 'engine', (tx) => tx.$queryRawUnsafe<Settings[]>(settingsQuery))
    expect(settings).toMatchObject({ role: 'plenary_app', engine: 'on', delegation: '', person: '' })
  })

  test('leaves nothing behind on the connection, whether it commits or fails', async () => {
    await inTransaction(database, norway, async () => {})
    await expect(
      inTransaction(database, norway, async () => {
        throw new Error('a rule refused')
      }),
    ).rejects.toThrow('a rule refused')
    for (let connection = 0; connection < 12; connection++) {
      const [settings] = await database.prisma.$queryRawUnsafe<Settings[]>(settingsQuery)
      expect(settings).toMatchObject({ engine: '', side: '', delegation: '', person: '' })
      expect(settings?.role).not.toBe('plenary_app')
    }
  })

  test('a read-only transaction cannot write', async () => {
    const write = inTransaction(database, norway, (tx) => tx.auditLine.create({ data: anAuditLine(90) }), {
      readOnly: true,
    })
    await expect(write).rejects.toThrow(/read-only transaction/)
  })

  test('undoes everything when the work fails', async () => {
    const failed = inTransaction(database, norway, async (tx) => {
      await tx.auditLine.create({ data: anAuditLine(91) })
      throw new Error('too late')
    })
    await expect(failed).rejects.toThrow('too late')
    expect(await database.prisma.auditLine.count({ where: { place: 91 } })).toBe(0)
  })

  test.each(['40001', '40P01'])('runs the work again when PostgreSQL reports %s', async (code) => {
    let runs = 0
    const answer = await inTransaction(database, norway, async (tx) => {
      runs += 1
      if (runs < 3) await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '${code}'; END $$`)
      return 'done'
    })
    expect([answer, runs]).toEqual(['done', 3])
  })

  test('gives up after three repetitions', async () => {
    let runs = 0
    const stuck = inTransaction(database, norway, async (tx) => {
      runs += 1
      await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`)
    })
    await expect(stuck).rejects.toThrow()
    expect(runs).toBe(4)
  })

  test('does not repeat work that failed for another reason', async () => {
    let runs = 0
    const failed = inTransaction(database, norway, async (tx) => {
      runs += 1
      await tx.$executeRawUnsafe('SELECT 1 / 0')
    })
    await expect(failed).rejects.toThrow(/division by zero/)
    expect(runs).toBe(1)
  })
})

describe('the role plenary_app', () => {
  const asNorway = (statement: string) => inTransaction(database, norway, (tx) => tx.$executeRawUnsafe(statement))

  test('[SEC-105] appends to the audit trail and can change nothing in it', async () => {
    await inTransaction(database, norway, (tx) => tx.auditLine.create({ data: anAuditLine(1) }))
    await expect(asNorway("UPDATE audit_line SET act = 'x'")).rejects.toThrow(/permission denied/)
    await expect(asNorway('DELETE FROM audit_line')).rejects.toThrow(/permission denied/)
    await expect(asNorway('TRUNCATE audit_line')).rejects.toThrow(/permission denied/)
  })

  test('[SEC-105] not even the owner of the tables changes the audit trail', async () => {
    await inTransaction(database, norway, (tx) => tx.auditLine.create({ data: anAuditLine(2) }))
    for (const statement of ["UPDATE audit_line SET act = 'x'", 'DELETE FROM audit_line', 'TRUNCATE audit_line']) {
      await expect(database.prisma.$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
    }
    expect(await database.prisma.auditLine.count({ where: { act: 'x' } })).toBe(0)
  })

  test('[SEC-113] creates no tables and cannot see how the tables came to be', async () => {
    await expect(asNorway('CREATE TABLE mine (id text)')).rejects.toThrow(/permission denied/)
    await expect(asNorway('SELECT * FROM _prisma_migrations')).rejects.toThrow(/permission denied/)
  })

  test('cannot leave its role for one that row-level security does not bind', async () => {
    const [role] = await database.prisma.$queryRaw<{ super: boolean; bypass: boolean; login: boolean }[]>`
      SELECT rolsuper AS super, rolbypassrls AS bypass, rolcanlogin AS login FROM pg_roles WHERE rolname = 'plenary_app'`
    expect(role).toEqual({ super: false, bypass: false, login: false })
  })
})

describe('sql', () => {
  test('commits each statement by itself and returns its rows', async () => {
    const id = randomUUID()
    const rows = await database.sql<{ kind: string; payload: unknown }>(
      `INSERT INTO outbox_entry (id, kind, payload, effect_key, created_at, due_at)
       VALUES ($1, 'mail', $2, $1, now(), now()) RETURNING kind, payload`,
      [id, JSON.stringify({ to: 'ingrid' })],
    )
    expect(rows).toEqual([{ kind: 'mail', payload: { to: 'ingrid' } }])
    expect(await database.prisma.outboxEntry.count({ where: { id } })).toBe(1)
  })

  test('bytes come back as they were', async () => {
    const [row] = await database.sql<{ bytes: Buffer }>('SELECT $1::bytea AS bytes', [Buffer.from([0, 255, 10, 92])])
    expect([...(row?.bytes ?? [])]).toEqual([0, 255, 10, 92])
  })

  test('an outbox entry is refused that is due before it exists', async () => {
    const insert = database.sql(
      `INSERT INTO outbox_entry (id, kind, payload, effect_key, created_at, due_at)
       VALUES ('x', 'mail', '{}', 'x', now(), now() - interval '1 minute')`,
    )
    await expect(insert).rejects.toThrow(/is_due_after_it_exists/)
  })
})
