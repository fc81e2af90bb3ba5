import { randomBytes } from 'node:crypto'
import { Redis, type RedisOptions } from 'ioredis'
import { type Bus, busRecovered, type Report } from './bus.ts'
import { createMemoryBus } from './memory.ts'

export interface RedisBusOptions {
  readonly url: string
  /** Keeps several installations on one Redis apart. */
  readonly prefix?: string
  readonly report: Report
  /** How often the round trip through Redis is tried; three silent ones count as a lost connection. */
  readonly beatMs?: number
}

export interface RedisBus extends Bus {
  /** Hints from and to other processes do not flow now; this process works on. */
  isDegraded(): boolean
}

const originBytes = 16
const connection: RedisOptions = {
  // Hints that wait for a connection would arrive late and in a burst, when everybody asks afresh anyway.
  enableOfflineQueue: false,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: null,
  commandTimeout: 5_000,
  retryStrategy: (times) => Math.min(times * 100, 2_000),
}

export function openRedisBus({ url, prefix = 'plenary', report, beatMs = 5_000 }: RedisBusOptions): RedisBus {
  const origin = randomBytes(originBytes)
  const near = createMemoryBus(report)
  const listening = new Map<string, number>()
  const [publisher, subscriber] = [new Redis(url, connection), new Redis(url, connection)]
  const beatChannel = `beat.${origin.toString('hex')}`
  const far = (channel: string) => `${prefix}:${channel}`
  let state: 'starting' | 'flowing' | 'lost' | 'closed' = 'starting'
  let lastBeat = performance.now()

  function lost(error?: unknown) {
    if (state === 'lost' || state === 'closed') return
    state = 'lost'
    report('the connection to Redis was lost; other processes are not heard until it is back', error)
  }

  function sendFar(channel: string, message: Uint8Array) {
    if (publisher.status !== 'ready') return
    publisher.publish(far(channel), Buffer.concat([origin, message])).catch(lost)
  }

  /** Redis forgets a connection's channels, so each new connection says them all again. */
  async function listen() {
    await subscriber.subscribe(...[beatChannel, ...listening.keys()].map(far))
    lastBeat = performance.now()
    beat()
  }

  function beat() {
    if (performance.now() - lastBeat > 3 * beatMs) {
      // A half-open connection never errs by itself.
      lastBeat = performance.now()
      lost()
      for (const client of [publisher, subscriber]) if (client.status === 'ready') client.disconnect(true)
    }
    sendFar(beatChannel, new Uint8Array())
  }

  function heardBeat() {
    lastBeat = performance.now()
    const wasLost = state === 'lost'
    state = 'flowing'
    if (!wasLost) return
    report('the connection to Redis is back')
    near.publish(busRecovered, new Uint8Array())
  }

  for (const client of [publisher, subscriber]) {
    client.on('error', lost)
    client.on('close', () => lost())
  }
  publisher.on('ready', beat)
  subscriber.on('ready', () => void listen().catch(lost))
  subscriber.on('messageBuffer', (name: Buffer, envelope: Buffer) => {
    const channel = name.toString().slice(prefix.length + 1)
    if (channel === beatChannel) heardBeat()
    else if (!envelope.subarray(0, originBytes).equals(origin)) near.publish(channel, envelope.subarray(originBytes))
  })
  const timer = setInterval(beat, beatMs).unref()

  return {
    isDegraded: () => state !== 'flowing',
    publish(channel, message) {
      near.publish(channel, message)
      sendFar(channel, message)
    },
    subscribe(channel, listener) {
      const end = near.subscribe(channel, listener)
      const count = listening.get(channel) ?? 0
      listening.set(channel, count + 1)
      if (count === 0 && subscriber.status === 'ready') subscriber.subscribe(far(channel)).catch(lost)
      return once(() => {
        end()
        const left = (listening.get(channel) ?? 1) - 1
        if (left > 0) return void listening.set(channel, left)
        listening.delete(channel)
        if (subscriber.status === 'ready') subscriber.unsubscribe(far(channel)).catch(lost)
      })
    },
    async close() {
      state = 'closed'
      clearInterval(timer)
      await near.close()
      // Publications under way are still written; a connection that does not answer is simply dropped.
      await Promise.allSettled([publisher, subscriber].map((client) => client.quit()))
      for (const client of [publisher, subscriber]) client.disconnect()
    },
  }
}

function once(run: () => void): () => void {
  let ran = false
  return () => {
    if (ran) return
    ran = true
    run()
  }
}
