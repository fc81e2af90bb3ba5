import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import {
  anEngine,
  aPaper,
  append,
  type Engine,
  gate,
  type Seated,
  settled,
  sit,
  twoWriters,
  wordsOf,
} from '#tests/support/engine.ts'
import { MemoryJournal } from '#tests/support/memory-journal.ts'

describe('[LE-2] nothing is shown and nothing is acknowledged before the commit', () => {
  test('[LE-2] while the commit takes its time, nobody sees the words and the writer waits', async () => {
    const journal = new MemoryJournal()
    const commit = gate()
    journal.beforeCommit = () => commit.promise
    const { engine, norway, chile } = await twoWriters(journal)
    norway.push(norway.edit(append(' Secret.')))
    await new Promise((resolve) => setImmediate(resolve))
    expect(wordsOf(chile.doc)).not.toContain('Secret')
    expect(wordsOf(norway.room.text.doc)).not.toContain('Secret')
    expect(norway.line.of('saved')).toEqual([])
    commit.open()
    await settled(engine)
    // What is shown may wait a few milliseconds for what comes after it.
    await vi.waitFor(() => expect(wordsOf(chile.doc)).toContain('Secret'))
    expect(norway.line.of('saved')).toMatchObject([{ counter: 1, seq: 2 }])
  })

  test('[LE-3] when the commit fails, nobody saw anything and the writer is told', async () => {
    const { engine, norway, chile, paper } = await twoWriters()
    engine.journal.beforeCommit = async () => {
      engine.journal.beforeCommit = async () => {}
      throw new Error('the database is gone')
    }
    const update = norway.edit(append(' Lost?'))
    norway.push(update, { opId: 'same' })
    await settled(engine)
    expect(norway.line.of('refused')).toMatchObject([{ counter: 1, code: 'not-saved', retryAfterMs: 1_000 }])
    expect(norway.line.of('saved')).toEqual([])
    expect(wordsOf(chile.doc)).not.toContain('Lost')
    norway.push(update, { opId: 'same' })
    await settled(engine)
    expect(norway.line.of('saved')).toMatchObject([{ counter: 2, seq: 2 }])
    expect(engine.journal.kept(paper).updates).toHaveLength(2)
  })

  test('[LE-3] when the answer of the commit is lost, the resend finds what was stored', async () => {
    const { engine, norway, chile, paper } = await twoWriters()
    engine.journal.afterCommit = async () => {
      engine.journal.afterCommit = async () => {}
      throw new Error('the connection to the database broke')
    }
    const update = norway.edit(append(' Twice?'))
    norway.push(update, { opId: 'same' })
    await settled(engine)
    expect(norway.line.of('refused')).toMatchObject([{ code: 'not-saved' }])
    norway.push(update, { opId: 'same' })
    await settled(engine)
    expect(norway.line.of('saved')).toMatchObject([{ counter: 2, seq: 2 }])
    expect(engine.journal.kept(paper).updates).toHaveLength(2)
    expect(wordsOf(chile.doc)).toContain('The force. Twice?')
  })
})

test('[LE-4] what all rooms brought in one turn is one commit', async () => {
  const engine = anEngine()
  const seats = await Promise.all(
    ['Norway', 'Chile', 'Ghana'].map((name) => sit(engine, aPaper(engine.journal, name), name)),
  )
  for (const seat of seats) seat.push(seat.edit(append('!')))
  await settled(engine)
  expect(engine.journal.appends).toEqual([3])
})

