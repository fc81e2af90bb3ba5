import { randomUUID } from 'node:crypto'
import { type Clock, systemClock } from '#app/live/clock.ts'
import type { Bus, Report } from './bus/bus.ts'
import { createMemoryBus } from './bus/memory.ts'
import { openRedisBus } from './bus/redis.ts'
import type { Config } from './config.ts'
import { couriers } from './couriers.ts'
import { cleaningJobs } from './jobs/cleaning.ts'
import { giveBackLeases, takeLease } from './jobs/lease.ts'
import { startOutbox } from './jobs/outbox.ts'
import { startSchedule } from './jobs/schedule.ts'
import { sealing } from './jobs/sealing.ts'
import { pruning } from './live/pruning.ts'
import type { Log } from './ops/log.ts'
import { createMetrics } from './ops/metrics.ts'
import { refuseDemonstration } from './real-installation.ts'
import { openSealKeeper } from './seal-keeper.ts'
import { openDatabase } from './store/client.ts'
import { createJournal } from './store/journal-store.ts'

export type Foundation = Awaited<ReturnType<typeof openFoundation>>

/** What everything else stands on: the database, the bus between processes, the outbox and the periodic jobs. */
export async function openFoundation(config: Config, log: Log, onCrash: (reason: string) => void) {
  const metrics = createMetrics()
  const report: Report = (says, error) =>
    error === undefined ? log.info({ event: 'noted', says }) : log.error({ event: 'trouble', says, error })
  const database = await openDatabase({
    url: config.databaseUrl,
    pool: config.databasePool,
    dataDir: config.dataDir,
    report,
    onCrash(error) {
      log.fatal({ event: 'database-died', error })
      onCrash('the database died')
    },
  })
  if (config.isReal) await refuseDemonstration(database)
  const holder = randomUUID()
  const { bus, isBusDegraded } = openBus(config, report)
  metrics.gauge('bus_degraded', '1 while other processes are not heard.', () => Number(isBusDegraded()))
  const journal = createJournal(database)
  const sealKeeper = openSealKeeper(config, { isMaker: true })
  const outbox = startOutbox({ database, couriers: couriers(log), clock: systemClock, log, metrics })

  return {
    database,
    bus,
    isBusDegraded,
    outbox,
    metrics,
    report,
    journal,
    startJobs: (clock: Clock) =>
      startSchedule({
        jobs: [sealing(database, sealKeeper), ...cleaningJobs(database), pruning(journal)],
        clock,
        take: (name, forMs) => takeLease(database, name, holder, forMs),
        log,
        metrics,
      }),
    async close() {
      await giveBackLeases(database, holder)
      await bus.close()
      metrics.close()
      await database.close()
    },
  }
}

/** One process hears itself; several hear each other through Redis. */
function openBus({ redisUrl }: Config, report: Report): { bus: Bus; isBusDegraded: () => boolean } {
  if (redisUrl === undefined) return { bus: createMemoryBus(report), isBusDegraded: () => false }
  const bus = openRedisBus({ url: redisUrl, report })
  return { bus, isBusDegraded: bus.isDegraded }
}
