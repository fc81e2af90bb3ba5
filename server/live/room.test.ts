import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { anEngine, aPaper, append, gate, settled, sit, textIn, twoWriters, wordsOf } from '#tests/support/engine.ts'
import { MemoryJournal } from '#tests/support/memory-journal.ts'
import { digestOfDoc } from './room-text.ts'

describe('[SEC-063] who may not write', () => {
  test('[SEC-063] a reader’s edit is refused, not applied, not stored and not shown', async () => {
    const engine = anEngine()
    engine.access.set('Observer', 'read')
    const paper = aPaper(engine.journal)
    const norway = await sit(engine, paper, 'Norway')
    const observer = await sit(engine, paper, 'Observer')
    expect(observer.opened).toMatchObject({ mayWrite: false, readOnly: 'reader', clientId: null })
    observer.push(observer.edit(append(' Graffiti.')))
    await settled(engine)
    expect(observer.line.of('refused')).toMatchObject([{ code: 'read-only' }])
    expect(wordsOf(norway.doc)).not.toContain('Graffiti')
    expect(engine.journal.kept(paper).updates).toHaveLength(1)
  })

  test('[SEC-063] when a document is closed, edits on their way are refused and everybody is told', async () => {
    const { engine, norway, chile, paper } = await twoWriters()
    engine.journal.kept(paper).isOpen = false
    norway.push(norway.edit(append(' Too late.')))
    await settled(engine)
    expect(norway.line.of('refused')).toMatchObject([{ code: 'closed' }])
    for (const { line } of [norway, chile])
      expect(line.of('notice')).toMatchObject([{ notice: 'read-only', reason: 'closed' }])
    expect(engine.journal.kept(paper).updates).toHaveLength(1)
  })

  test('[SEC-044] who lost access is shown out, and what it sent and was not committed is dropped', async () => {
    const { engine, norway, chile, paper } = await twoWriters()
    const commit = gate()
    engine.journal.beforeCommit = () => commit.promise
    chile.push(chile.edit(append(' Before.')))
    await new Promise((resolve) => setImmediate(resolve))
    norway.push(norway.edit(append(' Queued.')))
    engine.access.set('Norway', 'none')
    await engine.joining.reconsider(norway.room, true)
    commit.open()
    await settled(engine)
    expect(norway.line.of('revoked')).toMatchObject([{ scope: 'room', code: 'access' }])
    expect(wordsOf(chile.doc)).not.toContain('Queued')
    expect(engine.journal.kept(paper).updates).toHaveLength(2)
    const heard = norway.line.heard.length
    chile.push(chile.edit(append(' After.')))
    await settled(engine)
    expect(norway.line.heard).toHaveLength(heard)
  })

  test('[SEC-044] who may only read from now on is told, and whoever may write again too', async () => {
    const { engine, norway } = await twoWriters()
    engine.access.set('Norway', 'read')
    await engine.joining.reconsider(norway.room, true)
    norway.push(norway.edit(append(' Demoted.')))
    engine.access.set('Norway', 'write')
    await engine.joining.reconsider(norway.room, true)
    expect(norway.line.of('notice').map(({ notice }) => notice)).toEqual(['read-only', 'writable'])
    expect(norway.line.of('refused')).toMatchObject([{ code: 'read-only' }])
  })

  test('[SEC-045] nobody writes while access cannot be confirmed', async () => {
    const { engine, norway } = await twoWriters()
    engine.rooms.setConfirmed(false)
    norway.push(norway.edit(append(' Unconfirmed.')))
    expect(norway.line.of('refused')).toMatchObject([{ code: 'unconfirmed' }])
    expect(await sit(engine, norway.room.documentId, 'Chile').then(({ opened }) => opened.readOnly)).toBe('unconfirmed')
    engine.rooms.setConfirmed(true)
    expect(norway.line.of('notice').at(-1)).toMatchObject({ notice: 'writable' })
  })
})

test('[SEC-066] an edit that throws when it is applied closes its sender and the room opens anew from the journal', async () => {
  const journal = new MemoryJournal()
  let isPoisoned = false
  const engine = anEngine(journal, {
    apply: (doc, update) => {
      Y.applyUpdate(doc, update)
      if (isPoisoned) throw new Error('poison')
    },
  })
  const paper = aPaper(journal)
  const norway = await sit(engine, paper, 'Norway')
  const chile = await sit(engine, paper, 'Chile')
  isPoisoned = true
  norway.push(norway.edit(append(' Poison.')))
  await settled(engine)
  isPoisoned = false
  expect(norway.line.isOpen).toBe(false)
  expect(chile.line.of('batch')).toEqual([])
  expect(chile.line.of('revoked')).toMatchObject([{ scope: 'room', code: 'reload' }])
  expect(engine.rooms.find(paper)).toBeNull()
  const again = await sit(engine, paper, 'Chile')
  expect(again.room).not.toBe(chile.room)
  expect(wordsOf(again.doc)).toBe('<paragraph>The force. Poison.</paragraph>')
})

