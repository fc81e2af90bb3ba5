import type { RequestHandler } from 'express'
import type { Log } from '#server/ops/log.ts'
import type { Metrics } from '#server/ops/metrics.ts'
import { seenOf } from './seen.ts'

/**
 * The path with everything that could be an id, a token or a name taken out: only short words of small letters stay. An
 * invitation's token is in its path, so the path itself must never be kept (SEC-029, SEC-106).
 */
export const pathPattern = (path: string) =>
  path
    .slice(0, 500)
    .split('/')
    .map((part) => (/^[a-z]{1,20}(-[a-z]{1,20}){0,4}(\.data)?$|^_root\.data$|^$/.test(part) ? part : ':id'))
    .join('/')

/** Which of a few classes a path belongs to, for figures that say nothing about anybody. */
function classOf(path: string): 'page' | 'data' | 'file' | 'operations' {
  if (path.endsWith('.data')) return 'data'
  if (/^\/(healthz|readyz|metrics)$/.test(path)) return 'operations'
  return /\.[a-z0-9]{2,5}$/.test(path) ? 'file' : 'page'
}

export interface RequestLogParts {
  readonly log: Log
  readonly metrics: Metrics
  readonly now: () => number
}

/** One line for each request, when its answer has ended; files and operators' own questions only where they failed. */
export function createRequestLog({ log, metrics, now }: RequestLogParts): RequestHandler {
  return (request, response, next) => {
    const startedAt = now()
    const { method, path } = request
    response.once('close', () => {
      const durationMs = Math.round(now() - startedAt)
      // What nginx writes when the asker went away before the answer.
      const status = response.writableFinished ? response.statusCode : 499
      const kind = classOf(path)
      metrics.requests.observe(durationMs / 1000, {
        class: kind,
        method: knownMethod(method),
        code: `${Math.floor(status / 100)}xx`,
      })
      const { requestId } = seenOf(request)
      const line = {
        event: 'request',
        requestId,
        method: knownMethod(method),
        path: pathPattern(path),
        status,
        durationMs,
      }
      if (status >= 500) log.error(line)
      else if (status < 400 && (kind === 'file' || kind === 'operations')) log.debug(line)
      else log.info(line)
    })
    next()
  }
}

const knownMethod = (method: string) => (['GET', 'HEAD', 'POST'].includes(method) ? method : 'other')
