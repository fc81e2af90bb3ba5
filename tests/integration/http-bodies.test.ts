import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Served, serve } from '#tests/support/served.ts'

const kilobyte = 1024
const megabyte = 1024 * kilobyte

let served: Served
beforeAll(async () => {
  served = await serve({ bodies: [{ path: '/conferences/import', bytes: 10 * megabyte, files: true }] })
})
afterAll(() => served.close())
beforeEach(() => {
  served.pages.ran.length = 0
})

const acted = () => served.pages.ran.filter((each) => each.startsWith('action'))
const formOf = (bytes: number) => `text=${'a'.repeat(bytes - 5)}`
const boundary = 'b0undary'
const upload = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
const uploadOf = (bytes: number) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${'a'.repeat(bytes)}\r\n--${boundary}--\r\n`

describe('[SEC-087] how much a request may carry', () => {
  test('[SEC-087] a form of one megabyte is read, one byte more is not', async () => {
    expect((await served.post('/resource', {}, formOf(megabyte))).status).toBe(200)
    served.pages.ran.length = 0
    const answer = await served.post('/resource', {}, formOf(megabyte + 1))
    expect([answer.status, served.pages.ran]).toEqual([413, []])
    expect(answer.body).toContain('at most 1 MB')
  })

  test('[SEC-087] an import takes files of up to ten megabytes', async () => {
    expect((await served.post('/conferences/import', upload, uploadOf(9 * megabyte))).status).toBe(200)
    expect((await served.post('/conferences/import.data', upload, uploadOf(kilobyte))).status).toBe(200)
    const answer = await served.post('/conferences/import', upload, uploadOf(10 * megabyte))
    expect([answer.status, answer.body.includes('at most 10 MB')]).toEqual([413, true])
  })

  test.each(['/resource', '/secret', '/conferences', '/conferences/importer', '/conferences-import'])(
    '[SEC-087] %s takes no files',
    async (path) => {
      const answer = await served.post(path, upload, uploadOf(10))
      expect([answer.status, served.pages.ran]).toEqual([415, []])
    },
  )

  test.each([
    ['JSON', { 'Content-Type': 'application/json' }],
    ['plain text', { 'Content-Type': 'text/plain' }],
    ['nothing named', { 'Content-Type': '' }],
    ['a compressed form', { 'Content-Encoding': 'gzip' }],
    ['files without a boundary', { 'Content-Type': 'multipart/form-data' }],
  ])('[SEC-087] %s is no form', async (_name, headers) => {
    const answer = await served.post('/conferences/import', headers)
    expect([answer.status, served.pages.ran]).toEqual([415, []])
  })

  test('[SEC-087] a body that does not say how long it is, or that promises too much, is not read', async () => {
    const chunked = await served.post('/resource', { 'Content-Length': '', 'Transfer-Encoding': 'chunked' })
    expect([chunked.status, served.pages.ran]).toEqual([411, []])
    const head = `POST /resource HTTP/1.1\r\nHost: ${served.host}\r\nOrigin: ${served.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\n`
    const endless = await served.raw(`${head}Content-Length: 9007199254740991\r\n\r\na=1`)
    expect(endless).toMatch(/^HTTP\/1.1 413 [\s\S]*connection: close/i)
    const both = await served.raw(`${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)
    expect(both).toMatch(/^HTTP\/1.1 400/)
    expect(served.pages.ran).toEqual([])
  })

  test('[SEC-087] a form that the page’s own script sent gets the refusal as the script reads it', async () => {
    const answer = await served.post('/secret.data', {}, formOf(2 * megabyte))
    expect([answer.status, answer.headers['content-type']]).toEqual([413, 'text/x-script; charset=utf-8'])
    expect(answer.body).toContain('http/tooLarge')
  })

  test('[SEC-087] headers beyond 16 kilobytes are refused', async () => {
    const answer = await served.raw(
      `GET / HTTP/1.1\r\nHost: ${served.host}\r\nX-Long: ${'a'.repeat(17 * kilobyte)}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 431/)
  })

  test.each([
    ['no request at all', 'hello\r\n\r\n'],
    ['another version', 'GET / HTTP/9.9\r\n\r\n'],
    ['a broken header', 'GET / HTTP/1.1\r\nHost : x\r\n\r\n'],
    ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'],
  ])('[A7] %s is answered and survived', async (_name, bytes) => {
    expect(await served.raw(bytes)).toMatch(/^(HTTP\/1.1 4|$)/)
    expect((await served.get('/secret')).status).toBe(200)
  })

  test('[A7] somebody who goes away in the middle of a form harms nothing', async () => {
    const socket = connect({ host: '127.0.0.1', port: served.port })
    await once(socket, 'connect')
    socket.write(
      `POST /resource HTTP/1.1\r\nHost: ${served.host}\r\nOrigin: ${served.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\na=`,
    )
    await vi.waitFor(() => expect(acted()).toEqual(['action resource']))
    socket.destroy()
    expect((await served.get('/secret')).status).toBe(200)
  })
})

describe('[SEC-087] slow requests', () => {
  test('[SEC-087] headers and bodies that trickle are cut off', async () => {
    const slow = await serve({ times: { headersMs: 200, requestMs: 400 } })
    const head = `POST /resource HTTP/1.1\r\nHost: ${slow.host}\r\n`
    const answers = await Promise.all([
      slow.raw(head),
      slow.raw(
        `${head}Content-Type: application/x-www-form-urlencoded\r\nOrigin: ${slow.origin}\r\nContent-Length: 90\r\n\r\na=1`,
      ),
    ])
    await slow.close()
    for (const answer of answers) expect(answer).toMatch(/^(HTTP\/1.1 4|$)/)
    expect(slow.http.listening).toBe(false)
  })

  test('[SEC-087] the times of a start are ten and thirty seconds', () => {
    expect([served.http.headersTimeout, served.http.requestTimeout]).toEqual([10_000, 30_000])
  })
})
