import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Courier, Delivery } from '#app/kernel/courier.server.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { type Outbox, startOutbox } from '#server/jobs/outbox.ts'
import { outboxState, takeDue } from '#server/jobs/outbox-store.ts'
import type { LogLine } from '#server/ops/log.ts'
import type { Database } from '#server/store/database.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'

let database: Database
let clock: FakeClock
let lines: LogLine[]
const open: Outbox[] = []

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(() => {
  clock = new FakeClock()
  lines = []
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((outbox) => outbox.close()))
  await database.sql('DELETE FROM outbox_entry')
})

/** A process of its own, with its own couriers. */
function start(...couriers: Courier[]) {
  const keep = (line: LogLine) => void lines.push(line)
  const outbox = startOutbox({
    database,
    couriers: new Map(couriers.map((each) => [each.kind, each])),
    clock,
    log: { debug: keep, info: keep, warn: keep, error: keep, fatal: keep },
    metrics: { jobRuns: { add: () => {} } },
  })
  open.push(outbox)
  outbox.wake()
  return outbox
}

/** Notes what it delivers; `fails` says which attempts fail. */
function mail({ fails = 0, mayRepeat = false }: { fails?: number; mayRepeat?: boolean } = {}) {
  const delivered: string[] = []
  const deliver = async (_payload: unknown, { effectKey, attempt }: Delivery) => {
    if (attempt <= fails) throw Object.assign(new Error('the canary is in the mail'), { code: 'ECONNREFUSED' })
    delivered.push(effectKey)
  }
  return { kind: 'mail', mayRepeat, deliver, delivered }
}

async function leave(effectKey: string, kind = 'mail', payload: object = { to: 'chile' }) {
  const now = new Date(clock.now())
  await database.prisma.outboxEntry.createMany({
    data: [{ id: newId(), kind, payload, effectKey, createdAt: now, dueAt: now }],
    skipDuplicates: true,
  })
}
const rowOf = (effectKey: string) => database.prisma.outboxEntry.findUniqueOrThrow({ where: { effectKey } })
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 5_000, interval: 10 })
const delivered = (effectKey: string) => until(async () => expect((await rowOf(effectKey)).deliveredAt).not.toBeNull())

