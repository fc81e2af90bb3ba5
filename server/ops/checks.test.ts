import { describe, expect, test } from 'vitest'
import { busCheck, databaseCheck, drainingCheck, journalCheck, loopLagCheck, migrationsCheck } from './checks.ts'
import { runChecks } from './health.ts'

describe('readiness, in words', () => {
  test('a database that answers is fine, one that fails or hangs is not', async () => {
    expect((await databaseCheck(async () => {}).run()).isFine).toBe(true)
    expect(await databaseCheck(() => Promise.reject(new Error('x'))).run()).toEqual({
      isFine: false,
      says: 'The database refused or failed.',
    })
    const hanging = databaseCheck(() => new Promise(() => {}), 5)
    expect(await hanging.run()).toEqual({ isFine: false, says: 'The database did not answer within 5 ms.' })
  })

  test('[REL-14] a database that a newer version has moved on is fine, one that lacks a migration is not', async () => {
    expect((await migrationsCheck(async () => ['1', '2', '3'], ['1', '2']).run()).isFine).toBe(true)
    expect(await migrationsCheck(async () => ['1'], ['1', '2']).run()).toEqual({
      isFine: false,
      says: 'Not applied yet: 2.',
    })
    expect((await migrationsCheck(() => Promise.reject(new Error('x')), []).run()).isFine).toBe(false)
  })

  test('[REL-04] a journal is full before it is over-full', async () => {
    const at = (rows: number) => journalCheck(() => ({ rows, mostRows: 100 })).run()
    expect([(await at(79)).isFine, (await at(80)).isFine]).toEqual([true, false])
  })

  test('[REL-13] a process that is ending takes nobody new', async () => {
    expect((await drainingCheck(() => true).run()).isFine).toBe(false)
  })

  test('[REL-06] a lost Redis is said, and stops nobody', async () => {
    expect(await busCheck(() => true).run()).toMatchObject({
      isFine: true,
      says: expect.stringContaining('Redis is away'),
    })
  })

  test('the event loop is measured', async () => {
    const check = loopLagCheck(10_000)
    expect((await check.run()).isFine).toBe(true)
    check.close()
  })

  test('one bad check makes the whole not ready', async () => {
    const report = await runChecks([drainingCheck(() => false), drainingCheck(() => true)])
    expect(report.isReady).toBe(false)
    expect(report.checks.map(({ isFine }) => isFine)).toEqual([true, false])
  })
})
