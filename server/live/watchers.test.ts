import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Acting, Actor, Person } from '#app/kernel/actor.ts'
import { query } from '#app/kernel/contract.ts'
import { missing } from '#app/kernel/errors.ts'
import { answer } from '#app/kernel/work.server.ts'
import type { Patched, Watching } from '#app/live/messages.ts'
import { type Patch, patched } from '#app/live/patch.ts'
import { trusted } from '#app/live/trusted.ts'
import { createRegistry } from '#server/registry.ts'
import type { Change } from '#server/work.ts'
import { anActing } from '#tests/support/acting.ts'
import { createWatchers } from './watchers.ts'

const board = query('test.board', {
  input: z.strictObject({ item: z.string().optional() }),
  output: z.json(),
  audience: 'side',
})
const own = query('test.own', { input: z.strictObject({}), output: z.json(), audience: 'delegation' })
const registry = createRegistry([{ queries: [answer(board, async () => null), answer(own, async () => null)] }])

const person = (acting: Acting): Person => ({
  kind: 'person',
  personId: acting.accreditationId,
  loginId: 'l',
  name: 'N',
  locale: 'en',
  isOrganiser: false,
  reauthenticatedAt: null,
  acting,
})

/** Answers by hand: what each query says now, and how often it was asked. */
function aRuntime() {
  const answers = new Map<string, unknown>()
  const asked: string[] = []
  const ask = vi.fn(async (actor: Actor, name: string) => {
    asked.push(name)
    const delegation = actor.kind === 'person' ? actor.acting?.delegationId : null
    const said = answers.get(`${name}:${delegation}`) ?? answers.get(name)
    if (said === missing) throw missing()
    return said
  })
  return { registry, ask, answers, asked }
}

function aClient(actor: Actor) {
  const results: Watching[] = []
  const patches: Patched[] = []
  const gone: number[] = []
  return {
    actor: () => actor,
    result: (message: Watching) => results.push(message),
    patch: (message: Patched) => patches.push(message),
    patches,
    gone: (id: number) => gone.push(id),
    results,
    ended: gone,
  }
}

const change = (name: string, more: Partial<Change> = {}): Change => ({
  query: name,
  input: {},
  conferenceId: 'conference',
  only: null,
  ...more,
})

let runtime: ReturnType<typeof aRuntime>
let watchers: ReturnType<typeof createWatchers>
const norway = () => person(anActing('HEAD', { delegationId: 'norway' }))
const chile = () => person(anActing('HEAD', { delegationId: 'chile' }))

beforeEach(() => {
  vi.useFakeTimers()
  runtime = aRuntime()
  runtime.answers.set('test.board', 'first')
  watchers = createWatchers({ runtime, onTrouble: (error) => expect.unreachable(String(error)) })
})
afterEach(() => {
  vi.useRealTimers()
})
const settle = () => vi.advanceTimersByTimeAsync(200)

test('a thousand watchers of one audience cost one question', async () => {
  const clients = Array.from({ length: 1_000 }, () => aClient(norway()))
  await Promise.all(clients.map((client, id) => watchers.watch(client, id, 'test.board', {})))
  runtime.asked.length = 0
  runtime.answers.set('test.board', 'second')
  watchers.onChanged([change('test.board'), change('test.board')])
  watchers.onChanged([change('test.board')])
  await settle()
  expect(runtime.asked).toEqual(['test.board'])
  for (const client of clients) expect(client.results).toEqual([{ watch: expect.any(Number), output: 'second' }])
})

test('[SEC-013] whose answer is the same hears nothing, not even that something happened', async () => {
  const client = aClient(norway())
  await watchers.watch(client, 1, 'test.board', {})
  watchers.onChanged([change('test.board')])
  await settle()
  expect(client.results).toEqual([])
})

