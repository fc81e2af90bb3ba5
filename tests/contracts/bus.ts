import { afterEach, expect, test, vi } from 'vitest'
import { type Bus, publishJson, subscribeJson } from '#server/bus/bus.ts'

/** Two ends of one bus. For a bus within one process both are the same object. */
export interface BusPair {
  readonly here: Bus
  readonly there: Bus
}

const bytes = (...values: number[]) => Uint8Array.from(values)

/** What every bus promises. `open` gives a pair that already hears each other. */
export function busContract(open: () => Promise<BusPair>) {
  let pair: BusPair | undefined
  const opened = async () => {
    pair = await open()
    return pair
  }
  afterEach(async () => {
    await Promise.all([pair?.here.close(), pair?.there.close()])
    pair = undefined
  })

  /** Speaks until the other end, which may still be subscribing, has heard it and nothing more is under way. */
  async function introduce({ here }: BusPair, channel: string, heard: Uint8Array[]) {
    await vi.waitFor(() => {
      here.publish(channel, bytes(0))
      expect(heard).not.toHaveLength(0)
    }, 5_000)
    here.publish(channel, bytes(255))
    await vi.waitFor(() => expect(heard.at(-1)).toEqual(bytes(255)))
    heard.length = 0
  }

  test('the publisher hears its own message before publish returns, once', async () => {
    const both = await opened()
    const { here, there } = both
    const heard: Uint8Array[] = []
    here.subscribe('a', (message) => heard.push(Uint8Array.from(message)))
    const question: Uint8Array[] = []
    there.subscribe('question', (message) => question.push(Uint8Array.from(message)))
    await introduce(both, 'question', question)
    here.publish('a', bytes(1, 2))
    expect(heard).toEqual([bytes(1, 2)])
    // Whatever comes back of the first message comes before an answer to a later one.
    there.subscribe('question', () => there.publish('a', bytes(3)))
    here.publish('question', bytes(1))
    await vi.waitFor(() => expect(heard).toContainEqual(bytes(3)))
    expect(heard).toEqual([bytes(1, 2), bytes(3)])
  })

  test('the other end hears each message once, in order and byte for byte', async () => {
    const both = await opened()
    const heard: Uint8Array[] = []
    both.there.subscribe('a', (message) => heard.push(Uint8Array.from(message)))
    await introduce(both, 'a', heard)
    const all = Uint8Array.from({ length: 256 }, (_, index) => index)
    both.here.publish('a', all)
    both.here.publish('a', bytes())
    both.here.publish('a', bytes(3))
    await vi.waitFor(() => expect(heard.at(-1)).toEqual(bytes(3)))
    expect(heard).toEqual([all, bytes(), bytes(3)])
  })

  test('a channel carries only what was said on it', async () => {
    const both = await opened()
    const [first, second]: Uint8Array[][] = [[], []]
    both.there.subscribe('first', (message) => first?.push(message))
    both.there.subscribe('second', (message) => second?.push(Uint8Array.from(message)))
    await introduce(both, 'second', second ?? [])
    expect(first).toEqual([])
  })

  test('every listener of a channel hears, and one that has ended hears nothing more', async () => {
    const { here } = await opened()
    const [first, second]: number[][] = [[], []]
    const end = here.subscribe('a', () => first?.push(1))
    here.subscribe('a', () => second?.push(1))
    here.publish('a', bytes(1))
    end()
    end()
    here.publish('a', bytes(2))
    expect([first?.length, second?.length]).toEqual([1, 2])
  })

  test('a listener may end itself while it hears, and start another', async () => {
    const { here } = await opened()
    const heard: string[] = []
    const end = here.subscribe('a', () => {
      heard.push('first')
      end()
      here.subscribe('a', () => heard.push('second'))
    })
    here.publish('a', bytes(1))
    here.publish('a', bytes(1))
    expect(heard).toEqual(['first', 'second'])
  })

  test('a listener that throws harms neither the publisher nor the others', async () => {
    const { here } = await opened()
    const heard: number[] = []
    here.subscribe('a', () => {
      throw new Error('a bug in a listener')
    })
    here.subscribe('a', () => heard.push(1))
    here.publish('a', bytes(1))
    expect(heard).toEqual([1])
  })

  test('JSON arrives as it was sent, and what is not expected is dropped', async () => {
    const { here } = await opened()
    const heard: string[] = []
    subscribeJson(
      here,
      'a',
      (value) => typeof value === 'string',
      (value) => heard.push(value),
    )
    publishJson(here, 'a', 'الأمن')
    publishJson(here, 'a', { other: 'version' })
    here.publish('a', bytes(0xff, 0xfe))
    expect(heard).toEqual(['الأمن'])
  })

  test('after closing, publishing says nothing and throws nothing', async () => {
    const { here } = await opened()
    const heard: number[] = []
    here.subscribe('a', () => heard.push(1))
    await here.close()
    here.publish('a', bytes(1))
    expect(heard).toEqual([])
  })
}
