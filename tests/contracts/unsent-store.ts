import { expect } from 'vitest'
import type { UnsentEdit, UnsentStore } from '#app/live/unsent-store.ts'

const document = 'Document-of-Norway-001'
const other = 'Document-of-Chile-0001'

export const anUnsentEdit = (opId: string, counter: number): UnsentEdit => ({
  opId,
  counter,
  bytes: new Uint8Array([counter, 255, 0]),
  at: 1_000 + counter,
  edits: 2,
  tab: 'Tab-of-Norway-00000001',
})

/** What every store of unsent edits does. Each story gets a store of its own, which nothing was kept in. */
export const unsentStoreStories: Record<string, (store: UnsentStore) => Promise<void>> = {
  'edits come back as they were, in the order of their counters': async (store) => {
    const [first, second] = [anUnsentEdit('op-1', 1), anUnsentEdit('op-2', 2)]
    await store.keep(document, second)
    await store.keep(document, first)
    expect(await store.load(document)).toEqual([first, second])
    expect(await store.load(other)).toEqual([])
  },
  'what an edit replaces goes in the same step': async (store) => {
    await store.keep(document, anUnsentEdit('op-1', 1))
    await store.keep(document, anUnsentEdit('op-2', 2), ['op-1'])
    expect((await store.load(document)).map(({ opId }) => opId)).toEqual(['op-2'])
  },
  'an edit that was acknowledged is dropped, and only that': async (store) => {
    await store.keep(document, anUnsentEdit('op-1', 1))
    await store.keep(document, anUnsentEdit('op-2', 2))
    await store.keep(other, anUnsentEdit('op-1', 1))
    await store.drop(document, ['op-1', 'op-unknown'])
    expect((await store.load(document)).map(({ opId }) => opId)).toEqual(['op-2'])
    expect(await store.load(other)).toHaveLength(1)
  },
  'keeping and dropping take effect in the order they were asked for': async (store) => {
    const keeping = store.keep(document, anUnsentEdit('op-1', 1))
    const dropping = store.drop(document, ['op-1'])
    await Promise.all([keeping, dropping])
    expect(await store.load(document)).toEqual([])
  },
  'it tells which documents hold how many edits': async (store) => {
    await store.keep(document, anUnsentEdit('op-1', 1))
    await store.keep(document, anUnsentEdit('op-2', 2))
    await store.keep(other, anUnsentEdit('op-3', 1))
    expect(await store.documents()).toEqual(
      new Map([
        [document, 4],
        [other, 2],
      ]),
    )
  },
  'wiping leaves nothing': async (store) => {
    await store.keep(document, anUnsentEdit('op-1', 1))
    await store.wipe()
    expect((await store.documents()).size).toBe(0)
  },
}
