import { afterEach, expect, test, vi } from 'vitest'
import { isDomainError } from '#app/kernel/errors.ts'
import { aFarEnd, aNearEnd, type FarEnd, type FarSocket, type NearEnd } from '#tests/support/live-line.ts'
import { PROTOCOL_VERSION } from './messages.ts'
import { watchKey } from './watches.ts'

const toClose: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

async function far(onSocket?: (socket: FarSocket) => void): Promise<FarEnd> {
  const end = await aFarEnd(onSocket)
  toClose.push(end.close)
  return end
}

function near(end: Pick<FarEnd, 'port'>, attemptMs?: number): NearEnd {
  const made = aNearEnd(end, attemptMs)
  toClose.push(() => made.connection.close())
  return made
}

const becomes = (end: NearEnd, state: object) => vi.waitFor(() => expect(end.connection.state()).toMatchObject(state))
const connected = (end: NearEnd) => becomes(end, { kind: 'connected' })

const silence = { output: () => {}, gone: () => {} }

test('a question is answered, and a refusal is thrown as one', async () => {
  const server = await far((socket) => {
    socket.on('ask', ({ name }, ack) =>
      ack(
        name === 'agenda.board'
          ? { ok: true, output: { items: 4 } }
          : { ok: false, refusal: { kind: 'missing', code: 'missing', sentence: 'We could not find that.' } },
      ),
    )
  })
  const page = near(server)
  await connected(page)
  expect(await page.connection.ask('agenda.board', {})).toEqual({ items: 4 })
  const refused = await page.connection.ask('agenda.secret', {}).catch((error: unknown) => error)
  expect(isDomainError(refused) && refused.kind).toBe('missing')
})

test('a mutation names the capacity of the page, and the act', async () => {
  const heard: unknown[] = []
  const server = await far((socket) => {
    socket.on('mutate', (message, ack) => {
      heard.push(message)
      ack({ ok: true, output: null })
    })
  })
  const page = near(server)
  await connected(page)
  await page.connection.mutate('agenda.moveItem', { itemId: 'i' }, 'Once-Norway-0000000001')
  expect(heard).toEqual([
    {
      name: 'agenda.moveItem',
      input: { itemId: 'i' },
      once: 'Once-Norway-0000000001',
      acting: 'Accreditation-Norway-1',
    },
  ])
})

test('without a connection a question is refused at once, and nothing waits to be sent later', async () => {
  const page = near({ port: 9 })
  const refused = await page.connection.mutate('agenda.moveItem', {}, 'once').catch((error: unknown) => error)
  expect(isDomainError(refused) && refused.kind).toBe('unavailable')
})

test('[LV-18] where WebSockets are refused, the same attempt goes on over polling', async () => {
  const server = await far((socket) => socket.on('ask', (_message, ack) => ack({ ok: true, output: 'over polling' })))
  server.webSockets = 'refused'
  const page = near(server)
  await becomes(page, { kind: 'connected', over: 'polling' })
  expect(await page.connection.ask('agenda.board', {})).toBe('over polling')
})

test('[LV-18] where WebSockets are swallowed, the next attempt begins with polling', async () => {
  const server = await far()
  server.webSockets = 'swallowed'
  const page = near(server)
  await becomes(page, { kind: 'offline' })
  page.clock.advance(10_000)
  await becomes(page, { kind: 'connected', over: 'polling' })
})

test('[LV-18] where WebSockets are let through and then cut, the next attempt begins with polling, and soon', async () => {
  const server = await far()
  server.webSockets = 'cut'
  const page = near(server, 60_000)
  await becomes(page, { kind: 'offline' })
  page.clock.advance(1_000)
  await becomes(page, { kind: 'connected', over: 'polling' })
})

test('[LV-18] bytes travel over polling as they do over a WebSocket', async () => {
  const update = Uint8Array.from({ length: 300 }, (_, place) => place % 256)
  const server = await far((socket) =>
    socket.on('push', ({ room, update: sent }) => socket.emit('batch', { room, seq: 1, update: sent })),
  )
  server.webSockets = 'refused'
  const page = near(server)
  const heard: number[][] = []
  const noListener = () => {}
  page.connection.listen({
    connected: noListener,
    disconnected: noListener,
    batch: (message) => heard.push([...message.update]),
    saved: noListener,
    refused: noListener,
    cursor: noListener,
    need: noListener,
    behind: noListener,
    digest: noListener,
    notice: noListener,
    revoked: noListener,
  })
  await connected(page)
  page.connection.push({ room: 1, counter: page.connection.nextCounter(), opId: 'Op-of-Norway-000000001', update })
  await vi.waitFor(() => expect(heard).toEqual([[...update]]))
})

