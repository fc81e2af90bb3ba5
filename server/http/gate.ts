import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import { type BodyLimit, inWords, limitFor } from './body-limits.ts'
import { type Refusal, refuse } from './refuse.ts'
import { type Front, type Seen, see, seenOf } from './seen.ts'
import { judgeRoutes, readTarget } from './target.ts'

export interface GateRules {
  readonly isSecure: boolean
  readonly bodies: readonly BodyLimit[]
  /** Where browsers report broken content policies: nothing there acts, and reports come without our origin. */
  readonly reports: string
  /** The ids of the routes that the build has. */
  readonly knownRoutes: () => Promise<ReadonlySet<string>>
}

const crossSite: Refusal = { status: 403, reason: 'crossSite' }
const badForm: Refusal = { status: 415, reason: 'form' }

/** Stands before everything that reads a request; `see` has run. Nothing that is refused here reaches a page. */
export function createGate(rules: GateRules): RequestHandler {
  return (request, response, next) => {
    judge(request, seenOf(request), rules).then((refusal) => {
      if (!refusal) return next()
      afterBody(request, response, () => refuse(request, response, refusal))
    }, next)
  }
}

const drainable = 64 * 1024 * 1024

/** Most browsers show our sentence only when they may send to the end first; nobody may send for ever. */
function afterBody(request: IncomingMessage, response: ServerResponse, answer: () => void) {
  const bytes = Number(request.headers['content-length'] ?? 0)
  if (request.headers['transfer-encoding'] !== undefined || bytes > drainable) response.setHeader('Connection', 'close')
  else if (bytes > 0) return void request.once('end', answer).resume()
  answer()
}

/** The reason why this request is not let in, or null (SEC-080, SEC-082, SEC-087). */
export async function judge(request: IncomingMessage, seen: Seen, rules: GateRules): Promise<Refusal | null> {
  const method = request.method ?? ''
  if (!['GET', 'HEAD', 'POST'].includes(method))
    return { status: 405, reason: 'method', headers: { Allow: 'GET, HEAD, POST' } }
  if (seen.origin === null || hostsIn(request) > 1) return { status: 400, reason: 'host' }
  if (rules.isSecure && seen.isCleartext) return { status: 403, reason: 'insecure' }
  const target = readTarget(request.url ?? '')
  if ('status' in target) return target
  const unknown = target.parameters.has('_routes') ? judgeRoutes(target, await rules.knownRoutes()) : null
  if (unknown) return unknown
  if (method !== 'POST') return judgeReading(request, target.path)
  return target.path === rules.reports ? null : judgeWriting(request, seen.origin, limitFor(target.path, rules.bodies))
}

const hostsIn = ({ rawHeaders }: IncomingMessage) =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length

/** From another site one may come here, but not look in: no frame, no picture, no script, no fetch. */
function judgeReading({ headers }: IncomingMessage, path: string): Refusal | null {
  const site = headers['sec-fetch-site']
  // On a mere reading it decides nothing, and a malformed one is an error deep inside Remix.
  delete headers.origin
  if (site === undefined || site === 'same-origin' || site === 'none') return null
  const isVisit = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return isVisit && !path.endsWith('.data') ? null : crossSite
}

function judgeWriting({ headers }: IncomingMessage, ours: string, limit: BodyLimit): Refusal | null {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return crossSite
  // A browser that does not say where a form comes from must at least name our origin; one that names another is lying.
  if (headers.origin === undefined ? site === undefined : headers.origin !== ours) return crossSite
  if (headers['transfer-encoding'] !== undefined) return { status: 411, reason: 'length' }
  const bytes = Number(headers['content-length'] ?? 0)
  if (bytes > limit.bytes) return { status: 413, reason: 'tooLarge', limit: inWords(limit.bytes) }
  return isForm(headers, limit) ? null : badForm
}

function isForm(headers: IncomingMessage['headers'], limit: BodyLimit): boolean {
  if (headers['content-encoding'] !== undefined) return false
  const [type, ...settings] = (headers['content-type'] ?? '').toLowerCase().split(';')
  if (type?.trim() === 'application/x-www-form-urlencoded') return true
  return (
    type?.trim() === 'multipart/form-data' &&
    limit.files === true &&
    settings.some((each) => /^\s*boundary=\S/.test(each))
  )
}

/**
 * Whether a socket may begin (SEC-049): under our name, and from a page of ours. A WebSocket always says its origin; a
 * browser's long-polling GET does not, and says `Sec-Fetch-Site` instead.
 */
export function mayBeginSocket(request: IncomingMessage, front: Front): boolean {
  const { origin, isCleartext } = see(request, front)
  if (origin === null || hostsIn(request) > 1 || (front.site.isSecure && isCleartext)) return false
  const said = request.headers.origin
  return said === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : said === origin
}
