import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import { type ProxyTrust, senderOf } from './proxies.ts'
import { isLoopbackHost, type Site } from './site.ts'

/** What we know of a request before anybody looks at what it asks. */
export interface Seen {
  readonly requestId: string
  /** For the scripts and styles of this one answer: 128 random bits (SEC-079). */
  readonly nonce: string
  /** The asker's machine; limits count by it. */
  readonly address: string
  readonly host: string
  /** The origin our pages have under this Host; null when the Host is not ours. */
  readonly origin: string | null
  /** An operator's process on this machine, through no proxy. */
  readonly isLocal: boolean
  /** The proxy says that the asker's connection is not encrypted. */
  readonly isCleartext: boolean
}

/** Who stands in front of us and what we are called. */
export interface Front {
  readonly site: Site
  readonly trusts: ProxyTrust
}

// Each of these made some server somewhere believe a client about itself.
const selfDescriptions =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|fastly-client-ip|x-original-.*|x-rewrite-url|x-http-method.*|x-method-override|x-host)$/

const requests = new WeakMap<IncomingMessage, Seen>()

/**
 * Reads what only our proxies may say, removes what anybody could have said, and writes down our own reading in its
 * place, so that whatever comes later finds nothing else (SEC-080 b).
 */
export function see(request: IncomingMessage, { site, trusts }: Front): Seen {
  // A second reading would find our own words and take them for the proxy's.
  const before = requests.get(request)
  if (before) return before
  const { headers } = request
  const sender = senderOf(request, trusts)
  const host = sender.host ?? headers.host?.toLowerCase() ?? ''
  const origin = site.originFor(host)
  for (const name of Object.keys(headers)) if (selfDescriptions.test(name)) delete headers[name]
  headers.host = host
  headers['x-forwarded-for'] = sender.address
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = site.isSecure ? 'https' : 'http'
  const seen: Seen = {
    requestId: newId(),
    nonce: randomBytes(16).toString('base64'),
    address: sender.address,
    host,
    origin,
    isLocal: sender.isLocal && isLoopbackHost(host),
    isCleartext: sender.scheme === 'http',
  }
  requests.set(request, seen)
  return seen
}

export const seenOf = (request: IncomingMessage): Seen => must(requests.get(request), 'nobody has seen this request')
