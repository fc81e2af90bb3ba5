import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { Server, type Socket } from 'socket.io'
import { WebSocketServer } from 'ws'
import { LiveConnection } from '#app/live/connection.client.ts'
import { type ClientToServer, LIVE_PATH, type ServerToClient } from '#app/live/messages.ts'
import * as parser from '#app/live/packet-parser.ts'
import { randomToken } from '#app/live/random-token.ts'
import { makeSocket } from '#app/live/socket.client.ts'
import { FakeClock } from './fake-clock.ts'

export type FarSocket = Socket<ClientToServer, ServerToClient>

/** What the network in between does to WebSockets. */
export type WebSockets = 'pass' | 'refused' | 'swallowed' | 'cut'

export interface FarEnd {
  readonly io: Server<ClientToServer, ServerToClient>
  readonly sockets: FarSocket[]
  readonly port: number
  webSockets: WebSockets
  close(): Promise<void>
}

/** A Socket.IO server that speaks our frames and knows nothing else: the test says what it answers. */
export async function aFarEnd(onSocket: (socket: FarSocket) => void = () => {}): Promise<FarEnd> {
  const http = createServer()
  const io = new Server<ClientToServer, ServerToClient>(http, { path: LIVE_PATH, parser, destroyUpgrade: false })
  const held = new Set<Duplex>()
  const end: FarEnd = { io, sockets: [], port: await listen(http), webSockets: 'pass', close }
  const cutting = new WebSocketServer({ noServer: true })
  letThrough(http, (request, socket, head) => {
    if (end.webSockets === 'pass') return true
    if (end.webSockets === 'refused') socket.destroy()
    else if (end.webSockets === 'swallowed') held.add(socket)
    else cutting.handleUpgrade(request, socket, head, (webSocket) => webSocket.close())
    return false
  })
  io.on('connection', (socket) => {
    end.sockets.push(socket)
    onSocket(socket)
  })
  async function close() {
    for (const socket of held) socket.destroy()
    await io.close()
  }
  return end
}

async function listen(http: HttpServer): Promise<number> {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  return isAddress(address) ? address.port : 0
}
const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

/** Stands before Socket.IO on the way of every upgrade. */
function letThrough(
  http: HttpServer,
  passes: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean,
): void {
  const upgrades = http.listeners('upgrade')
  http.removeAllListeners('upgrade')
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (passes(request, socket, head))
      for (const upgrade of upgrades) Reflect.apply(upgrade, http, [request, socket, head])
  })
}

export interface NearEnd {
  readonly connection: LiveConnection
  readonly clock: FakeClock
  /** The device says the network is back, or somebody looks at the page again. */
  wakeUp(): void
}

/** The browser's side, on a clock that the test moves. An attempt without any answer is given up after `attemptMs`. */
export function aNearEnd({ port }: Pick<FarEnd, 'port'>, attemptMs = 300): NearEnd {
  const clock = new FakeClock()
  let wake = () => {}
  const connection = new LiveConnection({
    tab: randomToken(),
    acting: 'Accreditation-Norway-1',
    clock,
    random: () => 0.5,
    makeSocket: (hello) => makeSocket(`http://127.0.0.1:${port}`, hello, attemptMs),
    onWakeUp: (wakeUp) => {
      wake = wakeUp
      return () => {
        wake = () => {}
      }
    },
  })
  return { connection, clock, wakeUp: () => wake() }
}
