import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'

export interface ServerTimes {
  /** Headers that trickle in more slowly are cut off (SEC-087). */
  readonly headersMs: number
  /** The whole request; it does not bound the answer. */
  readonly requestMs: number
}

const times: ServerTimes = { headersMs: 10_000, requestMs: 30_000 }

/** The one server that pages, files and sockets share. */
export function createHttpServer({ headersMs, requestMs } = times): Server {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    // Node looks for slow ones every 30 seconds unless told otherwise, whatever the times above say.
    connectionsCheckingInterval: Math.min(1_000, headersMs / 2),
    // Longer than the usual proxy keeps a connection, so that it is never cut while the proxy begins to use it.
    keepAliveTimeout: 75_000,
    // The gate refuses a missing Host itself, with all our headers.
    requireHostHeader: false,
  })
  server.maxHeadersCount = 100
  server.on('clientError', refuseUnreadable)
  return server
}

const statusLines: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

function refuseUnreadable(error: Error & { code?: string }, socket: Duplex) {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const status = statusLines[error.code ?? ''] ?? '400 Bad Request'
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nContent-Length: 0\r\n\r\n`,
  )
}

export interface Door {
  /** From now on nobody new comes in; answers under way are finished. */
  close(): void
  /** When the last answer has left. Connections that have none are ended, and after `patienceMs` the others too. */
  empty(patienceMs: number): Promise<void>
}

/** How a server stops without cutting anybody off. */
export function doorOf(server: Server): Door {
  let closed: Promise<void> | null = null
  const close = () => {
    closed ??= new Promise((resolve) => server.close(() => resolve()))
  }
  return {
    close,
    async empty(patienceMs) {
      close()
      server.closeIdleConnections()
      const patience = setTimeout(() => server.closeAllConnections(), patienceMs)
      await closed
      clearTimeout(patience)
    },
  }
}
