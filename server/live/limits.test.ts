import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { anEngine, aPaper, append, settled, sit, twoWriters, wordsOf } from '#tests/support/engine.ts'
import { MemoryJournal } from '#tests/support/memory-journal.ts'

describe('[SEC-074] a journal that no snapshot can be made of', () => {
  const sheet = 'x'.repeat(900_000)

  /** Writes most of a megabyte and takes it out again: the text stays small, its journal does not. */
  async function fill(engine: ReturnType<typeof anEngine>, seat: Awaited<ReturnType<typeof sit>>, times: number) {
    for (let time = 0; time < times; time++) {
      seat.push(seat.edit(append(sheet)), { bulk: true })
      seat.push(seat.edit((text) => text.delete(text.length - sheet.length, sheet.length)))
      await settled(engine)
    }
  }

  test('[SEC-074] takes nothing more at 20 MB, says so to everybody, and can still be read', async () => {
    const journal = new MemoryJournal()
    journal.saveSnapshot = () => Promise.reject(new Error('the disk is full'))
    const { engine, norway, chile, paper } = await twoWriters(journal)
    await fill(engine, norway, 25)
    expect(norway.line.of('saved').length).toBeGreaterThan(20)
    expect(norway.line.of('saved').length).toBeLessThan(25)
    for (const { line } of [norway, chile])
      expect(line.of('notice').filter(({ notice }) => notice === 'read-only')).toMatchObject([{ reason: 'too-large' }])
    expect(chile.room.logBytes).toBeGreaterThan(20 * 1024 * 1024)
    expect(chile.room.logBytes).toBeLessThan(21 * 1024 * 1024)
    chile.push(chile.edit(append(' Too late.')))
    expect(chile.line.of('refused').at(-1)).toMatchObject({ code: 'document-full' })
    const reader = await sit(engine, paper, 'Ghana')
    expect(reader.opened).toMatchObject({ mayWrite: false, readOnly: 'too-large' })
    expect(wordsOf(reader.doc)).toContain('The force.')
  })

  test('[SEC-074] is written in again as soon as one is made, also by a process that was started since', async () => {
    const journal = new MemoryJournal()
    const { saveSnapshot } = journal
    journal.saveSnapshot = () => Promise.reject(new Error('the disk is full'))
    const { engine, norway, paper } = await twoWriters(journal)
    await fill(engine, norway, 25)
    let now = 0
    const restarted = anEngine(journal, { clock: () => now })
    const chile = await sit(restarted, paper, 'Chile')
    expect(chile.opened.readOnly).toBe('too-large')
    journal.saveSnapshot = saveSnapshot
    now = 60_000
    await restarted.rooms.tick()
    expect(chile.line.of('notice')).toMatchObject([{ notice: 'writable' }])
    const again = await sit(restarted, paper, 'Chile')
    again.push(again.edit(append(' On we go.')))
    await settled(restarted)
    await vi.waitFor(() => expect(wordsOf(chile.doc)).toContain('On we go.'))
  })

  test('[SEC-074] is not left to grow so long: one is made at the half of it', async () => {
    const { engine, norway } = await twoWriters()
    await fill(engine, norway, 12)
    await vi.waitFor(() => expect(norway.room.logBytes).toBeLessThan(5 * 1024 * 1024))
    await fill(engine, norway, 12)
    await vi.waitFor(() => expect(norway.room.logBytes).toBeLessThan(10 * 1024 * 1024))
    expect(norway.line.of('refused')).toEqual([])
  })
})

describe('[SEC-065] client ids are few', () => {
  test('[SEC-065] one person holds at most 20 in one document, whatever they are for, and others are not concerned', async () => {
    const engine = anEngine()
    const paper = aPaper(engine.journal)
    const windows = []
    for (let window = 0; window < 20; window++) windows.push(await sit(engine, paper, 'Norway'))
    const issued = engine.journal.issued
    await expect(sit(engine, paper, 'Norway')).rejects.toMatchObject({
      kind: 'limited',
      code: 'live/too-many-openings',
    })
    expect(engine.journal.issued).toBe(issued)
    expect((await sit(engine, paper, 'Chile')).opened.mayWrite).toBe(true)
    const other = await sit(engine, aPaper(engine.journal), 'Norway')
    expect(other.opened.mayWrite).toBe(true)
    const [first] = windows
    first?.room.leave(first.member)
    const again = await sit(engine, paper, 'Norway')
    again.push(again.edit(append(' Here.')))
    await settled(engine)
    expect(again.line.of('saved')).toHaveLength(1)
  })

  test('[SEC-065] those of earlier pages count, and the same id is counted once', async () => {
    const engine = anEngine()
    const paper = aPaper(engine.journal)
    const earlier = []
    for (let page = 0; page < 19; page++) earlier.push((await sit(engine, paper, 'Norway')).opened.clientId ?? 0)
    const room = engine.rooms.find(paper)
    for (const member of [...(room?.members ?? [])]) room?.leave(member)
    const heir = await sit(engine, paper, 'Norway', { carry: earlier })
    expect(heir.opened.carried).toHaveLength(19)
    await expect(sit(engine, paper, 'Norway')).rejects.toMatchObject({ code: 'live/too-many-openings' })
    const [resume = 0] = earlier
    expect((await sit(engine, paper, 'Norway', { resume })).opened.clientId).toBe(resume)
  })

  test('[SEC-065] many that come at once are counted too', async () => {
    const engine = anEngine()
    const paper = aPaper(engine.journal)
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => sit(engine, paper, 'Norway')))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  })

  test('[SEC-065] 2,000 may ever have written in one document: no more join them, and those go on writing', async () => {
    const journal = new MemoryJournal()
    const crowd = new Y.Doc()
    for (let writer = 1; writer < 2_000; writer++) {
      crowd.clientID = writer
      crowd.getXmlFragment('content').insert(0, [new Y.XmlElement('paragraph')])
    }
    const paper = aPaper(journal)
    const engine = anEngine(journal)
    journal.create(paper, Y.encodeStateAsUpdate(crowd))
    journal.issued = 10_000
    const norway = await sit(engine, paper, 'Norway')
    const chile = await sit(engine, paper, 'Chile')
    const write = async (seat: typeof norway) => {
      const before = Y.encodeStateVector(seat.doc)
      seat.doc.getXmlFragment('content').push([new Y.XmlElement('paragraph')])
      seat.push(Y.encodeStateAsUpdate(seat.doc, before))
      await settled(engine)
    }
    await write(norway)
    await write(chile)
    await write(norway)
    expect(norway.line.of('saved')).toHaveLength(2)
    expect(chile.line.of('refused')).toMatchObject([{ code: 'document-full' }])
  })
})
