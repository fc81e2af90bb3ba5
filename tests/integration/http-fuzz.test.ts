import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from '#tests/support/served.ts'

const generous = { perSecond: 1e6, burst: 1e6 }
let served: Served
beforeAll(async () => {
  served = await serve({
    rates: { perAddress: generous, perLogin: generous },
    times: { headersMs: 100, requestMs: 200 },
  })
})
afterAll(() => served.close())

const oneOf = (...values: string[]) => fc.constantFrom(...values)
const odd = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ''))
const method = fc.oneof(oneOf('GET', 'HEAD', 'POST', 'get', 'PUT', 'OPTIONS', ''), odd)
const piece = oneOf(
  '/',
  '//',
  'secret',
  'child',
  '.data',
  '_root',
  'resource',
  '..',
  '.',
  '%2e',
  '%2f',
  '%5c',
  '%00',
  '%',
  '%zz',
  '?',
  '&',
  '=',
  '_data',
  '_routes',
  'index',
  '#',
  '@',
  ':',
  ';',
  '\\',
  '*',
  ' ',
  '\u00e9',
  '__proto__',
)
const path = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('')}`),
  odd,
)
const name = oneOf(
  'Host',
  'Origin',
  'Sec-Fetch-Site',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Dest',
  'Cookie',
  'Content-Type',
  'Content-Length',
  'Transfer-Encoding',
  'Expect',
  'Upgrade',
  'Connection',
  'Range',
  'Accept-Encoding',
  'Accept-Language',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'Forwarded',
  'If-None-Match',
  'TE',
)
const value = fc.oneof(
  oneOf(
    'same-origin',
    'cross-site',
    'navigate',
    'document',
    'null',
    'chunked',
    '0',
    '3',
    '-1',
    '9'.repeat(20),
    'close',
    'websocket',
    'bytes=0-',
    'http://',
    '[::1',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '100-continue',
    'session=x; session=y',
    '*',
    'en;q=x',
  ),
  odd,
)
const headers = fc.array(fc.tuple(name, value), { maxLength: 6 })
const body = fc.oneof(oneOf('', 'a=1', '--x\r\n', '%', '__proto__=1'), odd)

test('[A7] nothing that anybody sends becomes a failure of ours', async () => {
  await fc.assert(
    fc.asyncProperty(method, path, headers, fc.boolean(), body, async (verb, target, given, isOurs, text) => {
      const own = isOurs
        ? [`Host: ${served.host}`, `Origin: ${served.origin}`, `Content-Length: ${Buffer.byteLength(text)}`]
        : []
      const lines = [`${verb} ${target} HTTP/1.1`, ...own, ...given.map((pair) => pair.join(': ')), 'Connection: close']
      const answer = await served.raw(`${lines.join('\r\n')}\r\n\r\n${text}`, (said) => said.includes('\r\n\r\n'))
      expect(answer).toMatch(/^(HTTP\/1\.1 [1-4]\d\d |$)/)
    }),
    { numRuns: 600 },
  )
  expect((await served.get('/secret')).status).toBe(200)
  expect(served.lines.filter(({ event }) => event === 'request-failed')).toEqual([])
}, 60_000)
