import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import { limitKey } from './proxies.ts'
import { refuse } from './refuse.ts'
import { seenOf } from './seen.ts'

/** A bucket holds `burst` requests and is refilled at `perSecond`. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

export interface RequestRates {
  /** A whole delegation, or a whole venue, may share one address. */
  readonly perAddress: Rate
  readonly perLogin: Rate
}

export const requestRates: RequestRates = {
  perAddress: { perSecond: 300, burst: 2_000 },
  perLogin: { perSecond: 60, burst: 240 },
}

const mostBuckets = 20_000

/**
 * Takes one from the bucket of a key; 0 when there was one, otherwise the milliseconds until there is. Remembers a
 * bounded number of keys: the one longest unused is forgotten first, which only ever refills a bucket.
 */
export function createBuckets({ perSecond, burst }: Rate, now: () => number, most = mostBuckets) {
  const buckets = new Map<string, { left: number; at: number }>()
  return function take(key: string): number {
    const at = now()
    const before = buckets.get(key)
    const left = before ? Math.min(burst, before.left + ((at - before.at) * perSecond) / 1000) : burst
    buckets.delete(key)
    buckets.set(key, { left: left >= 1 ? left - 1 : left, at })
    if (buckets.size > most)
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest)
        break
      }
    return left >= 1 ? 0 : Math.ceil(((1 - left) * 1000) / perSecond)
  }
}

export interface RateLimitParts {
  readonly rates: RequestRates
  /** What tells one login from another in a cookie header, or null. It is not checked here: the address limit holds too. */
  readonly loginIn: (cookies: string | undefined) => string | null
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number
}

/** Keeps one machine or one login from taking the server from everybody else (SEC-024). Pages only, not files. */
export function createRateLimit({ rates, loginIn, now }: RateLimitParts): RequestHandler {
  const [byAddress, byLogin] = [createBuckets(rates.perAddress, now), createBuckets(rates.perLogin, now)]
  return (request, response, next) => {
    const login = loginIn(request.headers.cookie)
    const waitMs = Math.max(byAddress(limitKey(seenOf(request).address)), login === null ? 0 : byLogin(digest(login)))
    if (waitMs === 0) return next()
    refuse(request, response, {
      status: 429,
      reason: 'tooMany',
      headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) },
    })
  }
}

/** A table in memory is no place for what signs people in. */
const digest = (login: string) => createHash('sha256').update(login).digest('base64url')
