import { afterEach, describe, expect, test } from 'vitest'
import { drainingCheck } from '#server/ops/checks.ts'
import { createOperations } from '#server/ops/health.ts'
import { createMetrics } from '#server/ops/metrics.ts'
import { type Served, type ServedOptions, serve } from '#tests/support/served.ts'

const token = 'f3b1c09d5e7a4628a1b2c3d4e5f60718'
let served: Served
let isDraining = false
async function start(options: ServedOptions = {}) {
  isDraining = false
  const metrics = createMetrics()
  metrics.close()
  const operations = createOperations({ token, checks: [drainingCheck(() => isDraining)], metrics })
  served = await serve({ operations, metrics, ...options })
}
afterEach(() => served.close())

describe('[SEC-116] what operators may ask', () => {
  test('[SEC-116] anybody may ask whether the process answers, and learns nothing else', async () => {
    await start({ origin: 'https://plenary.example', trustProxy: ['loopback'] })
    const answer = await served.get('/healthz', { Host: '10.0.0.7:3000', 'X-Forwarded-For': '198.51.100.1' })
    expect([answer.status, answer.body, answer.headers['cache-control']]).toEqual([200, 'ok\n', 'no-store'])
    expect((await served.ask('POST', '/healthz', { Host: 'plenary.example' })).status).toBe(403)
  })

  test('[SEC-116] on this machine readiness is said in words', async () => {
    await start()
    const ready = await served.get('/readyz')
    expect(JSON.parse(ready.body)).toEqual({
      isReady: true,
      checks: [{ name: 'accepting people', isFine: true, says: 'This process takes new people.' }],
    })
    isDraining = true
    expect((await served.get('/readyz')).status).toBe(503)
    const figures = await served.get('/metrics')
    expect(figures.body).toContain('process_resident_memory_bytes ')
    expect(figures.headers['content-type']).toContain('version=0.0.4')
  })

  test.each(['/readyz', '/metrics', '/readyz/', '/READYZ'])(
    '[SEC-116] from outside, %s is an address like any other',
    async (path) => {
      await start({ trustProxy: ['loopback'] })
      const outside = { 'X-Forwarded-For': '198.51.100.1' }
      const missing = await served.get('/nothing', outside)
      const blank = ({ body, status }: typeof missing) => ({ status, body: body.replace(/nonce="[^"]+"/, '') })
      expect(blank(await served.get(path, outside))).toEqual(blank(missing))
      expect(blank(await served.get(path, { ...outside, Authorization: 'Bearer wrong' }))).toEqual(blank(missing))
    },
  )

  test('[SEC-116] a proxy that forwards under our own name does not make a stranger local', async () => {
    await start({ origin: 'https://plenary.example', trustProxy: ['loopback'] })
    expect((await served.get('/metrics', { Host: 'plenary.example' })).status).toBe(404)
  })

  test('[SEC-116] whoever holds the token is let in from outside', async () => {
    await start({ trustProxy: ['loopback'] })
    const bearer = { 'X-Forwarded-For': '198.51.100.1', Authorization: `Bearer ${token}` }
    expect((await served.get('/readyz', bearer)).status).toBe(200)
    expect((await served.get('/metrics', bearer)).status).toBe(200)
  })
})
