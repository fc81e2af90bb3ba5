import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type Request, type RequestHandler } from 'express'
import { seenOf } from '#server/http/seen.ts'
import type { Check, CheckResult } from './checks.ts'
import type { Metrics } from './metrics.ts'

export interface OperationsParts {
  /** Lets a monitor on another machine in; null: only processes on this machine. */
  readonly token: string | null
  readonly checks: readonly Check[]
  readonly metrics: Metrics
}

/**
 * `/healthz` says that the process answers, to anybody. `/readyz` and `/metrics` say more, so they exist only for this
 * machine and for whoever holds the token; for everybody else they are addresses like any other that is not there
 * (SEC-116).
 */
export function createOperations({ token, checks, metrics }: OperationsParts): RequestHandler {
  const routes = express.Router({ caseSensitive: true, strict: true })
  const operatorsOnly: RequestHandler = (request, _response, next) =>
    next(isOperator(request, token) ? undefined : 'router')
  routes.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'))
  routes.get('/readyz', operatorsOnly, (_request, response, next) => {
    runChecks(checks).then((report) => {
      response.status(report.isReady ? 200 : 503).json(report)
    }, next)
  })
  routes.get('/metrics', operatorsOnly, (_request, response) => {
    response.type('text/plain; version=0.0.4').send(metrics.text())
  })
  return routes
}

function isOperator(request: Request, token: string | null): boolean {
  if (seenOf(request).isLocal) return true
  const given = /^Bearer (\S{1,500})$/.exec(request.headers.authorization ?? '')?.[1]
  return token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token))
}

/** Of equal length whatever is given, as the comparison asks. */
const digest = (text: string) => createHash('sha256').update(text).digest()

export interface Readiness {
  readonly isReady: boolean
  readonly checks: readonly ({ readonly name: string } & CheckResult)[]
}

export async function runChecks(checks: readonly Check[]): Promise<Readiness> {
  const results = await Promise.all(checks.map(async (check) => ({ name: check.name, ...(await check.run()) })))
  return { isReady: results.every((result) => result.isFine), checks: results }
}
