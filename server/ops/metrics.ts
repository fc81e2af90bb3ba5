import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Counter, createSeries, type Histogram } from './series.ts'

/**
 * Figures for operators. No label names a document, a person or a delegation: it would tell whoever sees the dashboard
 * who is at work on what (SEC-108).
 */
export interface Metrics {
  readonly requests: Histogram
  readonly socketEvents: Counter
  readonly socketsClosed: Counter
  /** From the arrival of an edit to the answer that it is committed, in seconds. */
  readonly acks: Histogram
  readonly jobRuns: Counter
  readonly live: LiveMetrics
  /** A figure that is read when somebody asks: how many sockets, how long the queue is. */
  gauge(name: string, help: string, read: () => number): void
  text(): string
  close(): void
}

/** Of the engine behind documents that people write together. */
export interface LiveMetrics {
  readonly commitRows: Histogram
  readonly loads: Histogram
  readonly revocations: Histogram
  readonly rejects: Counter
  readonly cut: Counter
}

const seconds = [0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5]
const rows = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000]
const loopResolutionMs = 20

export function createMetrics(): Metrics {
  const { gauge, counter, histogram, text } = createSeries()
  const loop = monitorEventLoopDelay({ resolution: loopResolutionMs })
  loop.enable()
  gauge('process_resident_memory_bytes', 'Memory this process holds.', () => process.memoryUsage.rss())
  gauge('process_uptime_seconds', 'Time since this process started.', () => Math.round(process.uptime()))
  gauge('event_loop_delay_p99_seconds', 'Lateness of timers since this was last read.', () => {
    const lateMs = loop.percentile(99) / 1e6 - loopResolutionMs
    loop.reset()
    return lateMs > 0 ? lateMs / 1_000 : 0
  })
  return {
    requests: histogram('http_request_duration_seconds', 'Time to the end of an answer.', seconds),
    socketEvents: counter('ws_events_total', 'Messages from browsers.'),
    socketsClosed: counter('ws_disconnects_total', 'Sockets that ended.'),
    acks: histogram('edit_ack_seconds', 'Time from an edit to its durable answer.', seconds),
    jobRuns: counter('job_runs_total', 'Runs of periodic work and deliveries.'),
    live: {
      commitRows: histogram('edit_commit_batch_size', 'Edits in one commit.', rows),
      loads: histogram('doc_load_seconds', 'Time to open a document.', seconds),
      revocations: histogram('revocation_close_seconds', 'Time from losing access to being closed.', seconds),
      rejects: counter('validator_rejects_total', 'Edits that were refused.'),
      cut: counter('sockets_cut_total', 'Connections ended for what they did.'),
    },
    gauge,
    text,
    close: () => loop.disable(),
  }
}
