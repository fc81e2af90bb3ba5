import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DomainError } from '#app/kernel/errors.ts'
import { builtFiles } from '#server/http/pages.ts'
import { createFakePages } from '#tests/support/fake-pages.ts'
import { type Answer, type Served, serve } from '#tests/support/served.ts'

const script = `export const words = '${'word '.repeat(400)}'`
let folder: string
let served: Served
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-client-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets', 'entry-4Fg9.js'), script)
  writeFileSync(join(folder, 'assets', 'entry-4Fg9.js.br'), brotliCompressSync(script))
  writeFileSync(join(folder, 'assets', 'entry-4Fg9.js.gz'), gzipSync(script))
  writeFileSync(join(folder, 'assets', 'plain-1a.css'), 'p { color: red }')
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, '.env'), 'SECRET=1')
  served = await serve({ pages: createFakePages({ files: builtFiles(folder) }) })
})
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

const kinds: [string, () => Promise<Answer>, number][] = [
  ['a page', () => served.get('/secret'), 200],
  ['the script’s own answer', () => served.get('/secret.data'), 200],
  ['a resource', () => served.get('/resource'), 200],
  ['a route that asks to be kept', () => served.get('/kept'), 200],
  ['a redirect', () => served.get('/elsewhere'), 302],
  ['a missing page', () => served.get('/nothing'), 404],
  ['a page that broke', () => served.get('/broken'), 500],
  ['a form’s answer', () => served.post('/resource'), 200],
  ['a refusal', () => served.post('/resource', { Origin: 'https://evil.example' }), 403],
  ['a bad address', () => served.get('/%'), 400],
  ['a refused method', () => served.ask('DELETE', '/secret'), 405],
]
const files: [string, () => Promise<Answer>, number][] = [
  ['an asset', () => served.get('/assets/entry-4Fg9.js'), 200],
  ['a compressed asset', () => served.get('/assets/entry-4Fg9.js', { 'Accept-Encoding': 'br' }), 200],
  ['a public file', () => served.get('/favicon.svg'), 200],
]

describe('[SEC-083] the headers of every answer', () => {
  test.each([...kinds, ...files])('[SEC-083] %s', async (_name, ask, status) => {
    const { headers, status: given } = await ask()
    expect(given).toBe(status)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*clipboard-write=\(self\), fullscreen=\(self\)$/)
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('server')
    // Nothing here came over https, and a name once promised to https cannot be taken back.
    expect(headers).not.toHaveProperty('strict-transport-security')
  })

  test('[SEC-083] under https every answer promises https for a year', async () => {
    const secure = await serve({ origin: 'https://plenary.example', trustProxy: ['loopback'] })
    const answer = await secure.get('/secret', { Host: 'plenary.example', 'X-Forwarded-Proto': 'https' })
    await secure.close()
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(answer.headers['content-security-policy']).toContain("connect-src 'self' wss://plenary.example;")
  })
})

