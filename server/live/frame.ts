import type { Socket } from 'socket.io'
import type { ServerToClient } from '#app/live/messages.ts'
import { Encoder } from '#app/live/packet-parser.ts'

/** The Engine.IO connection under a Socket.IO socket. */
export type EngineSocket = Socket['conn']

const EVENT = 2
const FINAL_TEXT = 0x81
const FINAL_BINARY = 0x82

/** A message made ready once for every connection it goes to. */
export interface Frame {
  /** As Engine.IO sends it, for connections that cannot take the other form. */
  readonly packet: string | Buffer
  /** The whole WebSocket frame, header and all. */
  readonly socketFrame: Buffer
}

type Messages = { [Event in keyof ServerToClient]: Parameters<ServerToClient[Event]>[0] }

const encoder = new Encoder()

export function frameOf<Event extends keyof Messages>(event: Event, message: Messages[Event]): Frame {
  const [packet = ''] = encoder.encode({ type: EVENT, nsp: '/', data: [event, message] })
  // '4' is how Engine.IO marks a message in a text frame; binary frames are always messages.
  if (typeof packet === 'string') {
    const payload = Buffer.from(`4${packet}`)
    return { packet, socketFrame: Buffer.concat([headerOf(FINAL_TEXT, payload.length), payload]) }
  }
  const socketFrame = Buffer.concat([headerOf(FINAL_BINARY, packet.length), packet])
  return { packet: socketFrame.subarray(socketFrame.length - packet.length), socketFrame }
}

function headerOf(first: number, length: number): Buffer {
  if (length < 126) return Buffer.from([first, length])
  if (length < 65_536) return Buffer.from([first, 126, length >> 8, length & 255])
  const header = Buffer.alloc(10)
  header[0] = first
  header[1] = 127
  header.writeUInt32BE(length, 6)
  return header
}

/**
 * Writes a frame to one connection, in order with everything Engine.IO sends. Where it holds nothing back the finished
 * frame goes straight to the WebSocket, which is what makes a fan-out to a thousand people affordable; otherwise it joins
 * Engine.IO's own queue, and so it does for long-polling.
 */
export function writeFrame(conn: EngineSocket, frame: Frame): void {
  if (conn.readyState !== 'open') return
  const sender = heldBack(conn).length === 0 ? senderOf(conn) : null
  if (sender) {
    sender.sendFrame([frame.socketFrame])
    return
  }
  const options = { compress: false, wsPreEncodedFrame: [frame.socketFrame] }
  conn.write(frame.packet, options)
}

/** Bytes that wait for this connection: Engine.IO's queue, and what the WebSocket has taken and not yet sent. */
export function backlogOf(conn: EngineSocket): { readonly packets: number; readonly bytes: number } {
  const held = heldBack(conn)
  let bytes = 0
  for (const packet of held) bytes += sizeOf(fieldOf(packet, 'data'))
  const socket = conn.transport.name === 'websocket' ? fieldOf(conn.transport, 'socket') : null
  const buffered = fieldOf(socket, 'bufferedAmount')
  return { packets: held.length, bytes: bytes + (typeof buffered === 'number' ? buffered : 0) }
}

const nothing: readonly unknown[] = []

function heldBack(conn: EngineSocket): readonly unknown[] {
  const held = fieldOf(conn, 'writeBuffer')
  return Array.isArray(held) ? held : nothing
}

interface FrameSender {
  sendFrame(frames: Buffer[]): void
}

// `_sender.sendFrame` is a private part of `ws` that Engine.IO itself writes prepared frames with.
function senderOf({ transport }: EngineSocket): FrameSender | null {
  if (transport.name !== 'websocket') return null
  const socket = fieldOf(transport, 'socket')
  const sender = fieldOf(socket, '_sender')
  return fieldOf(socket, 'readyState') === 1 && isSender(sender) ? sender : null
}

const isSender = (value: unknown): value is FrameSender => typeof fieldOf(value, 'sendFrame') === 'function'

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length
  return ArrayBuffer.isView(data) ? data.byteLength : 0
}
