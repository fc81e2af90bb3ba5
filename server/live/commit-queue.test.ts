import { describe, expect, test } from 'vitest'
import { gate } from '#tests/support/engine.ts'
import { CommitQueue, type Committed, type Committer } from './commit-queue.ts'
import type { JournalEntry, JournalOutcome } from './journal.ts'
import type { LiveEvent } from './report.ts'

interface Edit {
  readonly entry: JournalEntry
  readonly committer: Committer<Edit>
}

const entry = (opId: string, size = 10): JournalEntry => ({
  documentId: 'document',
  opId,
  accreditationId: 'norway',
  personId: 'norway',
  epoch: 0,
  accessEpoch: 0,
  holder: 'holder',
  clientIds: [],
  bytes: new Uint8Array(size),
  digest: new Uint8Array(16),
})

function aQueue(
  append: (opIds: string[]) => Promise<void>,
  limits = { rows: 4, bytes: 1_000, commitRows: 3, commitBytes: 500 },
) {
  const commits: string[][] = []
  const settled: [string, string][] = []
  const events: LiveEvent[] = []
  const committer: Committer<Edit> = {
    settle: (results: Committed<Edit>[]) => {
      for (const { edit, result } of results) settled.push([edit.entry.opId, result.kind])
    },
  }
  const journal = {
    append: async (entries: readonly JournalEntry[]): Promise<JournalOutcome[]> => {
      const opIds = entries.map(({ opId }) => opId)
      commits.push(opIds)
      await append(opIds)
      return entries.map((_, seq) => ({ kind: 'saved', seq, at: 0, isFresh: true }))
    },
  }
  const queue = new CommitQueue<Edit>(journal, (event) => void events.push(event), limits)
  const offer = (opId: string, size?: number, to = committer) =>
    queue.offer({ entry: entry(opId, size), committer: to })
  return { queue, offer, commits, settled, events }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('[LE-4] group commit', () => {
  test('[LE-4] one is under way at a time, and the next takes what came meanwhile', async () => {
    const first = gate()
    const { queue, offer, commits } = aQueue((opIds) => (opIds.includes('a') ? first.promise : Promise.resolve()))
    offer('a')
    await turn()
    offer('b')
    offer('c')
    await turn()
    expect(commits).toEqual([['a']])
    first.open()
    await queue.whenIdle()
    expect(commits).toEqual([['a'], ['b', 'c']])
  })

  test('[LE-4] a commit is bounded in rows and in bytes', async () => {
    const { queue, offer, commits } = aQueue(async () => {})
    for (const opId of ['a', 'b', 'c', 'd']) offer(opId)
    await queue.whenIdle()
    offer('large', 490)
    offer('e', 20)
    await queue.whenIdle()
    expect(commits).toEqual([['a', 'b', 'c'], ['d'], ['large'], ['e']])
  })

  test('[LE-4] when the queue is full it says so, with a delay, and holds no more', async () => {
    const never = gate()
    const { offer, queue } = aQueue(() => never.promise)
    for (const opId of ['a', 'b', 'c', 'd']) expect(offer(opId)).toBeNull()
    expect(offer('e')).toEqual({ retryAfterMs: 2_000 })
    expect(queue.depth).toEqual({ rows: 4, bytes: 40 })
    queue.drop(({ entry: { opId } }) => opId === 'd')
    expect(offer('huge', 980)).toEqual({ retryAfterMs: 2_000 })
    expect(offer('e')).toBeNull()
  })

  test('[LE-4] a deadlock is tried again, and nothing else is', async () => {
    let attempts = 0
    const { queue, offer, settled } = aQueue(async () => {
      attempts += 1
      if (attempts < 3) throw Object.assign(new Error('deadlock'), { code: '40P01' })
      if (attempts > 3) throw new Error('gone')
    })
    offer('a')
    await queue.whenIdle()
    offer('b')
    await queue.whenIdle()
    expect(settled).toEqual([
      ['a', 'saved'],
      ['b', 'failed'],
    ])
    expect(attempts).toBe(4)
  })

  test('[LE-4] one room’s fault keeps no other from hearing about its edits', async () => {
    const { queue, offer, settled, events } = aQueue(async () => {})
    const faulty: Committer<Edit> = {
      settle: () => {
        throw new Error('bug')
      },
    }
    offer('a', 10, faulty)
    offer('b')
    await queue.whenIdle()
    expect(settled).toEqual([['b', 'saved']])
    expect(events).toContainEqual(expect.objectContaining({ kind: 'trouble' }))
  })
})
