import type { LiveSocket } from '#app/live/socket.client.ts'

/** One frame as the server sent it, behind the framing of WebSockets. */
export interface HeardFrame {
  readonly type: string
  readonly data: string | Buffer
}

/** Everything that reaches this connection from now on, in order, heartbeats left out. */
export function tap(socket: LiveSocket): HeardFrame[] {
  const heard: HeardFrame[] = []
  socket.io.engine.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
    if (type === 'ping' || type === 'pong') return
    heard.push({ type, data: typeof data === 'string' ? data : bytesOf(data) })
  })
  return heard
}

function bytesOf(data: unknown): Buffer {
  if (data instanceof ArrayBuffer) return Buffer.from(new Uint8Array(data))
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.alloc(0)
}
