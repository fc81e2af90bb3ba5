import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { aDesk, aPage, type Desk, device, type Page, stored } from '#tests/support/live-page.ts'

const who = fc.nat(2)
const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('type' as const),
      who,
      at: fc.nat(60),
      words: fc.string({ minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('erase' as const), who, at: fc.nat(60), length: fc.nat(5) }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('time' as const), ms: fc.constantFrom(10, 50, 300, 3_000) }) },
  { weight: 8, arbitrary: fc.record({ act: fc.constant('deliver' as const), who, up: fc.nat(3), down: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('drop' as const), who }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('connect' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('crash' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('behind' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reload' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('refuse' as const),
      code: fc.constantFrom('busy' as const, 'not-saved' as const, 'gap' as const),
    }),
  },
)
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

const owners = ['norway', 'chile', 'qatar']

interface Delegate extends Page {
  readonly owner: string
}

function run(desk: Desk, delegates: Delegate[], command: Command): void {
  if (command.act === 'time') desk.clock.advance(command.ms)
  else if (command.act === 'crash') desk.server.crash()
  else if (command.act === 'refuse') desk.server.refuseNext.push(command.code)
  else {
    const delegate = delegates[command.who]
    if (delegate && command.act === 'reload') delegates[command.who] = reloaded(desk, delegate)
    else if (delegate) act(delegate, command)
  }
}

function act({ provider, connection }: Delegate, command: Command): void {
  const content = provider.doc.getText('content')
  const { mayWrite } = provider.status()
  if (command.act === 'drop') connection.drop()
  if (command.act === 'connect') connection.connect()
  if (command.act === 'behind') connection.tell((listener, room) => listener.behind({ room }))
  if (command.act === 'type' && mayWrite) content.insert(Math.min(command.at, content.length), command.words)
  if (command.act === 'erase' && mayWrite && content.length > command.at) {
    content.delete(command.at, Math.min(command.length, content.length - command.at))
  }
  if (command.act === 'deliver') {
    for (let each = 0; each < command.up; each++) connection.deliverUp()
    for (let each = 0; each < command.down; each++) connection.deliverDown()
  }
}

function reloaded(desk: Desk, { provider, connection, owner, store }: Delegate): Delegate {
  connection.drop()
  provider.destroy()
  return { ...aPage(desk, { owner, store }), owner }
}

/** Whoever is told that everything is saved has nothing the journal lacks. */
function neverSavedTooEarly({ server }: Desk, { provider }: Delegate): void {
  if (provider.saving.state().kind !== 'saved') return
  const replayed = new Y.Doc()
  for (const { update } of server.journal) Y.applyUpdate(replayed, update)
  const durable = Y.decodeStateVector(Y.encodeStateVector(replayed))
  const mine = Y.decodeStateVector(Y.encodeStateVector(provider.doc)).get(provider.doc.clientID) ?? 0
  expect(durable.get(provider.doc.clientID) ?? 0).toBeGreaterThanOrEqual(mine)
}

async function heal(desk: Desk, delegates: Delegate[]): Promise<void> {
  desk.server.refuseNext = []
  for (let turn = 0; turn < 6; turn++) {
    for (const { connection } of delegates) connection.connect()
    desk.clock.advance(9_000)
    await stored()
    desk.server.settle()
    await stored()
  }
}

test('[LV-17] whatever is lost, delayed, crashed or reloaded, all copies end equal and nothing typed is missing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 90 }), async (commands) => {
      const desk = aDesk()
      const delegates = owners.map((owner) => ({ ...aPage(desk, { owner, store: device() }), owner }))
      for (const each of commands) {
        run(desk, delegates, each)
        await stored()
        for (const delegate of delegates) neverSavedTooEarly(desk, delegate)
      }
      await heal(desk, delegates)
      const texts = delegates.map(({ provider }) => provider.doc.getText('content').toString())
      expect(new Set([...texts, desk.server.text()]).size).toBe(1)
      const replayed = new Y.Doc()
      for (const { update } of desk.server.journal) Y.applyUpdate(replayed, update)
      expect(replayed.getText('content').toString()).toBe(desk.server.text())
      for (const { provider, store } of delegates) {
        expect(provider.hasUnsaved).toBe(false)
        expect(provider.doc.store.pendingStructs).toBeNull()
        expect(Y.encodeStateVector(provider.doc)).toEqual(Y.encodeStateVector(desk.server.doc))
        expect((await store.documents()).size).toBe(0)
      }
      for (const { provider } of delegates) provider.destroy()
    }),
    { numRuns: 300, seed: 2_026 },
  )
}, 60_000)