describe('[LE-5] an edit that is sent again is stored once', () => {
  test('[LE-5] after it was acknowledged', async () => {
    const { engine, norway, paper } = await twoWriters()
    const update = norway.edit(append(' Once.'))
    norway.push(update, { opId: 'same' })
    await settled(engine)
    norway.push(update, { opId: 'same' })
    await settled(engine)
    expect(norway.line.of('saved').map(({ counter, seq }) => [counter, seq])).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect(engine.journal.kept(paper).updates).toHaveLength(2)
  })

  test('[LE-5] on a new connection, while the first sending waits for its commit', async () => {
    const { engine, norway, chile, paper } = await twoWriters()
    const commit = gate()
    engine.journal.beforeCommit = () => commit.promise
    chile.push(chile.edit(append(' Busy.')))
    await new Promise((resolve) => setImmediate(resolve))
    const update = norway.edit(append(' Once.'))
    norway.push(update, { opId: 'same' })
    const again = await sit(engine, paper, 'Norway', { resume: norway.opened.clientId ?? 0 })
    again.push(update, { opId: 'same' })
    again.know(update)
    again.push(again.edit(append(' And on.')))
    commit.open()
    await settled(engine)
    expect(again.line.of('saved').at(-1)).toMatchObject({ counter: 2 })
    expect(again.line.of('refused')).toEqual([])
    expect(wordsOf(again.room.text.doc)).toMatch(/Once\. And on\./)
    expect(engine.journal.kept(paper).updates).toHaveLength(4)
  })

  test('[LE-5] on a new connection that took the client id over in the middle of the commit', async () => {
    const { engine, norway, paper } = await twoWriters()
    const commit = gate()
    engine.journal.beforeCommit = () => commit.promise
    const update = norway.edit(append(' Once.'))
    norway.push(update, { opId: 'same' })
    await new Promise((resolve) => setImmediate(resolve))
    const again = await sit(engine, paper, 'Norway', { resume: norway.opened.clientId ?? 0 })
    again.push(update, { opId: 'same' })
    again.know(update)
    again.push(again.edit(append(' And on.')))
    commit.open()
    await settled(engine)
    expect(again.line.of('refused').map(({ counter, code }) => [counter, code])).toEqual([
      [1, 'reopen'],
      [2, 'gap'],
    ])
    expect(engine.journal.kept(paper).updates).toHaveLength(1)
    const third = await sit(engine, paper, 'Norway', { resume: norway.opened.clientId ?? 0 })
    third.push(update, { opId: 'same' })
    await settled(engine)
    expect(third.line.of('saved')).toHaveLength(1)
  })

  test('[LE-5] to a server that has never seen it, because the first one died', async () => {
    const { engine, norway, paper } = await twoWriters()
    const update = norway.edit(append(' Once.'))
    norway.push(update, { opId: 'same' })
    await settled(engine)
    const restarted = anEngine(engine.journal)
    const again = await sit(restarted, paper, 'Norway', { resume: norway.opened.clientId ?? 0 })
    again.push(update, { opId: 'same' })
    await settled(restarted)
    expect(again.line.of('saved')).toMatchObject([{ counter: 1, seq: 2 }])
    expect(wordsOf(again.doc)).toContain('The force. Once.')
    expect(engine.journal.kept(paper).updates).toHaveLength(2)
  })

  test('[LE-5] another edit under the same op id is refused, and so is what builds on it', async () => {
    const { engine, norway, paper } = await twoWriters()
    norway.push(norway.edit(append(' First.')), { opId: 'same' })
    await settled(engine)
    const restarted = anEngine(engine.journal)
    const again = await sit(restarted, paper, 'Norway')
    again.push(again.edit(append(' Forged.')), { opId: 'same' })
    again.push(again.edit(append(' Built on it.')))
    await settled(restarted)
    expect(again.line.of('refused').map(({ code }) => code)).toEqual(['op-id', 'gap'])
    expect(again.line.of('need')).toHaveLength(1)
    expect(wordsOf(again.room.text.doc)).not.toMatch(/Forged|Built/)
    expect(engine.journal.kept(paper).updates).toHaveLength(2)
  })
})

describe('[LE-3] the answer of a commit is lost and its writer never comes back', () => {
  const lostAnswer = async (engine: Engine, norway: Seated) => {
    engine.journal.afterCommit = async () => {
      engine.journal.afterCommit = async () => {}
      throw new Error('the line to the database broke')
    }
    norway.push(norway.edit(append(' Stored all the same.')))
    await new Promise((resolve) => setImmediate(resolve))
    norway.room.leave(norway.member)
    await settled(engine)
  }

  test('[LE-3] the journal is read again at once, so the others see what is stored', async () => {
    const { engine, norway, chile, paper } = await twoWriters()
    await lostAnswer(engine, norway)
    expect(engine.journal.kept(paper).updates).toHaveLength(2)
    await vi.waitFor(() => expect(wordsOf(chile.doc)).toContain('Stored all the same.'))
    expect(norway.line.of('saved')).toEqual([])
  })

  test('[LE-3] and again until it answers, when it does not answer at first', async () => {
    const journal = new MemoryJournal()
    const { engine, norway, chile } = await twoWriters(journal)
    let failures = 2
    const since = journal.since.bind(journal)
    journal.since = async (...args) => {
      if (failures-- > 0) throw new Error('the database is away')
      return since(...args)
    }
    await lostAnswer(engine, norway)
    await vi.waitFor(() => expect(wordsOf(chile.doc)).toContain('Stored all the same.'), { timeout: 5_000 })
  })
})

