import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newId } from '#app/kernel/ids.server.ts'
import { PROTOCOL_VERSION } from '#app/live/messages.ts'
import type { LiveSocket } from '#app/live/socket.client.ts'
import { socketOptions } from '#server/live/live-server.ts'
import { eventually } from '#tests/support/eventually.ts'
import { type ConnectOptions, connect } from '#tests/support/live-client.ts'
import { aLiveDesk, type LiveDesk, testOrigin } from '#tests/support/live-desk.ts'

let desk: LiveDesk
const sockets: LiveSocket[] = []
const come = async (seat: string, options?: ConnectOptions) => {
  const socket = await connect(desk, seat, options)
  sockets.push(socket)
  return socket
}
beforeAll(async () => {
  desk = await aLiveDesk({ caps: { perLogin: 3, perPerson: 4, total: 6 } })
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect()
  await eventually(() => expect(desk.live.sessions.size).toBe(0))
})
afterAll(() => desk.close())

describe.each([['polling'], ['websocket']] as const)('[SEC-049] over %s', (transport) => {
  const transports = [transport]

  test('[SEC-049] a page of ours with a sign-in is let in', async () => {
    expect((await come('IKD.head', { transports })).connected).toBe(true)
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['no origin', { origin: '' }],
    ['an origin of null', { origin: 'null' }],
    ['a sub-domain', { origin: 'http://x.plenary.test' }],
    ['a trailing dot', { origin: `${testOrigin}.` }],
  ])('[SEC-049] %s is not', (_name, options) => expect(come('IKD.head', { transports, ...options })).rejects.toThrow())

  test.each([
    ['nobody', ''],
    ['a stranger', `login=${newId()}`],
  ])('[SEC-058] %s is not', (_name, cookie) => expect(come('IKD.head', { transports, cookie })).rejects.toThrow())

  test('[LE-21] a page of another version is asked to load again', async () => {
    const refused = come('IKD.head', { transports, version: PROTOCOL_VERSION + 1 })
    await expect(refused).rejects.toMatchObject({ data: { code: 'reload' } })
  })
})

test('[SEC-049] later polls are asked for their origin too', async () => {
  const socket = await come('IKD.head', { transports: ['polling'] })
  const { id } = socket.io.engine
  const poll = await fetch(`${desk.url}/live/?EIO=4&transport=polling&sid=${id}`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
    body: '42["ask",{}]',
  })
  expect(poll.status).toBe(403)
})

test('[SEC-056] a login and a person may have so many connections; the same tab replaces its own', async () => {
  const tab = newId()
  const first = await come('IKD.head', { tab })
  await come('IKD.head')
  await come('IKD.head')
  await expect(come('IKD.head')).rejects.toMatchObject({ data: { code: 'crowded', retryAfterMs: 15_000 } })
  const revoked = new Promise((resolve) => first.once('revoked', resolve))
  const again = await come('IKD.head', { tab })
  expect(await revoked).toEqual({ scope: 'login', code: 'replaced' })
  expect(again.connected).toBe(true)
  await eventually(() => expect(desk.live.sessions.size).toBe(3))
})

test('[SEC-056] a process has room for so many', async () => {
  for (const seat of ['IKD.head', 'IKD.deputy', 'ESM.head', 'ESM.deputy', 'MQS.head', 'MQS.deputy']) await come(seat)
  await expect(come('chair')).rejects.toMatchObject({ data: { code: 'crowded' } })
})

test('[SEC-056] one address may not knock without end', async () => {
  const impatient = await aLiveDesk({
    database: desk.database,
    seats: [{ name: 'chair', role: 'CHAIR' }],
    handshakesPerSecond: 2,
  })
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => connect(impatient, 'chair')))
  const came = outcomes.filter(({ status }) => status === 'fulfilled')
  expect(came.length).toBeGreaterThanOrEqual(10)
  expect(came.length).toBeLessThan(20)
  await impatient.close()
})

test('[SEC-053] [SEC-054] nothing of a stranger is read: a connection without a sign-in never exists', async () => {
  const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`, {
    headers: { origin: testOrigin },
  })
  const closed = new Promise((resolve) => socket.once('error', resolve))
  expect(String(await closed)).toMatch(/server response: 40[03]/)
})

test('[SEC-054] the settings of the transport', () => {
  const { parser: _parser, ...settings } = socketOptions
  expect(settings).toEqual({
    path: '/live',
    serveClient: false,
    transports: ['polling', 'websocket'],
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 1_500_000,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    connectTimeout: 10_000,
    upgradeTimeout: 10_000,
    allowEIO3: false,
  })
  expect(settings).not.toHaveProperty('connectionStateRecovery')
})
