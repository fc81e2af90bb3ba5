import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import { mutation, query } from '#app/kernel/contract.ts'
import { must } from '#app/kernel/must.ts'
import { allowed, denied } from '#app/kernel/policy.ts'
import { actingIn, answer, handle } from '#app/kernel/work.server.ts'
import { auditHash } from '#server/audit.ts'
import { createRegistry } from '#server/registry.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const tally = query('test.tally', {
  input: z.strictObject({}),
  output: z.object({ last: z.number() }),
  audience: 'conference',
})
const count = mutation('test.count', {
  input: z.strictObject({ by: z.number().int() }),
  output: z.object({ last: z.number() }),
})
const forgetful = mutation('test.forgetful', { input: z.strictObject({}), output: z.object({}) })
const guarded = mutation('test.guarded', { input: z.strictObject({}), output: z.object({}), reauthenticate: true })
const wordy = query('test.wordy', {
  input: z.strictObject({}),
  output: z.object({ shown: z.string() }),
  audience: 'conference',
})
const forbidden = mutation('test.forbidden', { input: z.strictObject({}), output: z.object({}) })

const series = 'TEST'
const registry = createRegistry([
  {
    mutations: [
      handle(count, async ({ tx, actor, allow, changed, after, record }, { by }) => {
        allow(allowed)
        const { conferenceId } = actingIn(actor)
        const key = { conferenceId_series: { conferenceId, series } }
        const row = await tx.symbolSeries.upsert({
          where: key,
          create: { conferenceId, series, last: by },
          update: { last: { increment: by } },
        })
        changed(tally, {})
        after('test-notice', { last: row.last }, `test:${row.last}`)
        record({ last: row.last })
        return { last: row.last }
      }),
      handle(forgetful, async ({ tx, actor }) => {
        const { conferenceId } = actingIn(actor)
        await tx.symbolSeries.create({ data: { conferenceId, series: 'FORGOTTEN', last: 1 } })
        return {}
      }),
      handle(guarded, async ({ allow }) => {
        allow(allowed)
        return {}
      }),
      handle(forbidden, async ({ allow }) => {
        allow(denied('test/no', 'Not you.'))
        return {}
      }),
    ],
    queries: [
      answer(tally, async ({ tx, actor }) => {
        const { conferenceId } = actingIn(actor)
        const row = await tx.symbolSeries.findUnique({ where: { conferenceId_series: { conferenceId, series } } })
        return { last: row?.last ?? 0 }
      }),
      answer(wordy, async () => ({ shown: 'yes', secret: 'no' })),
    ],
  },
])

let world: World
beforeAll(async () => {
  world = await aWorld({ registry })
})
afterAll(() => world.close())
beforeEach(() => {
  world.changes.length = 0
})

test('a change is told after its commit, with the name of the query and never its content', async () => {
  const head = await world.as('IKD.head')
  await head.mutate(count, { by: 1 })
  expect(world.changes).toEqual([{ query: 'test.tally', input: {}, conferenceId: world.conferenceId, only: null }])
})

test('[SEC-001] a mutation that never asked for permission saves nothing', async () => {
  const head = await world.as('IKD.head')
  await expect(head.mutate(forgetful, {})).rejects.toThrow('never called allow')
  expect(await world.database.prisma.symbolSeries.count({ where: { series: 'FORGOTTEN' } })).toBe(0)
})

test('[SEC-018] twenty presses of one confirmation act once and give one answer', async () => {
  const head = await world.as('ESM.head')
  const before = (await head.ask(tally, {})).last
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => head.mutate(count, { by: 1 }, { once: 'pressed-twenty-times1' })),
  )
  expect(new Set(answers.map(({ last }) => last))).toEqual(new Set([before + 1]))
  expect((await head.ask(tally, {})).last).toBe(before + 1)
})

test('[SEC-039] a guarded act wants a password that was given in the last ten minutes', async () => {
  const head = await world.as('MQS.head')
  await head.mutate(guarded, {})
  world.clock.pass(11 * 60_000)
  await expect(head.mutate(guarded, {})).rejects.toThrow(refusal('reauthenticate'))
})

test('[SEC-011] fields the contract does not name are refused', async () => {
  const head = await world.as('IKD.head')
  const forged = { by: 1, delegationId: world.delegation('ESM') }
  await expect(head.mutate(count, forged)).rejects.toThrow(refusal('invalid'))
})

test('[SEC-010] what a query’s contract does not name does not leave', async () => {
  const head = await world.as('IKD.head')
  expect(await head.ask(wordy, {})).toEqual({ shown: 'yes' })
})

test('[SEC-117] an accreditation that ended a moment ago acts no more, whatever the page still believes', async () => {
  const drafter = await world.as('MQS.drafter')
  await world.database.prisma.accreditation.update({
    where: { id: world.accreditation('MQS.drafter') },
    data: { step: 'ENDED' },
  })
  await expect(drafter.mutate(count, { by: 1 })).rejects.toThrow(refusal('acting-changed'))
})

test('[EC-1] a page made for one capacity does not act in another', async () => {
  const head = await world.as('IKD.head')
  const other = world.accreditation('ESM.head')
  await expect(head.mutate(count, { by: 1 }, { acting: other })).rejects.toThrow(refusal('acting-changed'))
})

test('who is not signed in is asked to sign in', async () => {
  await expect(world.anonymous.mutate(count, { by: 1 })).rejects.toThrow(refusal('signed-out'))
  await expect(world.anonymous.ask(tally, {})).rejects.toThrow(refusal('signed-out'))
})

test('[SEC-103][SEC-104] each act adds one line to an unbroken chain, a refused one adds none', async () => {
  const chair = await world.as('chair')
  const scope = `conference:${world.conferenceId}`
  const lines = () =>
    inTransaction(world.database, 'engine', (tx) =>
      tx.auditLine.findMany({ where: { scope }, orderBy: { place: 'asc' } }),
    )
  const before = (await lines()).length
  await Promise.all([chair.mutate(count, { by: 1 }), chair.mutate(count, { by: 1 }), chair.mutate(count, { by: 1 })])
  await expect(chair.mutate(forbidden, {})).rejects.toThrow(refusal('test/no'))
  const chain = await lines()
  expect(chain.length).toBe(before + 3)
  chain.forEach(({ hash, ...line }, index) => {
    expect(line.place).toBe(index + 1)
    expect(line.previous).toBe(index === 0 ? '0'.repeat(64) : must(chain[index - 1]).hash)
    expect(hash).toBe(auditHash(line))
  })
  expect(canonicalJson(chain.at(-1)?.detail ?? {})).toContain('"last"')
})

test('what leaves the process is written with the change and once per effect', async () => {
  const rows = await world.database.prisma.outboxEntry.findMany({ where: { kind: 'test-notice' } })
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map(({ effectKey }) => effectKey)).size).toBe(rows.length)
})
