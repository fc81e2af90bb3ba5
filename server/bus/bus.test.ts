import { randomBytes } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { busContract } from '#tests/contracts/bus.ts'
import { openCutLine } from '#tests/support/cut-line.ts'
import { busRecovered } from './bus.ts'
import { createMemoryBus } from './memory.ts'
import { openRedisBus } from './redis.ts'

const quiet = () => {}

describe('the bus of one process', () => {
  busContract(async () => {
    const bus = createMemoryBus(quiet)
    return { here: bus, there: bus }
  })

  test('keeps nothing about a channel nobody listens to', () => {
    const problems: string[] = []
    const bus = createMemoryBus((problem) => problems.push(problem))
    for (let turn = 0; turn < 1_000; turn++) bus.subscribe(`document.${turn}`, quiet)()
    bus.publish('document.1', new Uint8Array())
    expect(problems).toEqual([])
  })
})

const redisUrl = process.env.REDIS_URL

describe.runIf(redisUrl)('the bus over Redis', () => {
  const url = new URL(redisUrl ?? 'redis://127.0.0.1:6379')
  const freshPrefix = () => `plenary-test-${randomBytes(8).toString('hex')}`

  busContract(async () => {
    const prefix = freshPrefix()
    const [here, there] = [1, 2].map(() => openRedisBus({ url: url.href, prefix, report: quiet }))
    if (!here || !there) throw new Error('two buses were asked for')
    await vi.waitFor(() => expect([here.isDegraded(), there.isDegraded()]).toEqual([false, false]), 5_000)
    return { here, there }
  })

  test('two installations on one Redis do not hear each other', async () => {
    const [ours, theirs] = [freshPrefix(), freshPrefix()]
    const prefixes = [theirs, ours, ours]
    const [other, speaker, hearer] = prefixes.map((prefix) => openRedisBus({ url: url.href, prefix, report: quiet }))
    const heard: Uint8Array[] = []
    hearer?.subscribe('a', (message) => heard.push(Uint8Array.from(message)))
    await vi.waitFor(() => {
      other?.publish('a', Uint8Array.of(1))
      speaker?.publish('a', Uint8Array.of(2))
      expect(heard.length).toBeGreaterThan(3)
    }, 5_000)
    await Promise.all([other, speaker, hearer].map((bus) => bus?.close()))
    expect(heard).not.toContainEqual(Uint8Array.of(1))
  })

  async function cuttable() {
    const line = await openCutLine({ host: url.hostname, port: Number(url.port || 6379) })
    const cutUrl = new URL(url)
    cutUrl.hostname = '127.0.0.1'
    cutUrl.port = String(line.port)
    const problems: string[] = []
    const prefix = freshPrefix()
    const far = openRedisBus({ url: url.href, prefix, report: quiet })
    const report = (problem: string) => void problems.push(problem)
    const near = openRedisBus({ url: cutUrl.href, prefix, report, beatMs: 50 })
    const heard: Uint8Array[] = []
    near.subscribe('a', (message) => heard.push(Uint8Array.from(message)))
    await vi.waitFor(() => expect([near.isDegraded(), far.isDegraded()]).toEqual([false, false]), 5_000)
    const close = async () => {
      await Promise.all([near.close(), far.close()])
      await line.close()
    }
    return { line, near, far, heard, problems, close }
  }

  test.each(['cut', 'silence'] as const)('[REL-06] a lost Redis (%s) is noticed, survived and healed', async (harm) => {
    const { line, near, far, heard, problems, close } = await cuttable()
    const recovered = vi.fn()
    near.subscribe(busRecovered, recovered)
    line[harm]()
    await vi.waitFor(() => expect(near.isDegraded()).toBe(true), 5_000)
    near.publish('a', Uint8Array.of(1))
    expect(heard).toEqual([Uint8Array.of(1)])

    line.mend()
    await vi.waitFor(() => expect(recovered).toHaveBeenCalledTimes(1), 8_000)
    expect(near.isDegraded()).toBe(false)
    await vi.waitFor(() => {
      far.publish('a', Uint8Array.of(2))
      expect(heard).toContainEqual(Uint8Array.of(2))
    }, 5_000)
    expect(problems[0]).toContain('was lost')
    expect(problems.at(-1)).toContain('is back')
    await close()
  })

  test('[REL-06] a process starts without Redis and joins when it comes', async () => {
    const { line, near, close } = await cuttable()
    line.cut()
    const problems: string[] = []
    const late = openRedisBus({
      url: `redis://127.0.0.1:${line.port}`,
      report: (problem) => problems.push(problem),
      beatMs: 50,
    })
    await vi.waitFor(() => expect(problems).toHaveLength(1))
    expect(late.isDegraded()).toBe(true)
    line.mend()
    await vi.waitFor(() => expect(late.isDegraded()).toBe(false), 5_000)
    await Promise.all([near.close(), late.close()])
    await close()
  })
})
