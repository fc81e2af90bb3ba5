import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Served, serve } from '#tests/support/served.ts'

let served: Served
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.close())
beforeEach(() => {
  served.pages.ran.length = 0
})

const evil = 'https://evil.example'
const acted = () => served.pages.ran.filter((each) => each.startsWith('action'))

describe('[SEC-080] a request that is not from a page of ours does nothing', () => {
  test('[SEC-080] a form of ours is carried out', async () => {
    const answer = await served.post('/resource')
    expect([answer.status, acted()]).toEqual([200, ['action resource']])
  })

  test('[SEC-080] a form of ours from a browser that only says its origin is carried out', async () => {
    const answer = await served.post('/resource', { 'Sec-Fetch-Site': '' })
    expect([answer.status, acted()]).toEqual([200, ['action resource']])
  })

  test.each<[string, string, Record<string, string>]>([
    ['probe 1: a page posted from another origin', '/secret', { Origin: evil, 'Sec-Fetch-Site': 'cross-site' }],
    [
      'probe 2: the same with a forged X-Forwarded-Host',
      '/secret',
      { Origin: evil, 'X-Forwarded-Host': 'evil.example', 'Sec-Fetch-Site': '' },
    ],
    ['probe 3: the old `_data` way in', '/secret?_data=secret', { Origin: evil, 'Sec-Fetch-Site': 'cross-site' }],
    ['probe 3 from our own origin', '/secret?_data=secret', {}],
    [
      'probe 4: a resource route posted from another origin',
      '/resource',
      { Origin: evil, 'Sec-Fetch-Site': 'cross-site' },
    ],
    ['probe 4 without fetch metadata', '/resource', { Origin: evil, 'Sec-Fetch-Site': '' }],
    ['probe 5: no origin and no fetch metadata', '/secret', { Origin: '', 'Sec-Fetch-Site': '' }],
    [
      'probe 6: the script’s way in, from another origin',
      '/secret.data',
      { Origin: evil, 'Sec-Fetch-Site': 'cross-site' },
    ],
    ['probe 7: a sandboxed frame', '/secret', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
    [
      'probe 8: another site under the same domain',
      '/secret',
      { Origin: 'http://other.localhost', 'Sec-Fetch-Site': 'same-site' },
    ],
    ['probe 9: typed or from a bookmark', '/secret', { Origin: '', 'Sec-Fetch-Site': 'none' }],
    ['another port of this machine', '/secret', { Origin: 'http://127.0.0.1:1', 'Sec-Fetch-Site': 'same-site' }],
    ['our host under another scheme', '/secret', { Origin: 'https://127.0.0.1', 'Sec-Fetch-Site': '' }],
    ['fetch metadata that contradicts the origin', '/secret', { Origin: evil, 'Sec-Fetch-Site': 'same-origin' }],
    ['an origin that is none', '/secret', { Origin: 'nonsense', 'Sec-Fetch-Site': 'same-origin' }],
    ['an unknown word in the fetch metadata', '/secret', { 'Sec-Fetch-Site': 'same-origin, cross-site' }],
  ])('[SEC-080] %s', async (_name, path, headers) => {
    const answer = await served.post(path, headers)
    expect([400, 403]).toContain(answer.status)
    expect(served.pages.ran).toEqual([])
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('[SEC-080] a cross-site refusal is one plain sentence in the reader’s language', async () => {
    const foreign = { Origin: evil, 'Sec-Fetch-Site': 'cross-site' }
    const english = await served.post('/secret', foreign)
    expect(english).toMatchObject({ status: 403, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(english.body).toContain('This request came from another site, so it was not carried out.')
    const arabic = await served.post('/secret', { ...foreign, 'Accept-Language': 'ar-EG,en;q=0.5' })
    expect(arabic.body).toContain('<html lang="ar" dir="rtl">')
    const french = await served.post('/secret', { ...foreign, Cookie: 'locale=fr', 'Accept-Language': 'ar' })
    expect(french.body).toContain('Cette demande vient d’un autre site')
  })
})

describe('[SEC-080] methods', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH'])(
    '[SEC-080] %s is refused',
    async (method) => {
      const answer = await served.ask(method, '/secret', { Origin: served.origin, 'Sec-Fetch-Site': 'same-origin' })
      expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } })
      expect(served.pages.ran).toEqual([])
    },
  )

  test('[SEC-080] a method in a header or a field is not a method', async () => {
    const answer = await served.ask('GET', '/secret', { 'X-HTTP-Method-Override': 'DELETE', 'X-HTTP-Method': 'POST' })
    expect([answer.status, served.pages.ran]).toEqual([200, ['loader root', 'loader secret']])
  })

  test('[SEC-080] HEAD says what GET would, without a body', async () => {
    const answer = await served.ask('HEAD', '/secret')
    expect([answer.status, answer.body]).toEqual([200, ''])
  })

  test('[SEC-080] CONNECT opens nothing', async () => {
    expect(await served.raw('CONNECT internal:5432 HTTP/1.1\r\nHost: internal:5432\r\n\r\n')).not.toMatch(
      /^HTTP\/1.1 2/,
    )
  })
})

