import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import express from 'express'
import { createCookies } from '#app/features/identity/cookies.server.ts'
import { type AppParts, serveApp } from '#server/http/app.ts'
import { createProxyTrust } from '#server/http/proxies.ts'
import { createHttpServer, type ServerTimes } from '#server/http/server.ts'
import { createSite } from '#server/http/site.ts'
import type { LogLine } from '#server/ops/log.ts'
import { createMetrics } from '#server/ops/metrics.ts'
import { createRequestContext, type RequestContextParts } from '#server/request-context.ts'
import { createFakePages, type FakePages } from './fake-pages.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface ServedOptions extends Partial<Omit<AppParts, 'front' | 'pages'>> {
  readonly origin?: string | null
  readonly trustProxy?: false | number | string[]
  readonly times?: ServerTimes
  readonly pages?: FakePages
}

/** Every port and header by hand: `fetch` would correct what these tests are about. */
export async function serve(options: ServedOptions = {}) {
  const { origin = null, trustProxy = false, times, pages = createFakePages(), ...parts } = options
  const http = createHttpServer(times)
  const lines: LogLine[] = []
  const keep = (line: LogLine) => void lines.push(line)
  const metrics = createMetrics()
  serveApp(http, {
    front: { site: createSite(origin), trusts: createProxyTrust(trustProxy) },
    pages,
    loadContext: createRequestContext(nobody),
    loginIn: (cookies) => /login=(\w+)/.exec(cookies ?? '')?.[1] ?? null,
    operations: express.Router(),
    log: { debug: keep, info: keep, warn: keep, error: keep, fatal: keep },
    metrics,
    ...parts,
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address')
  const { port } = address
  const host = `127.0.0.1:${port}`

  /** A request as written here and nothing else; `headers` may leave out or repeat even `Host`. */
  async function ask(
    method: string,
    path: string,
    headers: Record<string, string | string[]> = {},
    body = '',
  ): Promise<Answer> {
    const sent = request({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { Host: host, ...headers },
      agent: false,
      setHost: false,
    })
    // A server may close once it has refused, while we are still sending.
    sent.on('error', () => {})
    sent.end(body)
    const [response] = await once(sent, 'response')
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk)
    return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }
  }

  /** Bytes on a bare connection; what comes back until the server ends it, or until `isEnough`. */
  async function raw(bytes: string, isEnough: (text: string) => boolean = () => false): Promise<string> {
    const socket = connect({ host: '127.0.0.1', port })
    let text = ''
    socket.on('error', () => {})
    socket.write(bytes, 'latin1')
    for await (const chunk of socket) {
      text += chunk
      if (isEnough(text)) break
    }
    return text
  }

  return {
    http,
    port,
    host,
    origin: `http://${host}`,
    pages,
    lines,
    metrics,
    ask,
    raw,
    get: (path: string, headers: Record<string, string | string[]> = {}) => ask('GET', path, headers),
    /** A form as a page of ours sends it, but for what `headers` says otherwise. */
    post(path: string, headers: Record<string, string | string[]> = {}, body = 'intent=x') {
      const own = {
        Origin: `http://${host}`,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(Buffer.byteLength(body)),
      }
      const all = Object.fromEntries(Object.entries({ ...own, ...headers }).filter(([, value]) => value !== ''))
      return ask('POST', path, all, body)
    },
    async close() {
      http.closeAllConnections()
      http.close()
      metrics.close()
      await once(http, 'close')
    },
  }
}

export type Served = Awaited<ReturnType<typeof serve>>

/** Everybody who comes is a stranger, and the pages ask nothing. */
const nobody: RequestContextParts = {
  cookies: createCookies({ isSecure: false }),
  logins: { authenticate: async () => null },
  runtime: {
    caller: (actor) => ({
      actor,
      ask: () => Promise.reject(new Error('these pages ask nothing')),
      mutate: () => Promise.reject(new Error('these pages change nothing')),
    }),
  },
}
