import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ByteWriter } from '#app/live/bytes.ts'
import { clientMessages } from '#app/live/protocol.ts'
import type { LiveSocket } from '#app/live/socket.client.ts'
import { eventually } from '#tests/support/eventually.ts'
import { connect, type OpenPaper, openPaper } from '#tests/support/live-client.ts'
import { aLiveDesk, type LiveDesk, testOrigin } from '#tests/support/live-desk.ts'

let desk: LiveDesk
let control: OpenPaper
let paper: string
const failures: unknown[] = []
const fail = (error: unknown) => void failures.push(error)

beforeAll(async () => {
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  desk = await aLiveDesk({
    callerFor: () => ({
      ask: async (name, input) => {
        if (name === 'bug') throw new Error('a secret of the server')
        return input
      },
      mutate: async (_name, input) => input,
    }),
  })
  paper = await desk.paper('IKD')
  control = await openPaper(await connect(desk, 'IKD.head'), paper)
})
afterAll(async () => {
  await desk.close()
  process.off('uncaughtException', fail)
  process.off('unhandledRejection', fail)
})
beforeEach(() => {
  failures.length = 0
})

/** The server lives, its document works, and nobody else was told anything. */
async function unharmed() {
  const heard = control.heard.length
  expect((await control.type('.')).kind).toBe('saved')
  expect(
    control.heard.slice(heard).filter(({ event }) => event !== 'saved' && event !== 'batch' && event !== 'cursor'),
  ).toEqual([])
  expect(failures).toEqual([])
}

const rawEmit = (socket: LiveSocket, ...data: unknown[]) => void Reflect.apply(socket.emit, socket, data)
const events = Object.keys(clientMessages)

const payloads: [string, unknown[]][] = [
  ['nothing at all', []],
  ['null', [null]],
  ['undefined', [undefined]],
  ['a number', [5]],
  ['a million characters', ['x'.repeat(1_000_000)]],
  ['a prototype', [JSON.parse('{"__proto__":{"isAdmin":true},"constructor":1}')]],
  ['typed arrays', [new Float64Array(4)]],
  ['bytes', [new Uint8Array(10)]],
  ['bytes in a field', [{ room: new Uint8Array(3), update: 5 }]],
  [
    'eleven fields of bytes',
    [Object.fromEntries(Array.from({ length: 11 }, (_, place) => [`f${'abcdefghijk'[place]}`, new Uint8Array(1)]))],
  ],
  ['many arguments', [1, 2, 3, 4]],
]

