import { unreachable } from '#app/kernel/must.ts'
import type { Report } from '#server/live/report.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** What the live engine tells, as figures and log lines. Documents and people are named in neither (SEC-062, SEC-108). */
export function createLiveReport(
  log: Log,
  metrics: Pick<Metrics, 'socketEvents' | 'socketsClosed' | 'acks' | 'live'>,
): Report {
  return (event) => {
    switch (event.kind) {
      case 'connected':
        return log.info({ event: 'socket-connected', name: event.transport })
      case 'disconnected':
        metrics.socketsClosed.add({ reason: event.reason })
        return log.info({ event: 'socket-disconnected', reason: event.reason })
      case 'event':
        return metrics.socketEvents.add({ event: event.event, outcome: event.outcome })
      case 'saved':
        return metrics.acks.observe(event.ms / 1000)
      case 'commit':
        return metrics.live.commitRows.observe(event.rows)
      case 'loaded':
        return metrics.live.loads.observe(event.ms / 1000)
      case 'update-refused':
        metrics.live.rejects.add({ reason: event.code })
        return log.warn({ event: 'update-refused', reason: event.code })
      case 'revoked':
        metrics.live.revocations.observe(event.ms / 1000)
        return log.info({ event: 'access-revoked', count: event.connections, durationMs: Math.round(event.ms) })
      case 'snapshot':
        if (event.isVerified) return
        return log.error({ event: 'snapshot-unverified', says: 'a snapshot did not match its journal and is not used' })
      case 'damaged':
        return log.error({
          event: 'document-damaged',
          count: event.rows,
          says: 'npm run admin -- doc verify says which',
        })
      case 'structure':
        return log.error({
          event: 'document-repaired',
          count: event.blocks,
          says: 'blocks that are not of the schema got their last valid form back',
        })
      case 'mass-deletion':
        return log.warn({ event: 'mass-deletion' })
      case 'cut':
        metrics.live.cut.add({ reason: event.why })
        return log.warn({ event: 'socket-cut', reason: event.why })
      case 'trouble':
        return log.error({ event: 'live-trouble', says: event.what, error: event.error })
      default:
        return unreachable(event)
    }
  }
}
