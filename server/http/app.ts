import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { isDomainError } from '#app/kernel/errors.ts'
import type { Log } from '#server/ops/log.ts'
import type { Metrics } from '#server/ops/metrics.ts'
import { type BodyLimit, bodyLimits } from './body-limits.ts'
import { createGate } from './gate.ts'
import type { Pages } from './pages.ts'
import { createRateLimit, type RequestRates, requestRates } from './rate-limit.ts'
import { refuse } from './refuse.ts'
import { createReports } from './reports.ts'
import { createRequestLog } from './request-log.ts'
import { contentPolicyReports, createSecurityHeaders, neverStored } from './security.ts'
import { type Front, type Seen, see, seenOf } from './seen.ts'

export interface AppParts {
  readonly front: Front
  readonly pages: Pages
  /** Who asks, and what every loader and action gets. */
  readonly loadContext: (request: IncomingMessage, asked: Asked) => Promise<AppLoadContext>
  /** What tells one login from another in a cookie header; for counting only. */
  readonly loginIn: (cookies: string | undefined) => string | null
  /** Health and figures; they stand before the gate, because a load balancer calls us by our number. */
  readonly operations: RequestHandler
  readonly log: Log
  readonly metrics: Metrics
  readonly rates?: RequestRates
  readonly bodies?: readonly BodyLimit[]
  /** Milliseconds of a clock that never jumps. */
  readonly now?: () => number
}

export type Asked = Seen

/** Puts the pages behind their guards and on the server. Sockets attach to the same server afterwards. */
export function serveApp(http: Server, parts: AppParts): void {
  const app = express()
  const { front, pages, log, metrics, now = () => performance.now() } = parts
  const { isSecure } = front.site
  app.disable('x-powered-by').set('etag', false).set('query parser', false)
  // The forwarding headers Express reads are our own: `see` has replaced whatever came in.
  app.set('trust proxy', true)
  app.use((request, _response, next) => {
    see(request, front)
    next()
  })
  app.use(createRequestLog({ log, metrics, now }))
  app.use(createSecurityHeaders({ isSecure, isDevelopment: pages.mode === 'development' }))
  app.use(parts.operations)
  app.use(
    createGate({
      isSecure,
      bodies: parts.bodies ?? bodyLimits,
      reports: contentPolicyReports,
      knownRoutes: createKnownRoutes(pages.build),
    }),
  )
  app.use(pages.files)
  app.use(createRateLimit({ rates: parts.rates ?? requestRates, loginIn: parts.loginIn, now }))
  app.use(
    contentPolicyReports,
    createReports((directive) => log.warn({ event: 'content-policy', directive }), now),
  )
  app.use(neverStored)
  app.all('*', pageHandler(parts))
  app.use(answerFailure(log))
  http.on('request', app)
}

function pageHandler({ pages, loadContext }: AppParts): RequestHandler {
  return createRequestHandler({
    build: pages.build,
    mode: pages.mode,
    getLoadContext: (request) => loadContext(request, seenOf(request)),
  })
}

/** While the pages are being written their routes change, so they are read anew each time. */
function createKnownRoutes(build: Pages['build']): () => Promise<ReadonlySet<string>> {
  const idsOf = ({ routes }: ServerBuild): ReadonlySet<string> => new Set(Object.keys(routes))
  if (typeof build === 'function') return async () => idsOf(await build())
  const known = idsOf(build)
  return async () => known
}

/** The last resort, when not even Remix could make a page. */
function answerFailure(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const { requestId } = seenOf(request)
    const status = clientStatus(error)
    if (status === null) log.error({ event: 'request-failed', requestId, error })
    if (response.headersSent) return void response.destroy()
    forget(response)
    if (status !== null) return refuse(request, response, { status, reason: status === 404 ? 'missing' : 'address' })
    const isUnavailable = isDomainError(error) && error.kind === 'unavailable'
    refuse(
      request,
      response,
      isUnavailable
        ? { status: 503, reason: 'unavailable', headers: { 'Retry-After': '5' }, requestId }
        : { status: 500, reason: 'broken', requestId },
    )
  }
}

/** What the failed answer had already said about its content. */
function forget(response: ServerResponse) {
  for (const name of ['Content-Encoding', 'Content-Range', 'Content-Disposition', 'ETag', 'Last-Modified', 'Location'])
    response.removeHeader(name)
}

/** Express and its file server mark what is the asker's mistake: a malformed path, a range beyond the end. */
function clientStatus(error: unknown): number | null {
  const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : null
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null
}