test('[LV-21] after a loss every live query is asked for again', async () => {
  const watched: unknown[] = []
  let answer = 0
  const server = await far((socket) => {
    socket.on('watch', ({ query }, ack) => {
      watched.push(query)
      ack({ ok: true, output: { watch: watched.length, output: { turn: ++answer } } })
    })
  })
  const page = near(server)
  const outputs: unknown[] = []
  page.connection.watch(watchKey('agenda.board', {}), { output: (output) => outputs.push(output), gone: () => {} })
  await vi.waitFor(() => expect(outputs).toEqual([{ turn: 1 }]))
  server.sockets[0]?.conn.close()
  await becomes(page, { kind: 'offline' })
  page.clock.advance(499)
  expect(server.sockets).toHaveLength(1)
  page.clock.advance(1)
  await vi.waitFor(() => expect(outputs).toEqual([{ turn: 1 }, { turn: 2 }]))
  server.sockets[1]?.emit('result', { watch: 2, output: { turn: 'pushed' } })
  await vi.waitFor(() => expect(outputs.at(-1)).toEqual({ turn: 'pushed' }))
})

test('[LV-21] looking at the page again tries at once', async () => {
  const server = await far()
  const page = near(server)
  await connected(page)
  server.sockets[0]?.conn.close()
  await becomes(page, { kind: 'offline' })
  page.wakeUp()
  await connected(page)
})

test('[LV-21] a server that is going away is not called before its time, not even when somebody looks', async () => {
  const server = await far()
  const page = near(server)
  await connected(page)
  server.sockets[0]?.emit('going-away', { withinMs: 60_000 })
  server.sockets[0]?.conn.close()
  await becomes(page, { kind: 'offline' })
  page.wakeUp()
  page.clock.advance(29_000)
  expect(server.sockets).toHaveLength(1)
  page.clock.advance(1_000)
  await connected(page)
})

test('[LV-22] a newer server is told of, and not called again', async () => {
  const server = await far()
  server.io.use((socket, next) => {
    const isOlder = Reflect.get(socket.handshake.auth, 'version') === PROTOCOL_VERSION
    next(isOlder ? Object.assign(new Error('reload'), { data: { code: 'reload' } }) : undefined)
  })
  const page = near(server)
  await becomes(page, { kind: 'reload' })
  page.clock.advance(60_000)
  page.wakeUp()
  expect(page.connection.state().kind).toBe('reload')
})

test('[LV-23] an ended sign-in ends the page, when it is said', async () => {
  const server = await far()
  const page = near(server)
  await connected(page)
  server.sockets[0]?.emit('revoked', { scope: 'login', code: 'access' })
  await becomes(page, { kind: 'ended', because: 'access' })
  page.clock.advance(60_000)
  expect(server.sockets).toHaveLength(1)
})

test('[LV-23] an ended sign-in ends the page, when not even a connection is made', async () => {
  const server = await far()
  server.io.engine.opts.allowRequest = (_request, decide) => decide('signed-out', false)
  await becomes(near(server), { kind: 'ended', because: 'signed-out' })
})

test('one page too many says so, waits as long as it is told, and tries again', async () => {
  const server = await far()
  let isFull = true
  server.io.use((_socket, next) =>
    next(isFull ? Object.assign(new Error('crowded'), { data: { code: 'crowded', retryAfterMs: 15_000 } }) : undefined),
  )
  const page = near(server)
  await becomes(page, { kind: 'offline', isCrowded: true })
  isFull = false
  page.clock.advance(14_999)
  expect(server.sockets).toHaveLength(0)
  page.clock.advance(1)
  await connected(page)
})

test('[LV-13] a connection that is closed leaves nothing running', async () => {
  const server = await far()
  const page = near(server)
  await connected(page)
  page.connection.watch(watchKey('agenda.board', {}), silence)
  page.connection.close()
  await vi.waitFor(() => expect(server.io.engine.clientsCount).toBe(0))
  expect(page.clock.waiting).toBe(0)
})