describe('[REL-24] the outbox', () => {
  test('[REL-24] delivers what an act left, with its payload, and marks it', async () => {
    const deliver = vi.fn<Courier['deliver']>(async () => {})
    await leave('invite:1', 'mail', { to: 'الأمانة', lines: [1, null] })
    start({ kind: 'mail', mayRepeat: false, deliver })
    await delivered('invite:1')
    expect(deliver).toHaveBeenCalledExactlyOnceWith(
      { to: 'الأمانة', lines: [1, null] },
      expect.objectContaining({ effectKey: 'invite:1', attempt: 1 }),
    )
    expect(await outboxState(database)).toEqual({ waiting: 0, givenUp: 0 })
  })

  test('[REL-24] one effect key is one delivery, however often it is written', async () => {
    const courier = mail()
    await leave('invite:1')
    await leave('invite:1')
    start(courier)
    await delivered('invite:1')
    await leave('invite:1')
    await leave('invite:2')
    open[0]?.wake()
    await delivered('invite:2')
    expect(courier.delivered).toEqual(['invite:1', 'invite:2'])
  })

  test('[REL-25] two processes at once deliver each entry once', async () => {
    const courier = mail()
    const keys = Array.from({ length: 40 }, (_, index) => `digest:${index}`)
    for (const key of keys) await leave(key)
    start(courier)
    start(courier)
    await until(async () => expect(await outboxState(database)).toEqual({ waiting: 0, givenUp: 0 }))
    expect(courier.delivered.sort()).toEqual([...keys].sort())
  })

  test('[REL-24] a delivery that fails is tried again later and later, and once it succeeds it is over', async () => {
    const courier = mail({ fails: 2 })
    await leave('invite:1')
    start(courier)
    await until(async () => expect((await rowOf('invite:1')).lastError).toBe('ECONNREFUSED'))
    expect((await rowOf('invite:1')).dueAt.getTime() - clock.now()).toBe(5_000)
    clock.advance(5_000)
    open[0]?.wake()
    await until(async () => expect(await rowOf('invite:1')).toMatchObject({ attempts: 2, lastError: 'ECONNREFUSED' }))
    expect((await rowOf('invite:1')).dueAt.getTime() - clock.now()).toBe(20_000)
    clock.advance(19_999)
    await open[0]?.close()
    await start(courier).close()
    expect(courier.delivered).toEqual([])
    clock.advance(1)
    start(courier)
    await delivered('invite:1')
    expect(courier.delivered).toEqual(['invite:1'])
  })

  test('[SEC-106] nothing of a failure’s words is kept or logged', async () => {
    await leave('invite:1')
    start({ ...mail(), deliver: () => Promise.reject(new RangeError('canary')) })
    await until(async () => expect((await rowOf('invite:1')).lastError).toBe('RangeError'))
  })

  test('[REL-25] what a process was delivering when it died is not delivered again', async () => {
    await leave('invite:1')
    await takeDue(database, { kinds: ['mail'], now: new Date(clock.now()), most: 1, forMs: 1_000 })
    clock.advance(2_000)
    const courier = mail()
    start(courier)
    await until(async () => expect(await outboxState(database)).toEqual({ waiting: 0, givenUp: 1 }))
    expect(courier.delivered).toEqual([])
    expect(lines).toContainEqual({ event: 'delivery-given-up', name: 'mail', reason: 'interrupted' })
  })

  test('[REL-25] it is, where the far side takes one effect key once', async () => {
    await leave('notice:1')
    await takeDue(database, { kinds: ['mail'], now: new Date(clock.now()), most: 1, forMs: 1_000 })
    clock.advance(2_000)
    const courier = mail({ mayRepeat: true })
    start(courier)
    await delivered('notice:1')
    expect(courier.delivered).toEqual(['notice:1'])
  })

  test('[REL-25] a delivery that does not end is not waited for, and not repeated', async () => {
    await leave('invite:1')
    const begun = vi.fn()
    start({ kind: 'mail', mayRepeat: false, deliver: () => new Promise(begun) })
    await until(() => expect(begun).toHaveBeenCalledOnce())
    clock.advance(60_000)
    await until(async () => expect(await outboxState(database)).toEqual({ waiting: 0, givenUp: 1 }))
  })

  test('a kind that this process does not know is left for one that does', async () => {
    await leave('fax:1', 'fax')
    await leave('invite:1')
    start(mail())
    await delivered('invite:1')
    expect(await rowOf('fax:1')).toMatchObject({ attempts: 0, deliveredAt: null })
  })

  test('a delivery may write at home, as the engine', async () => {
    await leave('notice:1')
    start({
      kind: 'mail',
      mayRepeat: true,
      deliver: (_payload, { transaction }) =>
        transaction(async (tx) => {
          await tx.actOnce.create({
            data: { actorKey: 'courier', key: 'notice:1', act: 'notice', output: {}, at: new Date() },
          })
        }),
    })
    await delivered('notice:1')
    expect(await database.prisma.actOnce.count({ where: { key: 'notice:1' } })).toBe(1)
  })

  test('one bad entry holds up none of the others', async () => {
    const courier = mail()
    const deliver: Courier['deliver'] = async (payload, delivery) => {
      if (delivery.effectKey === 'invite:0') throw new TypeError('a bug')
      await courier.deliver(payload, delivery)
    }
    for (const index of [0, 1, 2]) await leave(`invite:${index}`)
    start({ ...courier, deliver })
    await delivered('invite:1')
    await delivered('invite:2')
    expect(courier.delivered.sort()).toEqual(['invite:1', 'invite:2'])
  })
})