describe('[SEC-080] names', () => {
  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'localhost.',
    'localhost:abc',
    'user@localhost',
    'localhost/secret',
    '',
    '0.0.0.0',
    '[::]',
    '127.1',
  ])('[SEC-080] a Host of %s is not ours', async (host) => {
    const answer = await served.ask('GET', '/secret', { Host: host })
    expect([answer.status, served.pages.ran]).toEqual([400, []])
    expect(answer.body).toContain('does not answer under this name')
  })

  test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])(
    '[SEC-080] %s is this machine',
    async (host) => {
      expect((await served.ask('GET', '/secret', { Host: host })).status).toBe(200)
    },
  )

  test('[SEC-080] no Host and two Hosts are refused', async () => {
    expect(await served.raw('GET /secret HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 400/)
    const two = `GET /secret HTTP/1.1\r\nHost: ${served.host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`
    expect(await served.raw(two)).toMatch(/^HTTP\/1.1 400/)
    expect(served.pages.ran).toEqual([])
  })
})

describe('[SEC-080] addresses', () => {
  test.each([
    '/secret?_data=secret',
    '/secret?%5Fdata=secret',
    '/secret.data?_routes=nonsense',
    '/secret.data?_routes=secret,nonsense',
    '/secret.data?_routes=',
    '/secret?_routes=secret',
    '/secret?a=1&a=2',
    '/secret?a=1&%61=2',
    '/secret?__proto__=1',
    '/secret?constructor=1',
    '/secret?a=%00',
    `/secret?${Array.from({ length: 70 }, (_, index) => `p${index}=1`).join('&')}`,
  ])('[SEC-080] [SEC-088] the parameters of %s are refused', async (path) => {
    const answer = await served.get(path)
    expect([answer.status, served.pages.ran]).toEqual([400, []])
  })

  test('[SEC-080] parts that this build has may be asked for by themselves', async () => {
    const answer = await served.get('/secret/child.data?_routes=secret.child', { 'Sec-Fetch-Site': 'same-origin' })
    expect([answer.status, served.pages.ran]).toEqual([200, ['loader secret.child']])
  })

  test.each([
    '/%',
    '/%E0%A4%A',
    '/%ff',
    '/secret/%00',
    '/secret%0d%0aSet-Cookie:x=1',
    '//evil.example/secret',
    '/secret//child',
    '/secret/../resource',
    '/secret/%2e%2e/resource',
    '/secret/./child',
    '/secret\\child',
    'http://evil.example/secret',
    'secret',
    '*',
    '/secret"',
  ])('[A7] %s is no address of ours: 400, not 500', async (path) => {
    const answer = await served.raw(`GET ${path} HTTP/1.1\r\nHost: ${served.host}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 400/)
    expect(served.pages.ran).toEqual([])
  })

  test('[A7] an address beyond all measure is refused, in whatever way it is long', async () => {
    expect((await served.get(`/${'a'.repeat(5_000)}`)).status).toBe(414)
    expect(await served.raw(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: ${served.host}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431/,
    )
  })

  test('[A7] what is not there is an ordinary 404, also with an odd but well-formed address', async () => {
    for (const path of ['/nothing', '/%D8%A3%D9%85%D9%86', '/secret/%252e%252e/x', '/__manifest?p=/secret&version=1']) {
      expect((await served.get(path)).status, path).toBe(404)
    }
  })

  test('[A7] an Origin that is none harms no reading, not even by the script’s way in', async () => {
    for (const method of ['GET', 'HEAD']) {
      expect((await served.ask(method, '/secret.data', { Origin: 'nonsense' })).status, method).toBe(200)
    }
  })
})

describe('[SEC-082] from another site one may come here, but not look in', () => {
  const visit = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }

  test.each([
    ['a link on another site', visit],
    ['a link on a site under the same domain', { ...visit, 'Sec-Fetch-Site': 'same-site' }],
    ['a bookmark', { ...visit, 'Sec-Fetch-Site': 'none' }],
    ['our own script', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }],
    ['a browser that says nothing', {}],
  ])('[SEC-082] %s leads in', async (_name, headers) => {
    expect((await served.get('/secret', headers)).status).toBe(200)
  })

  test.each([
    ['a picture', { 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' }],
    ['a script', { 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' }],
    ['a fetch', { 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }],
    ['a frame', { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' }],
    ['an object', { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'object' }],
  ])('[SEC-082] %s on another site is refused alike for what exists and what does not', async (_name, headers) => {
    for (const site of ['cross-site', 'same-site']) {
      const [there, missing] = [
        await served.get('/secret', { ...headers, 'Sec-Fetch-Site': site }),
        await served.get('/nothing', { ...headers, 'Sec-Fetch-Site': site }),
      ]
      expect([there.status, missing.status, there.body]).toEqual([403, 403, missing.body])
    }
    expect(served.pages.ran).toEqual([])
  })

  test('[SEC-082] a link to the script’s own answers leads nowhere', async () => {
    expect((await served.get('/secret.data', visit)).status).toBe(403)
  })
})
