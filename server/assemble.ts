import type { Server } from 'node:http'
import { EDITOR_SCHEMA_VERSION } from '#app/editor/schema-version.ts'
import { createCookies } from '#app/features/identity/cookies.server.ts'
import { createLogins } from '#app/features/identity/logins.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { confirmAccess } from './access.ts'
import type { Config } from './config.ts'
import { documents } from './documents.ts'
import { editorNames } from './editor-names.ts'
import { registry } from './features.ts'
import type { Foundation } from './foundation.ts'
import { type AppParts, serveApp } from './http/app.ts'
import { mayBeginSocket } from './http/gate.ts'
import type { Pages } from './http/pages.ts'
import { createProxyTrust, limitKey } from './http/proxies.ts'
import { seenOf } from './http/seen.ts'
import { createSite } from './http/site.ts'
import { type LiveParts, startLive } from './live/live-server.ts'
import type { Check } from './ops/checks.ts'
import { createOperations } from './ops/health.ts'
import { createLiveReport } from './ops/live-report.ts'
import type { Log } from './ops/log.ts'
import { createRequestContext } from './request-context.ts'
import { createRuntime, storeContext } from './runtime.ts'
import { inTransaction } from './store/transaction.ts'
import { startWatchers, tellChanged } from './telling.ts'

export interface AssemblyParts {
  readonly config: Pick<Config, 'mode' | 'origin' | 'isReal' | 'trustProxy' | 'operationsToken' | 'redisUrl'>
  readonly log: Log
  readonly foundation: Pick<Foundation, 'database' | 'bus' | 'metrics' | 'report' | 'journal'> & {
    readonly outbox: Pick<Foundation['outbox'], 'wake'>
  }
  readonly http: Server
  readonly pages: Pages
  readonly checks: readonly Check[]
  readonly now: () => Date
  /** How fast one may ask and come; people's usual pace unless told otherwise. */
  readonly limits?: Pick<AppParts, 'rates'> & Pick<LiveParts, 'handshakesPerSecond'>
}

export type Assembly = ReturnType<typeof assemble>

/** Puts the features, their pages and the live engine on an HTTP server, which does not listen yet. */
export function assemble({ config, log, foundation, http, pages, checks, now, limits = {} }: AssemblyParts) {
  const { database, bus, outbox, metrics, report } = foundation
  const runtime = createRuntime({
    database,
    registry,
    documents,
    now,
    onChanged: (changes) => tellChanged(bus, changes),
    onRevoked: (revocations) => live.revoke(revocations),
    onOutbox: outbox.wake,
    onEdited: (edits) => live.edited(edits),
  })
  const watchers = startWatchers(bus, runtime, report)
  const cookies = createCookies({ isSecure: config.isReal })
  const logins = createLogins({ transact: (work) => inTransaction(database, 'engine', work), cookies, now })
  const front = { site: createSite(config.origin), trusts: createProxyTrust(config.trustProxy) }
  serveApp(http, {
    front,
    pages,
    loadContext: createRequestContext({
      runtime,
      logins,
      cookies,
      report: (error, requestId) => log.error({ event: 'fault', requestId, error }),
    }),
    loginIn: cookies.readLogin,
    operations: createOperations({ token: config.operationsToken ?? null, checks, metrics }),
    log,
    metrics,
    ...(limits.rates ? { rates: limits.rates } : {}),
  })

  const live = startLive({
    http,
    journal: foundation.journal,
    bus,
    isShared: config.redisUrl !== undefined,
    kinds: registry.documents,
    names: editorNames,
    editorSchema: EDITOR_SCHEMA_VERSION,
    watchers,
    report: createLiveReport(log, metrics),
    clock: () => performance.now(),
    sharesUpgrades: config.mode === 'development',
    asPerson: (person, work) => inTransaction(database, storeContext(person), work),
    callerFor: (person) => ({
      ask: (name, input) => runtime.ask(person, name, input),
      mutate(name, input, options) {
        // What deals in tokens comes by a form only; here there is no such mutation.
        if (registry.mutations.get(name)?.contract.transport === 'http') throw missing()
        return runtime.mutate(person, newId(), name, input, options)
      },
    }),
    mayBegin: (request) => mayBeginSocket(request, front),
    addressOf: (request) => limitKey(seenOf(request).address),
    authenticate: async (header) => (await logins.authenticate(header, 'silent'))?.actor ?? null,
    confirm: (keys) => confirmAccess(database, keys, now()),
    onActivity: (person) =>
      void logins.noteActivity(person.loginId).catch((error) => report('activity was not noted', error)),
    ...(limits.handshakesPerSecond ? { handshakesPerSecond: limits.handshakesPerSecond } : {}),
  })
  metrics.gauge('ws_connections', 'Open sockets.', () => live.sessions.size)
  metrics.gauge('docs_loaded', 'Documents open in this process.', () => live.rooms.size)
  metrics.gauge('commit_queue_depth', 'Edits that wait to be committed.', () => live.depth().rows)
  metrics.gauge('live_queries_asked', 'Questions asked to keep screens fresh.', () => watchers.counts().asked)
  return { runtime, watchers, live }
}
