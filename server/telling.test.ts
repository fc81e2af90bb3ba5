import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Anonymous } from '#app/kernel/actor.ts'
import { query } from '#app/kernel/contract.ts'
import { answer } from '#app/kernel/work.server.ts'
import { busRecovered, publishJson } from './bus/bus.ts'
import { createMemoryBus } from './bus/memory.ts'
import { createRegistry } from './registry.ts'
import { startWatchers, tellChanged } from './telling.ts'
import type { Change } from './work.ts'

const board = query('test.board', { input: z.object({}), output: z.object({ count: z.number() }), audience: 'public' })
const somebody: Anonymous = { kind: 'anonymous', locale: 'en' }
const change: Change = { query: 'test.board', input: {}, conferenceId: null, only: null }
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** Somebody who watches a board whose figure rises with each look. */
async function watching() {
  const bus = createMemoryBus()
  let count = 0
  const registry = createRegistry([{ queries: [answer(board, async () => ({ count: 0 }))] }])
  const ask = async () => ({ count: ++count })
  const watchers = startWatchers(bus, { ask, registry }, () => {})
  const results: unknown[] = []
  const client = {
    actor: () => somebody,
    result: ({ output }: { output: unknown }) => void results.push(output),
    patch: () => {},
    gone: () => {},
  }
  await watchers.watch(client, 1, 'test.board', {})
  ends.push(watchers.close)
  return { bus, results, close: watchers.close }
}

describe('what changed, told to the watchers of every process', () => {
  test('a change reaches who watches that query', async () => {
    const { bus, results } = await watching()
    tellChanged(bus, [change])
    await vi.waitFor(() => expect(results).toEqual([{ count: 2 }]))
  })

  test('[REL-06] after a lost connection everything is looked at again', async () => {
    const { bus, results } = await watching()
    bus.publish(busRecovered, new Uint8Array())
    await vi.waitFor(() => expect(results).toEqual([{ count: 2 }]))
  })

  test('what another version says is not misunderstood, and after closing nothing is heard', async () => {
    const { bus, results, close } = await watching()
    for (const strange of [null, 'x', {}, [null], [{ query: 'test.board' }]]) publishJson(bus, 'live.changed', strange)
    close()
    tellChanged(bus, [change])
    const other = await watching()
    tellChanged(other.bus, [change])
    await vi.waitFor(() => expect(other.results).toHaveLength(1))
    expect(results).toEqual([])
  })
})
