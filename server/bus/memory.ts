import type { Bus, Listener, Report } from './bus.ts'

/** The whole bus of a single process, and the near half of every other. */
export function createMemoryBus(report: Report = () => {}): Bus {
  const channels = new Map<string, Set<Listener>>()

  function hear(listener: Listener, message: Uint8Array) {
    try {
      listener(message)
    } catch (error) {
      // One listener's bug must reach neither the publisher, whose act is committed, nor the other listeners.
      report('a listener on the bus failed', error)
    }
  }

  return {
    publish(channel, message) {
      for (const listener of [...(channels.get(channel) ?? [])]) hear(listener, message)
    },
    subscribe(channel, listener) {
      const listeners = channels.get(channel) ?? new Set()
      channels.set(channel, listeners)
      // The same function may listen twice; each call has its own end.
      const mine: Listener = (message) => listener(message)
      listeners.add(mine)
      return () => {
        listeners.delete(mine)
        if (listeners.size === 0 && channels.get(channel) === listeners) channels.delete(channel)
      }
    },
    async close() {
      channels.clear()
    },
  }
}
