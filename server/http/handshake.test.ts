import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { mayBeginSocket } from './gate.ts'
import { createProxyTrust } from './proxies.ts'
import { createSite } from './site.ts'

function mayBegin(headers: Record<string, string>, rawHosts: string[] = [headers.host ?? '']) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request.headers, headers)
  request.rawHeaders = rawHosts.flatMap((host) => ['Host', host])
  return mayBeginSocket(request, { site: createSite('https://plenary.example'), trusts: createProxyTrust(1) })
}
const host = 'plenary.example'

describe('[SEC-049] how a socket may begin', () => {
  test('[SEC-049] a WebSocket from a page of ours', () => {
    expect(mayBegin({ host, origin: 'https://plenary.example' })).toBe(true)
  })

  test('[SEC-049] a long poll from a page of ours, which names no origin', () => {
    expect(mayBegin({ host, 'sec-fetch-site': 'same-origin' })).toBe(true)
  })

  test.each([
    ['no origin at all', { host }],
    ['an origin of null', { host, origin: 'null' }],
    ['another site', { host, origin: 'https://evil.example' }],
    ['a sub-domain', { host, origin: 'https://x.plenary.example' }],
    ['a name that begins like ours', { host, origin: 'https://plenary.example.evil.example' }],
    ['our name under http', { host, origin: 'http://plenary.example' }],
    ['capital letters, which no browser sends', { host, origin: 'https://PLENARY.example' }],
    ['a trailing dot', { host, origin: 'https://plenary.example.' }],
    ['another port', { host, origin: 'https://plenary.example:8443' }],
    ['a long poll from another site', { host, 'sec-fetch-site': 'cross-site' }],
    ['a long poll from a site beside ours', { host, 'sec-fetch-site': 'same-site' }],
    ['another Host', { host: 'evil.example', origin: 'https://evil.example' }],
    ['a connection that was not encrypted', { host, origin: 'https://plenary.example', 'x-forwarded-proto': 'http' }],
  ])('[SEC-049] not from %s', (_name, headers) => {
    expect(mayBegin(headers)).toBe(false)
  })

  test('[SEC-049] not under two names', () => {
    expect(mayBegin({ host, origin: 'https://plenary.example' }, [host, 'evil.example'])).toBe(false)
  })
})
