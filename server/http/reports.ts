import express, { type RequestHandler } from 'express'
import { limitKey } from './proxies.ts'
import { createBuckets } from './rate-limit.ts'
import { seenOf } from './seen.ts'

/** Takes what browsers say about broken content policies: the directive is passed on, and nothing else of it. */
export function createReports(onViolation: (directive: string) => void, now: () => number): RequestHandler[] {
  const take = createBuckets({ perSecond: 1, burst: 20 }, now)
  const tooMany: RequestHandler = (request, response, next) => {
    if (request.method === 'POST' && take(limitKey(seenOf(request).address)) === 0) return next()
    response.status(204).end()
  }
  const read = express.json({ limit: '16kb', type: ['application/reports+json', 'application/csp-report'] })
  const note: RequestHandler = (request, response) => {
    for (const directive of directivesIn(request.body)) onViolation(directive)
    response.status(204).end()
  }
  return [tooMany, read, note]
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** Browsers send a list of reports, or (older ones) a single one of another shape. */
function directivesIn(body: unknown): string[] {
  const reports: unknown[] = Array.isArray(body) ? body.slice(0, 20) : [body]
  return reports
    .map(
      (report) =>
        field(field(report, 'body'), 'effectiveDirective') ?? field(field(report, 'csp-report'), 'violated-directive'),
    )
    .filter((directive) => typeof directive === 'string' && /^[a-z-]{1,40}$/.test(directive))
    .map(String)
}
