import { once } from 'node:events'
import type { Server } from 'node:http'
import { systemClock } from '#app/live/clock.ts'
import { type Assembly, assemble } from './assemble.ts'
import type { Config } from './config.ts'
import { openFoundation } from './foundation.ts'
import { openBuiltPages, openDevelopmentPages } from './http/pages.ts'
import { createHttpServer, doorOf } from './http/server.ts'
import type { Log } from './ops/log.ts'
import { createShutdown, endOn, type Shutdown } from './ops/shutdown.ts'
import { readinessChecks } from './readiness.ts'

/** Puts everything together and listens. What is not ready when this returns is not there at all. */
export async function serve(config: Config, log: Log): Promise<{ address: string; shutdown: Shutdown }> {
  const foundation = await openFoundation(config, log, (reason) => void shutdown.begin(reason, 1))
  const http = createHttpServer()
  const door = doorOf(http)
  const root = process.cwd()
  const pages = config.mode === 'development' ? await openDevelopmentPages(root, http) : await openBuiltPages(root)
  const checks = readinessChecks({
    config,
    foundation,
    depth: () => live.depth(),
    isDraining: () => shutdown.isDraining(),
  })
  const { live, watchers }: Assembly = assemble({
    config,
    log,
    foundation,
    http,
    pages,
    checks,
    now: () => new Date(),
  })

  const schedule = foundation.startJobs(systemClock)
  const shutdown: Shutdown = createShutdown({
    log,
    exit: (code) => process.exit(code),
    unflushed: () => live.depth().rows,
    endings: [
      { name: 'stop accepting', run: door.close },
      { name: 'tell sockets and store what they sent', run: () => live.drain(), mostMs: 5_000 },
      {
        name: 'jobs',
        run: () => Promise.all([schedule.close(), foundation.outbox.close()]).then(() => {}),
        mostMs: 3_000,
      },
      { name: 'sockets', run: () => live.close(), mostMs: 2_000 },
      { name: 'answers under way', run: () => door.empty(1_500), mostMs: 2_000 },
      { name: 'pages', run: () => pages.close(), mostMs: 1_000 },
      { name: 'watchers', run: watchers.close },
      { name: 'foundation', run: () => foundation.close() },
    ],
  })
  endOn(shutdown, { log, startedByNpm: config.startedByNpm })
  return { address: await listen(http, config), shutdown }
}

async function listen(http: Server, { host, port, origin }: Config): Promise<string> {
  http.listen(port, host)
  await once(http, 'listening')
  const address = http.address()
  const actual = typeof address === 'object' && address ? address.port : port
  const name = host.includes(':') ? `[${host}]` : host
  return origin ?? `http://${name}:${actual}`
}
