import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { anEngine, aPaper, append, settled, sit, wordsOf } from '#tests/support/engine.ts'
import { MemoryJournal } from '#tests/support/memory-journal.ts'
import { Compactor, isSnapshotDue } from './compactor.ts'
import { digestOf } from './digest.ts'

/** A paper with six sentences: the odd ones by Norway, the even ones by Chile, each in a paragraph of its own. */
async function written() {
  const journal = new MemoryJournal()
  const engine = anEngine(journal)
  const paper = aPaper(journal, 'Start.')
  const writers = [await sit(engine, paper, 'Norway'), await sit(engine, paper, 'Chile')]
  for (let sentence = 1; sentence <= 6; sentence++) {
    const writer = writers[sentence % 2]
    writer?.push(
      writer.edit((_text, content) => {
        const paragraph = new Y.XmlElement('paragraph')
        content.insert(0, [paragraph])
        paragraph.insert(0, [new Y.XmlText(`S${sentence}.`)])
      }),
    )
    await settled(engine)
  }
  return { journal, paper, rows: journal.kept(paper).updates, engine, writers }
}

const reopened = async (journal: MemoryJournal, paper: string) => {
  const engine = anEngine(journal)
  return { engine, seat: await sit(engine, paper, 'Norway') }
}

describe('[LE-15] [REL-17] a damaged journal', () => {
  test.each([
    ['bits are flipped', (row: Uint8Array) => row.map((byte, place) => (place === row.length - 2 ? byte ^ 1 : byte))],
    ['it is cut short', (row: Uint8Array) => row.slice(0, 9)],
    ['it is empty', () => new Uint8Array([0])],
  ])('[REL-17] a row in which %s is set aside, and the rest opens', async (_name, damage) => {
    const { journal, paper, rows } = await written()
    const last = rows.at(-1)
    if (!last) throw new Error('no rows')
    rows[rows.length - 1] = { ...last, bytes: damage(last.bytes) }
    const { engine, seat } = await reopened(journal, paper)
    expect(seat.opened.damaged).toBe(true)
    expect(wordsOf(seat.doc)).toContain('S5.')
    expect(wordsOf(seat.doc)).not.toContain('S6.')
    expect(journal.kept(paper).setAside).toEqual(new Set([last.seq]))
    expect(engine.events).toContainEqual({ kind: 'damaged', documentId: paper, rows: 1 })
    seat.push(seat.edit(append(' On.')))
    await settled(engine)
    expect(seat.line.of('saved')).toHaveLength(1)
  })

  test('[REL-17] what builds on a damaged row is set aside with it, what does not is kept', async () => {
    const { journal, paper, rows } = await written()
    const second = rows[2]
    if (!second) throw new Error('no row')
    rows[2] = { ...second, bytes: second.bytes.slice(1) }
    const { seat } = await reopened(journal, paper)
    expect(wordsOf(seat.doc)).toMatch(/Start/)
    expect(wordsOf(seat.doc)).toContain('S1.')
    expect(journal.kept(paper).setAside.has(second.seq)).toBe(true)
    const again = await reopened(journal, paper)
    expect(wordsOf(again.seat.doc)).toBe(wordsOf(seat.doc))
    expect(again.seat.opened.damaged).toBe(true)
  })

  test('[REL-17] a row that is missing is noticed', async () => {
    const { journal, paper, rows } = await written()
    const [gone] = rows.splice(rows.length - 2, 1)
    const { seat } = await reopened(journal, paper)
    expect(seat.opened.damaged).toBe(true)
    expect(journal.kept(paper).setAside).toContain(gone?.seq)
  })

  test('[REL-17] rows whose bytes were exchanged are noticed', async () => {
    const { journal, paper, rows } = await written()
    const [one, other] = [rows[4], rows[5]]
    if (!one || !other) throw new Error('no rows')
    rows[4] = { ...one, bytes: other.bytes }
    rows[5] = { ...other, bytes: one.bytes }
    const { seat } = await reopened(journal, paper)
    expect(journal.kept(paper).setAside.has(one.seq)).toBe(true)
    expect(wordsOf(seat.doc)).toContain('S3.')
  })

  test('[REL-17] a damaged snapshot is passed over: the one before it and a longer tail give the same', async () => {
    const { journal, paper, engine } = await written()
    const compactor = new Compactor(
      journal,
      () => {},
      () => 0,
    )
    const room = engine.rooms.find(paper)
    if (!room) throw new Error('no room')
    const before = wordsOf(room.text.doc)
    await compactor.compact(room)
    const [snapshot] = journal.kept(paper).snapshots
    expect(snapshot).toMatchObject({ seq: 7, isVerified: true })
    if (snapshot) Object.assign(snapshot, { bytes: snapshot.bytes.slice(0, -4) })
    const { seat } = await reopened(journal, paper)
    expect(wordsOf(seat.doc)).toBe(before)
    expect(seat.opened.damaged).toBe(false)
  })

  test('[REL-17] other documents are not affected', async () => {
    const { journal, paper, rows } = await written()
    rows.splice(0, rows.length)
    const other = aPaper(journal, 'Unharmed.')
    const engine = anEngine(journal)
    await sit(engine, paper, 'Norway')
    const seat = await sit(engine, other, 'Norway')
    expect(wordsOf(seat.doc)).toContain('Unharmed.')
    expect(seat.opened.damaged).toBe(false)
  })
})

describe('[LE-14] snapshots', () => {
  test('[LE-14] one that is not what the journal says is never marked', async () => {
    const { journal, paper, engine } = await written()
    const compactor = new Compactor(
      journal,
      () => {},
      () => 0,
    )
    const forged = new Y.Doc()
    forged.getXmlFragment('content').insert(0, [new Y.XmlElement('paragraph')])
    const bytes = Y.encodeStateAsUpdate(forged)
    expect(await compactor.verify(paper, { seq: 7, bytes, digest: digestOf(bytes) })).toBe(false)
    const room = engine.rooms.find(paper)
    const honest = room?.text.encode() ?? new Uint8Array()
    expect(await compactor.verify(paper, { seq: 7, bytes: honest, digest: digestOf(honest) })).toBe(true)
    expect(await compactor.verify(paper, { seq: 6, bytes: honest, digest: digestOf(honest) })).toBe(false)
  })

  test('[LE-14] the next opening starts from the snapshot', async () => {
    const { journal, paper, engine } = await written()
    const room = engine.rooms.find(paper)
    if (!room) throw new Error('no room')
    await new Compactor(
      journal,
      () => {},
      () => 0,
    ).compact(room)
    const before = wordsOf(room.text.doc)
    journal.kept(paper).updates.splice(0, 7)
    const { seat } = await reopened(journal, paper)
    expect(wordsOf(seat.doc)).toBe(before)
    expect(seat.opened).toMatchObject({ seq: 7, damaged: false })
  })

  test('[LE-14] they are due after 500 edits and a minute, or after ten minutes with any', () => {
    const due = (sinceSnapshot: number, minutes: number) =>
      isSnapshotDue({ sinceSnapshot, snapshotAt: 0, logBytes: 0 }, minutes * 60_000)
    expect([due(500, 0.5), due(500, 1), due(499, 9), due(1, 10), due(0, 60)]).toEqual([false, true, false, true, false])
  })
})