describe('[SEC-026] nobody keeps what was said to somebody', () => {
  test.each(kinds)('[SEC-026] %s', async (_name, ask) => {
    const { headers } = await ask()
    expect(headers['cache-control']).toBe('no-store')
    expect(headers.vary).toMatch(/\bCookie\b/)
    expect(headers).not.toHaveProperty('etag')
    expect(headers).not.toHaveProperty('last-modified')
  })

  test('[SEC-026] only files of the build and the words on screen are kept', async () => {
    expect((await served.get('/assets/entry-4Fg9.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await served.get('/words/en-3f9c.json')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await served.get('/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600')
    for (const path of ['/assets/entry-4Fg9.js', '/words/en-3f9c.json', '/favicon.svg']) {
      expect((await served.get(path, { 'Accept-Encoding': 'br' })).headers.vary, path).toBe('Accept-Encoding')
    }
  })
})

describe('[SEC-079] the content policy', () => {
  const policyOf = async (path: string) => String((await served.get(path)).headers['content-security-policy'])
  const withoutNonce = (policy: string) => policy.replace(/nonce-[\w+/=]+/g, 'nonce-N')

  test('[SEC-079] is exactly this', async () => {
    expect(withoutNonce(await policyOf('/secret')).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'nonce-N' 'strict-dynamic'",
      "style-src 'self' 'nonce-N'",
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' blob:",
      "font-src 'self'",
      `connect-src 'self' ws://${served.host}`,
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types ProseMirrorClipboard plenary',
      'report-to csp',
    ])
  })

  test('[SEC-079] is on every answer, with a nonce of 128 bits that is never used twice', async () => {
    const policies = await Promise.all(
      ['/secret', '/secret', '/nothing', '/broken', '/%', '/favicon.svg'].map(policyOf),
    )
    const nonces = policies.map((policy) => /script-src 'nonce-([\w+/]{22}==)'/.exec(policy)?.[1])
    expect(nonces).not.toContain(undefined)
    expect(new Set(nonces).size).toBe(policies.length)
  })

  test('[SEC-079] the page gets the nonce of its own answer', async () => {
    const { headers, body } = await served.get('/secret')
    expect(headers['content-security-policy']).toContain(`'nonce-${/nonce="([^"]+)"/.exec(body)?.[1]}'`)
  })

  test('[SEC-079] a Host that is not ours gets nothing into the policy', async () => {
    const { headers } = await served.ask('GET', '/', { Host: "evil.example; script-src 'unsafe-inline'" })
    expect(withoutNonce(String(headers['content-security-policy']))).toContain("; connect-src 'self'; ")
  })

  test('[SEC-079] what breaks it is reported without a word of what it was', async () => {
    const report = [
      {
        type: 'csp-violation',
        body: { effectiveDirective: 'img-src', blockedURL: 'https://canary.example/x', sample: 'canary' },
      },
    ]
    const send = (type: string, body: string) =>
      served.ask(
        'POST',
        '/reports/content-policy',
        { 'Content-Type': type, 'Content-Length': String(Buffer.byteLength(body)) },
        body,
      )
    expect((await send('application/reports+json', JSON.stringify(report))).status).toBe(204)
    expect(
      (
        await send(
          'application/csp-report',
          JSON.stringify({ 'csp-report': { 'violated-directive': 'script-src-elem' } }),
        )
      ).status,
    ).toBe(204)
    expect((await send('application/reports+json', '{')).status).toBe(400)
    expect((await send('application/reports+json', JSON.stringify('a'.repeat(20_000)))).status).toBe(413)
    expect(
      (await send('application/reports+json', '[{"body":{"effectiveDirective":"x\\ncanary"}}, null, 3]')).status,
    ).toBe(204)
    const noted = served.lines.filter(({ event }) => event === 'content-policy')
    expect(noted).toEqual([
      { event: 'content-policy', directive: 'img-src' },
      { event: 'content-policy', directive: 'script-src-elem' },
    ])
    expect(JSON.stringify(served.lines)).not.toContain('canary')
  })
})

describe('files of the build', () => {
  test('come in the smallest form that the browser reads', async () => {
    const answer = await served.get('/assets/entry-4Fg9.js', { 'Accept-Encoding': 'gzip, br' })
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'application/javascript; charset=utf-8',
    })
    expect(answer.headers.vary).toContain('Accept-Encoding')
    const plain = await served.get('/assets/entry-4Fg9.js', { 'Accept-Encoding': 'identity' })
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, script])
  })

  test.each(['/.env', '/assets', '/assets/', '/assets/..%2f.env', '/assets/%2e%2e%2f.env', '/assets/entry-4Fg9.js/'])(
    '%s gives no file',
    async (path) => {
      const answer = await served.get(path)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.body).not.toContain('SECRET')
    },
  )

  test('a range beyond the end is the asker’s mistake', async () => {
    expect((await served.get('/favicon.svg', { Range: 'bytes=9999-' })).status).toBe(416)
  })
})

describe('[SEC-086] when even the page fails', () => {
  test('[SEC-086] the reader gets a sentence and a number, the log gets the cause', async () => {
    const broken = await serve({ loadContext: () => Promise.reject(new TypeError('canary of a bug')) })
    const answer = await broken.get('/secret')
    await broken.close()
    expect(answer.status).toBe(500)
    expect(answer.body).toContain(`<code>${answer.headers['x-request-id']}</code>`)
    expect(answer.body).not.toContain('canary')
    expect(broken.lines).toContainEqual(
      expect.objectContaining({ event: 'request-failed', requestId: answer.headers['x-request-id'] }),
    )
  })

  test('[SEC-086] a database that is away for a moment is said so', async () => {
    const away = await serve({ loadContext: () => Promise.reject(new DomainError('unavailable', 'x', 'x')) })
    const answer = await away.get('/secret')
    await away.close()
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
  })
})
