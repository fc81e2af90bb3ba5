import { afterEach, describe, expect, test } from 'vitest'
import { pathPattern } from '#server/http/request-log.ts'
import { type Served, type ServedOptions, serve } from '#tests/support/served.ts'

let served: Served
const start = async (options: ServedOptions) => {
  served = await serve(options)
  return served
}
afterEach(() => served.close())

const few = { perAddress: { perSecond: 1, burst: 3 }, perLogin: { perSecond: 1, burst: 2 } }
const statuses = async (count: number, headers: Record<string, string> = {}) => {
  const answers = []
  for (let turn = 0; turn < count; turn++) answers.push((await served.get('/secret', headers)).status)
  return answers
}

describe('[SEC-024] how often one may ask', () => {
  test('[SEC-024] one machine that asks too often is told when to come back, and then served again', async () => {
    const clock = { now: 0 }
    await start({ rates: few, now: () => clock.now })
    expect(await statuses(4)).toEqual([200, 200, 200, 429])
    const refused = await served.get('/secret')
    expect(refused.headers['retry-after']).toBe('1')
    expect(refused.body).toContain('Wait a few seconds')
    clock.now += 1_000
    expect(await statuses(2)).toEqual([200, 429])
  })

  test('[SEC-024] a login that asks too often leaves the others on its machine alone', async () => {
    await start({ rates: { ...few, perAddress: { perSecond: 100, burst: 100 } }, now: () => 0 })
    expect(await statuses(3, { Cookie: 'login=norway' })).toEqual([200, 200, 429])
    expect(await statuses(1, { Cookie: 'login=chile' })).toEqual([200])
  })

  test('[SEC-115] a forged X-Forwarded-For is no way round the limit', async () => {
    await start({ rates: few, now: () => 0 })
    const answers = []
    for (let turn = 0; turn < 4; turn++) {
      const forged = {
        'X-Forwarded-For': `10.0.0.${turn}`,
        Forwarded: `for=10.0.0.${turn}`,
        'X-Real-IP': `10.0.0.${turn}`,
      }
      answers.push((await served.get('/secret', forged)).status)
    }
    expect(answers).toEqual([200, 200, 200, 429])
  })

  test('[SEC-115] behind a proxy of ours each person is limited apart, whatever they add to the list', async () => {
    await start({ rates: few, now: () => 0, trustProxy: ['loopback'] })
    const through = (list: string) => statuses(1, { 'X-Forwarded-For': list })
    const norway = [
      await through('203.0.113.1'),
      await through('1.1.1.1, 203.0.113.1'),
      await through('2.2.2.2, 203.0.113.1'),
      await through('3.3.3.3, 203.0.113.1'),
    ]
    expect(norway.flat()).toEqual([200, 200, 200, 429])
    expect(await through('203.0.113.2')).toEqual([200])
  })

  test('[SEC-024] a form’s script reads the refusal, a page’s script goes to the page', async () => {
    await start({ rates: { ...few, perAddress: { perSecond: 1, burst: 1 } }, now: () => 0 })
    await served.get('/secret')
    const form = await served.post('/secret.data')
    expect([form.status, form.body.includes('"http/tooMany"')]).toEqual([429, true])
    const page = await served.get('/secret.data', { 'Sec-Fetch-Site': 'same-origin' })
    expect([page.status, page.body.includes('SingleFetchRedirect')]).toEqual([429, true])
  })
})

describe('[SEC-106] what is noted of a request', () => {
  test('[SEC-106] a line holds the pattern of the path, the status and the time, and nothing anybody wrote', async () => {
    await start({})
    await served.get('/secret/canary-Token_9f8e7d6c5b4a?q=canary', {
      Cookie: 'login=canary',
      'User-Agent': 'canary',
      Referer: 'http://canary/',
    })
    const [line] = served.lines.filter(({ event }) => event === 'request')
    expect(line).toEqual({
      event: 'request',
      requestId: expect.any(String),
      method: 'GET',
      path: '/secret/:id',
      status: 404,
      durationMs: expect.any(Number),
    })
    expect(JSON.stringify(served.lines)).not.toContain('canary')
  })

  test.each([
    ['/', '/'],
    ['/agenda', '/agenda'],
    ['/agenda.data', '/agenda.data'],
    ['/_root.data', '/_root.data'],
    ['/invitation/dGhpcyBpcyBhIHRva2VuIGZvciBzb21lYm9keQ', '/invitation/:id'],
    ['/tabled/CONF.2026.P3', '/tabled/:id'],
    ['/sign-in', '/sign-in'],
    ['/assets/entry-4Fg9.js', '/assets/:id'],
    ['/%D8%A3%D9%85%D9%86', '/:id'],
    ['/agenda/\u001b[2J', '/agenda/:id'],
  ])('[SEC-106] %s is noted as %s', async (path, pattern) => {
    await start({})
    expect(pathPattern(path)).toBe(pattern)
  })

  test('[SEC-108] figures know classes of addresses, not addresses', async () => {
    await start({})
    await served.get('/secret/canary9')
    await served.ask('CANARY', '/secret')
    expect(served.metrics.text()).toContain(
      'http_request_duration_seconds_count{class="page",method="GET",code="4xx"} 1',
    )
    expect(served.metrics.text()).not.toMatch(/canary/i)
  })
})