test('[LE-22] [SEC-073] a mass deletion is allowed, kept from before, and those who may write are told', async () => {
  const engine = anEngine()
  const paper = aPaper(engine.journal, 'The force shall be light. '.repeat(200))
  const norway = await sit(engine, paper, 'Norway')
  const chile = await sit(engine, paper, 'Chile')
  const deletion = norway.edit((text) => text.delete(0, text.length))
  expect(deletion.length).toBeLessThan(30)
  norway.push(deletion)
  await settled(engine)
  expect(wordsOf(chile.doc)).toBe('<paragraph></paragraph>')
  expect(chile.line.of('notice')).toMatchObject([
    { notice: 'mass-deletion', seq: 1, who: { kind: 'person', name: 'Norway' } },
  ])
  expect(engine.journal.kept(paper).snapshots).toMatchObject([{ seq: 1 }])
  expect(engine.events).toContainEqual(expect.objectContaining({ kind: 'mass-deletion', documentId: paper }))
})

test('[SEC-074] a document that is full takes no more words, and still lets some be deleted', async () => {
  const engine = anEngine()
  const paper = aPaper(engine.journal, 'x'.repeat(2 * 1024 * 1024))
  const norway = await sit(engine, paper, 'Norway')
  norway.push(norway.edit(append('more')))
  norway.push(norway.edit((_text, content) => textIn(content).delete(0, 5)))
  await settled(engine)
  expect(norway.line.of('refused').map(({ code }) => code)).toEqual(['document-full'])
  expect(norway.line.of('saved')).toMatchObject([{ counter: 2 }])
})

test('[LE-6] edits of other processes are applied in the order of their sequence, and holes are filled', async () => {
  const journal = new MemoryJournal()
  const here = anEngine(journal, { isShared: true })
  const there = anEngine(journal, { isShared: true })
  const paper = aPaper(journal)
  const norway = await sit(here, paper, 'Norway')
  const chile = await sit(there, paper, 'Chile')
  for (const words of [' One.', ' Two.', ' Three.']) {
    chile.push(chile.edit(append(words)))
    await settled(there)
  }
  const [, one, two, three] = journal.kept(paper).updates
  if (!one || !two || !three) throw new Error('three edits')
  here.rooms.receive(paper, [three])
  expect(norway.room.seq).toBe(1)
  here.rooms.receive(paper, [one])
  expect(norway.room.seq).toBe(2)
  await norway.room.catchUp()
  expect(norway.room.seq).toBe(4)
  await vi.waitFor(() => expect(wordsOf(norway.doc)).toContain('One. Two. Three.'))
})

test('[LE-6] an edit that builds on what another process stored is looked up before it is called a gap', async () => {
  const journal = new MemoryJournal()
  const here = anEngine(journal, { isShared: true })
  const there = anEngine(journal, { isShared: true })
  const paper = aPaper(journal)
  const norway = await sit(here, paper, 'Norway')
  const chile = await sit(there, paper, 'Chile')
  chile.push(chile.edit(append(' One.')))
  await settled(there)
  for (const { bytes } of journal.kept(paper).updates) Y.applyUpdate(norway.doc, bytes)
  norway.push(norway.edit(append(' Two.')))
  norway.push(norway.edit(append(' Three.')))
  await settled(here)
  await settled(here)
  expect(norway.line.of('refused')).toEqual([])
  expect(wordsOf(norway.room.text.doc)).toContain('One. Two. Three.')
})

test('[LE-24] every half minute members get a digest of what they should know by then', async () => {
  const { engine, norway, chile } = await twoWriters()
  norway.push(norway.edit(append(' One.')))
  await settled(engine)
  norway.push(norway.edit((text) => text.delete(0, 4)))
  await settled(engine)
  await engine.rooms.tick()
  for (const { line, doc } of [norway, chile]) {
    const [digest] = line.of('digest')
    expect(digest).toEqual({ room: norway.room.number, seq: 3, digest: digestOfDoc(doc) })
  }
})
