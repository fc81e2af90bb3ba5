import type { Courier } from '#app/kernel/courier.server.ts'
import { registry } from './features.ts'
import type { Log } from './ops/log.ts'

/** What carries the outbox: the features' own couriers, and those that need the server itself. */
export function couriers(log: Log): ReadonlyMap<string, Courier> {
  const own = [securityAlarm(log)]
  return new Map([...registry.couriers.values(), ...own].map((courier) => [courier.kind, courier]))
}

/** For the operator's own watch on the log: many failed sign-ins, and the like. Said twice does no harm. */
function securityAlarm(log: Log): Courier {
  return {
    kind: 'security-alarm',
    mayRepeat: true,
    async deliver(payload) {
      const said =
        typeof payload === 'object' && payload !== null ? { what: undefined, count: undefined, ...payload } : {}
      const what = 'what' in said && typeof said.what === 'string' ? said.what : 'unknown'
      const count = 'count' in said && typeof said.count === 'number' ? { count: said.count } : {}
      log.warn({ event: 'security-alarm', name: what, ...count })
    },
  }
}
