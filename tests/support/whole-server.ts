import { once } from 'node:events'
import { loadActor } from '#app/features/identity/actor.server.ts'
import { hashOfToken, newToken } from '#app/features/identity/tokens.server.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { must } from '#app/kernel/must.ts'
import { assemble } from '#server/assemble.ts'
import { createMemoryBus } from '#server/bus/memory.ts'
import { createHttpServer } from '#server/http/server.ts'
import { databaseCheck } from '#server/ops/checks.ts'
import { createLog } from '#server/ops/log.ts'
import { createMetrics } from '#server/ops/metrics.ts'
import { createJournal } from '#server/store/journal-store.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { rehearsal } from './rehearsal.ts'
import { type SourcePages, sourcePages } from './source-pages.ts'
import { aWorld, goOnFrom, type LeftWorld, type World, type WorldOptions } from './world.ts'

/** The world with its whole server in front: pages, sockets and callers that tell each other what changed. */
export interface WholeServer extends World {
  readonly origin: string
  readonly host: string
  readonly assembly: ReturnType<typeof assemble>
  readonly pages: SourcePages
  /** Everything that was logged, from the finest level on. */
  readonly logged: string[]
  /** From now on every transaction is rolled back at its end and nobody is told: acts may be tried one after the other. */
  rehearse(isOn: boolean): void
  /** A caller of this login as it is now. */
  callerOf(loginId: string): Promise<Caller>
  /** The `Cookie` header of a browser that holds this login. */
  cookieOf(loginId: string): Promise<string>
  close(): Promise<void>
}

const unhurried = { perSecond: 1e6, burst: 1e6 }

export async function aWholeServer(options: WorldOptions = {}): Promise<WholeServer> {
  return serve(await aWorld(options))
}

/** A server of its own in front of a world as it was left. */
export async function aServerFrom(left: LeftWorld): Promise<WholeServer> {
  return serve(await goOnFrom(left))
}

async function serve(world: World): Promise<WholeServer> {
  const logged: string[] = []
  const log = createLog('trace', {
    write(line) {
      logged.push(line)
    },
  })
  const metrics = createMetrics()
  const { database, bus, rehearse } = rehearsal(world.database, createMemoryBus())
  const http = createHttpServer()
  const pages = await sourcePages()
  const assembly = assemble({
    config: {
      mode: 'production',
      origin: null,
      isReal: false,
      trustProxy: false,
      operationsToken: undefined,
      redisUrl: undefined,
    },
    log,
    foundation: {
      database,
      bus,
      metrics,
      report: (says, error) => log.error({ event: 'trouble', says, error }),
      journal: createJournal(database),
      outbox: { wake() {} },
    },
    http,
    pages,
    checks: [databaseCheck(() => database.sql('SELECT 1'), 5_000)],
    now: () => world.clock.now,
    limits: { rates: { perAddress: unhurried, perLogin: unhurried }, handshakesPerSecond: 1e6 },
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const tokens = new Map<string, string>()
  const callerOf = async (loginId: string) => {
    const actor = await inTransaction(world.database, 'engine', (tx) => loadActor(tx, loginId, world.clock.now))
    return assembly.runtime.caller(must(actor, 'this login has ended'))
  }
  const stop = async () => {
    await assembly.live.close()
    assembly.watchers.close()
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
    metrics.close()
  }

  return {
    ...world,
    runtime: assembly.runtime,
    anonymous: assembly.runtime.caller({ kind: 'anonymous', locale: 'en' }),
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    assembly,
    pages,
    logged,
    rehearse,
    callerOf,
    as: (seat) => callerOf(world.login(seat)),
    async cookieOf(loginId) {
      const known = tokens.get(loginId)
      if (known) return `session=${known}`
      const token = newToken()
      tokens.set(loginId, token)
      await world.database.prisma.login.update({ where: { id: loginId }, data: { tokenHash: hashOfToken(token) } })
      return `session=${token}`
    },
    async leave() {
      await stop()
      return world.leave()
    },
    async close() {
      await stop()
      await world.close()
    },
  }
}
