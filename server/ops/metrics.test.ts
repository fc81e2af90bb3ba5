import { describe, expect, test } from 'vitest'
import type { LiveEvent } from '#server/live/report.ts'
import { createLiveReport } from './live-report.ts'
import type { LogLine } from './log.ts'
import { createMetrics } from './metrics.ts'
import { createSeries } from './series.ts'

describe('figures for operators', () => {
  test('are written as Prometheus reads them', () => {
    const series = createSeries()
    series.gauge('sockets', 'Open sockets.', () => 3)
    const jobs = series.counter('jobs_total', 'Runs.')
    jobs.add({ job: 'cleaning', outcome: 'done' })
    jobs.add({ job: 'cleaning', outcome: 'done' }, 2)
    const acks = series.histogram('ack_seconds', 'Acks.', [0.1, 1])
    for (const value of [0.05, 0.1, 0.5, 7]) acks.observe(value)
    expect(series.text()).toBe(`# HELP sockets Open sockets.
# TYPE sockets gauge
sockets 3
# HELP jobs_total Runs.
# TYPE jobs_total counter
jobs_total{job="cleaning",outcome="done"} 3
# HELP ack_seconds Acks.
# TYPE ack_seconds histogram
ack_seconds_bucket{le="0.1"} 2
ack_seconds_bucket{le="1"} 3
ack_seconds_bucket{le="+Inf"} 4
ack_seconds_sum 7.65
ack_seconds_count 4
`)
  })

  test('[SEC-108] a label cannot break out of its place, and cannot grow without end', () => {
    const series = createSeries()
    const counter = series.counter('x_total', 'X.')
    counter.add({ reason: 'a"} 1\nforged_total{x="' })
    for (let turn = 0; turn < 1_000; turn++) counter.add({ reason: `reason ${turn}` })
    expect(series.text()).toContain('x_total{reason="a__ 1_forged_total_x__"} 1\n')
    expect(series.text().split('\n').length).toBeLessThan(210)
  })

  const events: LiveEvent[] = [
    { kind: 'connected', transport: 'websocket' },
    { kind: 'disconnected', reason: 'transport close' },
    { kind: 'event', event: 'push', outcome: 'ok' },
    { kind: 'commit', rows: 4, ms: 3 },
    { kind: 'saved', ms: 12 },
    { kind: 'update-refused', code: 'client-not-yours', accreditationId: 'canary' },
    { kind: 'loaded', ms: 20 },
    { kind: 'snapshot', ms: 5, isVerified: true },
    { kind: 'snapshot', ms: 5, isVerified: false },
    { kind: 'revoked', connections: 2, ms: 40 },
    { kind: 'damaged', documentId: 'canary', rows: 1 },
    { kind: 'mass-deletion', documentId: 'canary', accreditationId: 'canary' },
    { kind: 'cut', why: 'slow' },
    { kind: 'trouble', what: 'the journal is away', error: new Error('x') },
  ]

  test('[SEC-062] [SEC-108] what the engine tells names no document and nobody', () => {
    const lines: LogLine[] = []
    const keep = (line: LogLine) => void lines.push(line)
    const metrics = createMetrics()
    const report = createLiveReport({ debug: keep, info: keep, warn: keep, error: keep, fatal: keep }, metrics)
    for (const event of events) report(event)
    metrics.close()
    expect(JSON.stringify(lines) + metrics.text()).not.toContain('canary')
    expect(lines.map(({ event }) => event)).toEqual([
      'socket-connected',
      'socket-disconnected',
      'update-refused',
      'snapshot-unverified',
      'access-revoked',
      'document-damaged',
      'mass-deletion',
      'socket-cut',
      'live-trouble',
    ])
    expect(metrics.text()).toContain('edit_ack_seconds_bucket{le="0.02"} 1')
    expect(metrics.text()).toContain('validator_rejects_total{reason="client-not-yours"} 1')
  })
})