test('[SEC-013] a change for one delegation is not even asked for another', async () => {
  runtime.answers.set('test.own:norway', 'a')
  runtime.answers.set('test.own:chile', 'b')
  const [ours, theirs] = [aClient(norway()), aClient(chile())]
  await watchers.watch(ours, 1, 'test.own', {})
  await watchers.watch(theirs, 1, 'test.own', {})
  runtime.asked.length = 0
  runtime.answers.set('test.own:norway', 'c')
  watchers.onChanged([change('test.own', { only: { delegationId: 'norway' } })])
  await settle()
  expect(runtime.asked).toEqual(['test.own'])
  expect(ours.results).toEqual([{ watch: 1, output: 'c' }])
  expect(theirs.results).toEqual([])
})

test('a change of another item or another conference concerns nobody here', async () => {
  const client = aClient(norway())
  await watchers.watch(client, 1, 'test.board', { item: 'a' })
  runtime.asked.length = 0
  watchers.onChanged([change('test.board', { input: { item: 'b' } }), change('test.board', { conferenceId: 'other' })])
  await settle()
  expect(runtime.asked).toEqual([])
})

test('a watch whose first answer was under way while something changed is asked again', async () => {
  const first = aClient(norway())
  await watchers.watch(first, 1, 'test.board', {})
  let letGo = (_: unknown) => {}
  runtime.ask.mockImplementationOnce(() => new Promise((resolve) => (letGo = resolve)))
  const late = aClient(norway())
  const watching = watchers.watch(late, 1, 'test.board', {})
  runtime.answers.set('test.board', 'second')
  watchers.onChanged([change('test.board')])
  await settle()
  letGo('first')
  await watching
  await settle()
  expect(late.results).toEqual([{ watch: 1, output: 'second' }])
})

test('[SEC-044] a watch ends when its answer is no longer this person’s to see', async () => {
  const client = aClient(norway())
  await watchers.watch(client, 7, 'test.board', {})
  runtime.answers.set('test.board', missing)
  watchers.onChanged([change('test.board')])
  await settle()
  expect(client.ended).toEqual([7])
  expect(watchers.counts().groups).toBe(0)
})

test('watching what one may not ask is refused and leaves nothing behind', async () => {
  runtime.answers.set('test.board', missing)
  await expect(watchers.watch(aClient(norway()), 1, 'test.board', {})).rejects.toThrow()
  await expect(watchers.watch(aClient({ kind: 'anonymous', locale: 'en' }), 1, 'test.board', {})).rejects.toThrow()
  await expect(watchers.watch(aClient(norway()), 1, 'test.unknown', {})).rejects.toThrow()
  expect(watchers.counts().groups).toBe(0)
})

test('a thousand watches opened and closed leave nothing behind', async () => {
  for (let round = 0; round < 1_000; round++) {
    watchers.unwatch(await watchers.watch(aClient(norway()), round, 'test.board', { item: `item ${round}` }))
  }
  expect(watchers.counts().groups).toBe(0)
})

const large = (changed: string) => ({
  rows: Array.from({ length: 300 }, (_, id) => ({ id, is: id === 7 ? changed : 'same' })),
})

test('[LE-27] who has the last answer gets what is different, and who has another one all of it', async () => {
  runtime.answers.set('test.board', large('one'))
  const [early, late] = [aClient(norway()), aClient(norway())]
  await watchers.watch(early, 1, 'test.board', {})
  runtime.answers.set('test.board', large('two'))
  // It changed, and the change is not told yet: this one begins with the newer answer.
  await watchers.watch(late, 2, 'test.board', {})
  runtime.answers.set('test.board', large('three'))
  watchers.onChanged([change('test.board')])
  await settle()
  expect(early.results).toEqual([])
  const [patch] = early.patches
  expect(JSON.stringify(patch?.patch).length).toBeLessThan(200)
  expect(patched(large('one'), trusted<Patch>(patch?.patch))).toEqual(large('three'))
  expect(late.results).toEqual([{ watch: 2, output: large('three') }])
  runtime.answers.set('test.board', large('four'))
  watchers.onChanged([change('test.board')])
  await settle()
  expect(patched(large('three'), trusted<Patch>(early.patches[1]?.patch))).toEqual(large('four'))
  expect(patched(large('three'), trusted<Patch>(late.patches[0]?.patch))).toEqual(large('four'))
})