test('[LE-16] "saved" waits for every edit before it, whatever the order of the commits', async () => {
  const { engine, norway, paper } = await twoWriters()
  const update = norway.edit(append(' Stored long ago.'))
  norway.push(update, { opId: 'stored' })
  await settled(engine)
  const again = await sit(engine, paper, 'Norway')
  const commit = gate()
  engine.journal.beforeCommit = () => commit.promise
  again.push(again.edit(append(' On its way.')))
  again.push(update, { opId: 'stored' })
  await new Promise((resolve) => setImmediate(resolve))
  expect(again.line.of('saved')).toEqual([])
  commit.open()
  await settled(engine)
  expect(again.line.of('saved').map(({ counter }) => counter)).toEqual([2])
})

describe('[LE-9] a gap is never kept', () => {
  test('[LE-9] the edit is dropped and its writer asked for everything above what is here', async () => {
    const { engine, norway, paper } = await twoWriters()
    const missing = norway.edit(append(' One.'))
    norway.push(norway.edit(append(' Two.')))
    await settled(engine)
    expect(norway.line.of('refused')).toMatchObject([{ counter: 1, code: 'gap' }])
    const [need] = norway.line.of('need')
    expect(norway.room.text.doc.store.pendingStructs).toBeNull()
    expect(engine.journal.kept(paper).updates).toHaveLength(1)
    norway.push(Y.encodeStateAsUpdate(norway.doc, need?.stateVector))
    await settled(engine)
    expect(wordsOf(norway.room.text.doc)).toContain('One. Two.')
    expect(missing.length).toBeGreaterThan(0)
  })

  test('[LE-9] who makes more than twenty is shown out', async () => {
    let now = 0
    const { norway } = await twoWriters(new MemoryJournal(), { clock: () => now })
    norway.edit(append(' One.'))
    const after = norway.edit(append(' Two.'))
    for (let gap = 0; gap < 30; gap++) {
      now += 1_000
      norway.push(after)
    }
    expect(norway.line.of('need')).toHaveLength(20)
    expect(norway.line.ended).toBe('rate')
  })
})

describe('[LE-8] client ids', () => {
  test('[SEC-065] nobody writes under the client id of another', async () => {
    const { engine, norway, chile, paper } = await twoWriters()
    chile.doc.clientID = norway.opened.clientId ?? 0
    chile.push(chile.edit(append(' EVIL')))
    norway.push(norway.edit(append(' honest')))
    await settled(engine)
    expect(chile.line.of('refused')).toMatchObject([{ code: 'foreign-client' }])
    expect(wordsOf(norway.doc)).toContain('The force. honest')
    expect(wordsOf(norway.room.text.doc)).toBe(wordsOf(norway.doc))
    expect(engine.journal.kept(paper).updates).toHaveLength(2)
  })

  test('[LE-8] the latest opening of an id holds it; the one before opens again', async () => {
    const { engine, norway, paper } = await twoWriters()
    const resume = norway.opened.clientId ?? 0
    const later = await sit(engine, paper, 'Norway', { resume })
    expect(later.opened.clientId).toBe(resume)
    norway.push(norway.edit(append(' Old tab.')))
    later.push(later.edit(append(' New tab.')))
    await settled(engine)
    expect(norway.line.of('refused')).toMatchObject([{ code: 'reopen' }])
    expect(later.line.of('saved')).toHaveLength(1)
  })

  test('[LE-8] an id that was issued to somebody else is not given', async () => {
    const { engine, norway, paper } = await twoWriters()
    const resume = norway.opened.clientId ?? 0
    const chile = await sit(engine, paper, 'Chile', { resume, carry: [resume] })
    expect(chile.opened.clientId).not.toBe(resume)
    expect(chile.opened.carried).toEqual([])
  })
})
