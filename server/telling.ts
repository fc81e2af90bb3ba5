import { type Bus, busRecovered, publishJson, type Report, subscribeJson } from './bus/bus.ts'
import { createWatchers, type Watchers, type WatchersParts } from './live/watchers.ts'
import type { Change } from './work.ts'

const channel = 'live.changed'

/** After a commit: names what may be different now, for the watchers of every process. */
export const tellChanged = (bus: Bus, changes: readonly Change[]) => publishJson(bus, channel, changes)

/** The watchers of this process, who hear what changed in all of them. */
export function startWatchers(
  bus: Bus,
  runtime: WatchersParts['runtime'],
  report: Report,
): Watchers & { close(): void } {
  const watchers = createWatchers({ runtime, onTrouble: (error) => report('a watched query failed', error) })
  const ends = [
    subscribeJson(bus, channel, areChanges, watchers.onChanged),
    bus.subscribe(busRecovered, watchers.refreshAll),
  ]
  return { ...watchers, close: () => ends.forEach((end) => void end()) }
}

/** Another version of the program may say more or less; what is not understood is asked for again some other time. */
const areChanges = (value: unknown): value is Change[] =>
  Array.isArray(value) &&
  value.every(
    (each) => typeof each === 'object' && each !== null && 'query' in each && 'input' in each && 'only' in each,
  )
