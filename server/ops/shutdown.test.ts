import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LogLine } from './log.ts'
import { createShutdown, type Ending } from './shutdown.ts'

const never = () => new Promise<void>(() => {})

function shutdownOf(endings: Ending[], unflushed = 0) {
  const lines: LogLine[] = []
  const keep = (line: LogLine) => void lines.push(line)
  const exits: number[] = []
  const shutdown = createShutdown({
    log: { debug: keep, info: keep, warn: keep, error: keep, fatal: keep },
    endings,
    unflushed: () => unflushed,
    exit: (code) => void exits.push(code),
  })
  return { shutdown, exits, lines, events: () => lines.map(({ event }) => event) }
}

describe('[REL-13] ending', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('[REL-13] runs its steps one after the other and leaves cleanly', async () => {
    const done: string[] = []
    const step = (name: string): Ending => ({
      name,
      run: async () => {
        done.push(`${name} begins`)
        await Promise.resolve()
        done.push(`${name} ends`)
      },
    })
    const { shutdown, exits } = shutdownOf([step('tell'), step('flush')])
    expect(shutdown.isDraining()).toBe(false)
    const ended = shutdown.begin('SIGTERM', 0)
    expect(shutdown.isDraining()).toBe(true)
    await ended
    expect(done).toEqual(['tell begins', 'tell ends', 'flush begins', 'flush ends'])
    expect(exits).toEqual([0])
  })

  test('[REL-13] a step that fails does not keep the others from running, and the exit says so', async () => {
    const closed = vi.fn()
    const fail = () => {
      throw new Error('cannot')
    }
    const { shutdown, exits, events } = shutdownOf([
      { name: 'a', run: fail },
      { name: 'b', run: closed },
    ])
    await shutdown.begin('SIGTERM', 0)
    expect(closed).toHaveBeenCalledOnce()
    expect(exits).toEqual([1])
    expect(events()).toContain('shutdown-step-failed')
  })

  test('[REL-13] a step that hangs is left behind within ten seconds of the beginning', async () => {
    const closed = vi.fn()
    const endings = [
      { name: 'hangs', run: never, mostMs: 4_000 },
      { name: 'hangs too', run: never },
      { name: 'close', run: closed },
    ]
    const { shutdown, exits } = shutdownOf(endings)
    const ended = shutdown.begin('SIGTERM', 0)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(exits).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await ended
    expect(closed).toHaveBeenCalledOnce()
    expect(exits).toEqual([1])
  })

  test('[REL-13] a second signal gives up at once and says what was not committed', async () => {
    const { shutdown, exits, lines } = shutdownOf([{ name: 'hangs', run: never }], 7)
    void shutdown.begin('SIGTERM', 0)
    void shutdown.begin('SIGTERM', 0)
    expect(exits).toEqual([1])
    expect(lines).toContainEqual(expect.objectContaining({ event: 'shutdown-given-up', count: 7 }))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(exits).toEqual([1])
  })

  test('[REL-13] after fifteen seconds it leaves whatever happens', async () => {
    const blocked = { name: 'ignores its time', run: never, mostMs: 60_000 }
    const { exits, lines } = (() => {
      const made = shutdownOf([])
      const shutdown = createShutdown({
        log: {
          debug: () => {},
          info: () => {},
          warn: () => {},
          error: () => {},
          fatal: (line) => void made.lines.push(line),
        },
        endings: [blocked],
        unflushed: () => 0,
        exit: (code) => void made.exits.push(code),
        allMs: 60_000,
      })
      void shutdown.begin('SIGTERM', 0)
      return made
    })()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(exits).toEqual([1])
    expect(lines[0]).toMatchObject({ reason: 'took too long' })
  })

  test('[SEC-053] a bug drains too, and the exit says that it was one', async () => {
    const { shutdown, exits } = shutdownOf([])
    await shutdown.begin('unhandled-rejection', 1)
    expect(exits).toEqual([1])
  })
})