describe('[SEC-053] no client input ends the process', () => {
  test.each(events)('[SEC-053] %s with whatever it does not expect', async (event) => {
    let socket = await connect(desk, 'IKD.drafter')
    for (const [, data] of payloads) {
      rawEmit(socket, event, ...data)
      rawEmit(socket, event, ...data, () => {})
      await new Promise((resolve) => socket.timeout(300).emit('ask', { name: 'x', input: 1 }, resolve))
      if (!socket.connected) socket = await connect(desk, 'IKD.drafter')
    }
    socket.disconnect()
    await unharmed()
  })

  test.each(events)('[SEC-053] %s with arrays nested ten thousand deep', async (event) => {
    const socket = await connect(desk, 'IKD.deputy')
    for (const id of ['', '5']) socket.io.engine.write(`2${id}["${event}",${'['.repeat(10_000)}${']'.repeat(10_000)}]`)
    await new Promise((resolve) => socket.timeout(500).emit('ask', { name: 'x', input: 1 }, resolve))
    socket.disconnect()
    await unharmed()
  })

  test('[SEC-053] any JSON to any event, with and without an answer', async () => {
    let socket = await connect(desk, 'IKD.drafter')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...events, 'error', 'x', '__proto__', 'toString'),
        fc.array(fc.anything({ withBigInt: false }), { maxLength: 3 }),
        fc.boolean(),
        async (event, data, wantsAnswer) => {
          if (!socket.connected) socket = await connect(desk, 'IKD.drafter')
          rawEmit(socket, event, ...data, ...(wantsAnswer ? [() => {}] : []))
        },
      ),
      { numRuns: 300, seed: 20_261_122 },
    )
    socket.disconnect()
    await unharmed()
  })

  test('[SEC-053] random frames under the protocol', async () => {
    const frames = fc.sample(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          '2',
          '4',
          '40',
          '42["push"]',
          '42["disconnect"]',
          '451-["push"]',
          '40/admin,',
          '43[]',
          '4'.repeat(2_000),
          '6',
          '1',
        ),
        fc.uint8Array({ maxLength: 60 }),
        fc.uint8Array({ maxLength: 60 }).map((rest) => new Uint8Array([1, 2, ...rest])),
      ),
      { numRuns: 120, seed: 7 },
    )
    for (const frame of frames) {
      const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`, {
        headers: { origin: testOrigin, cookie: `login=${desk.seat('IKD.drafter').loginId}` },
      })
      await new Promise((resolve) => socket.once('open', resolve))
      socket.send(frame)
      socket.send('40{"version":1,"tab":"aaaaaaaaaaaaaaaaaaaaaa"}')
      socket.send(frame)
      socket.terminate()
    }
    await unharmed()
  })
})

test('[LE-17] [SEC-052] unknown events are counted, and past ten the socket is closed', async () => {
  const socket = await connect(desk, 'IKD.drafter')
  const gone = new Promise((resolve) => socket.once('disconnect', resolve))
  for (let count = 0; count < 11; count++) rawEmit(socket, 'admin')
  await gone
  expect(desk.events).toContainEqual({ kind: 'cut', why: 'unknown-events' })
  await unharmed()
})

test('[SEC-060] what went wrong inside stays inside; the person gets a number to quote', async () => {
  const socket = await connect(desk, 'ESM.head')
  const answer = await new Promise((resolve) => socket.emit('ask', { name: 'bug', input: null }, resolve))
  expect(answer).toMatchObject({ ok: false, refusal: { kind: 'unavailable', code: 'live/failed' } })
  expect(JSON.stringify(answer)).not.toContain('a secret of')
  const { requestId } = (answer as { refusal: { requestId: string } }).refusal
  expect(desk.events).toContainEqual(
    expect.objectContaining({ kind: 'trouble', what: expect.stringContaining(requestId) }),
  )
  socket.disconnect()
})

test('[SEC-054] a frame that is too large ends its connection and nothing else', async () => {
  const socket = await connect(desk, 'IKD.drafter')
  const gone = new Promise((resolve) => socket.once('disconnect', resolve))
  rawEmit(socket, 'ask', { name: 'x', input: 'x'.repeat(1_600_000) })
  await gone
  await unharmed()
})

test('[SEC-055] [LE-23] who sends too fast is told how long to wait, and others notice nothing', async () => {
  const flooder = await openPaper(await connect(desk, 'IKD.notetaker'), paper)
  const answers = Array.from({ length: 200 }, () => flooder.push(new ByteWriter().number(0).number(0).finish()))
  await eventually(() => expect(flooder.refusals.length).toBeGreaterThan(50))
  const limited = flooder.refusals.filter(({ code }) => code === 'limited')
  expect(limited.length).toBeGreaterThan(50)
  expect(limited.every(({ retryAfterMs = 0 }) => retryAfterMs > 0)).toBe(true)
  await Promise.all(answers)
  const refused = await new Promise((resolve) => {
    for (let count = 0; count < 100; count++) flooder.socket.emit('ask', { name: 'x', input: 1 }, resolve)
    flooder.socket.emit('ask', { name: 'x', input: 1 }, (answer) => !answer.ok && resolve(answer))
  })
  expect(refused).toBeDefined()
  flooder.socket.disconnect()
  await unharmed()
})

test('[SEC-050] the client names no room: a number that no opening gave leads nowhere', async () => {
  const stranger = await connect(desk, 'ESM.head')
  const refused = new Promise((resolve) => stranger.once('refused', resolve))
  stranger.emit('push', { room: control.opened.room, counter: 1, opId: 'x'.repeat(22), update: new Uint8Array([0, 0]) })
  expect(await refused).toEqual({ room: control.opened.room, counter: 1, code: 'not-open' })
  stranger.emit('cursor', { room: control.opened.room, cursor: null })
  stranger.emit('leave', { room: control.opened.room })
  const heard: unknown[] = []
  stranger.onAny((...message) => heard.push(message))
  await unharmed()
  expect(heard).toEqual([])
  stranger.disconnect()
})

test('[SEC-053] upgrades to other paths on the same server are nobody’s business here', async () => {
  const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/elsewhere`, { headers: { origin: testOrigin } })
  await new Promise((resolve) => socket.once('error', resolve))
  await unharmed()
})
