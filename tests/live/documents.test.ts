import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#app/kernel/ids.server.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { documents } from '#server/live/documents.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { aDocument, aParagraph } from '#tests/builders/documents.ts'
import { eventually } from '#tests/support/eventually.ts'
import { connect, openPaper } from '#tests/support/live-client.ts'
import { aLiveDesk, contextOf, type LiveDesk } from '#tests/support/live-desk.ts'

let desk: LiveDesk
beforeAll(async () => {
  desk = await aLiveDesk()
})
afterAll(() => desk.close())

const as = async <Result>(seat: string, work: (tx: Tx) => Promise<Result>) =>
  inTransaction(desk.database, contextOf(await desk.actor(seat)), work)

test('[LE-20] the first content is made once, with the document, and is what everybody opens', async () => {
  const content = aDocument(
    aParagraph('The force shall be light.', 'block0001'),
    aParagraph('القوة خفيفة', 'block0002'),
  )
  const delegationId = desk.delegation('IKD')
  const { conferenceId } = desk
  const paper = await as('IKD.head', (tx) =>
    documents.create(tx, { kind: 'paper', conferenceId, delegationId, content, now: new Date(), newId }),
  )
  expect(await as('IKD.drafter', (tx) => documents.read(tx, paper))).toEqual({ json: content, seq: 1, updates: 1 })
  const copies = await Promise.all(
    ['IKD.head', 'IKD.drafter'].map(async (seat) => openPaper(await connect(desk, seat), paper)),
  )
  for (const copy of copies)
    expect(copy.text).toBe('<paragraph>The force shall be light.</paragraph><paragraph>القوة خفيفة</paragraph>')
  for (const { socket } of copies) socket.disconnect()
})

test('[LE-20] a document that fails to be made with the rest of its act does not exist', async () => {
  let paper = ''
  const act = as('IKD.head', async (tx) => {
    paper = await documents.create(tx, {
      kind: 'paper',
      conferenceId: desk.conferenceId,
      delegationId: desk.delegation('IKD'),
      now: new Date(),
      newId,
    })
    throw new Error('the rest failed')
  })
  await expect(act).rejects.toThrow('the rest failed')
  expect(await desk.journal.document(paper)).toBeNull()
})

test('[SEC-017] what is read is the text as it stands: no deleted word, no author, no history', async () => {
  const paper = await desk.paper('IKD')
  const head = await openPaper(await connect(desk, 'IKD.head'), paper)
  await head.type('A secret. ')
  await head.push(head.edit((content) => content.delete(0, content.length)))
  await head.push(
    head.edit((content) => {
      const paragraph = new Y.XmlElement('paragraph')
      content.insert(0, [paragraph])
      paragraph.insert(0, [new Y.XmlText('The position.')])
    }),
  )
  const reading = await as('IKD.head', (tx) => documents.read(tx, paper))
  expect(reading).toEqual({ json: aDocument('The position.'), seq: 4, updates: 4 })
  expect(JSON.stringify(reading)).not.toContain(String(head.opened.clientId))
  const before = await as('IKD.head', (tx) => documents.read(tx, paper, 2))
  expect(JSON.stringify(before.json)).toContain('A secret.')
  head.socket.disconnect()
})

test('[SEC-068] authors are those the server stored the edits for, whatever the document says', async () => {
  const paper = await desk.paper('IKD')
  const [head, drafter] = await Promise.all(
    ['IKD.head', 'IKD.drafter'].map(async (seat) => openPaper(await connect(desk, seat), paper)),
  )
  if (!head || !drafter) throw new Error('two writers')
  await head.type('One.')
  await drafter.type('Two.')
  await drafter.type('Three.')
  const authors = await as('IKD.head', (tx) => documents.authors(tx, paper))
  expect(authors).toMatchObject([
    { accreditationId: desk.seat('IKD.head').accreditationId, personId: desk.seat('IKD.head').personId, edits: 1 },
    { accreditationId: desk.seat('IKD.drafter').accreditationId, edits: 2, clientIds: [drafter.opened.clientId] },
  ])
  for (const { socket } of [head, drafter]) socket.disconnect()
})

test('[SEC-004] a document of others cannot be read, closed or asked about', async () => {
  const paper = await desk.paper('IKD')
  const attempts: ((tx: Tx) => Promise<unknown>)[] = [
    (tx) => documents.read(tx, paper),
    (tx) => documents.close(tx, paper, 'x'),
    (tx) => documents.reopen(tx, paper),
    (tx) => documents.accessChanged(tx, paper),
    (tx) => documents.add(tx, paper, adding('Mine.')),
  ]
  for (const attempt of attempts) await expect(as('ESM.head', attempt)).rejects.toMatchObject({ code: 'missing' })
  expect(await as('ESM.head', (tx) => documents.authors(tx, paper))).toEqual([])
  await expect(as('IKD.head', (tx) => documents.read(tx, paper, 99))).rejects.toMatchObject({ code: 'missing' })
})

test('[LE-14] a reading of a long document starts from its snapshot', async () => {
  const paper = await desk.paper('IKD')
  const head = await openPaper(await connect(desk, 'IKD.head'), paper)
  await Promise.all(Array.from({ length: 60 }, (_, word) => head.type(`${word} `)))
  head.socket.disconnect()
  const whole = await as('IKD.head', (tx) => documents.read(tx, paper))
  // The room was closed meanwhile and left a snapshot.
  const snapshots = () => desk.database.prisma.liveSnapshot.findMany({ where: { documentId: paper, isVerified: true } })
  while ((await snapshots()).length === 0) await new Promise((resolve) => setImmediate(resolve))
  expect(await as('IKD.head', (tx) => documents.read(tx, paper))).toEqual(whole)
  const [snapshot] = await snapshots()
  expect(snapshot).toMatchObject({ seq: 61 })
})

const adding = (...words: string[]) => ({
  arrange: () => words.map((text, index) => ({ at: 99, block: aParagraph(text, `added00${index}`) })),
  now: new Date(),
  newId,
})

test('[LE-40] what an act adds is in every open copy after its commit, beside what is typed meanwhile', async () => {
  const paper = await desk.paper('IKD')
  const [head, drafter] = await Promise.all(
    ['IKD.head', 'IKD.drafter'].map(async (seat) => openPaper(await connect(desk, seat), paper)),
  )
  if (!head || !drafter) throw new Error('two writers')
  await head.type('Typed before.')
  const [seq] = await Promise.all([
    as('IKD.head', (tx) => documents.add(tx, paper, adding('Added first.', 'Added second.'))),
    head.type(' Typed meanwhile.'),
  ])
  desk.live.edited([{ documentId: paper, seq: seq ?? 0 }])
  await head.type(' Typed after.')
  const whole =
    '<paragraph>Typed before. Typed meanwhile. Typed after.</paragraph>' +
    '<paragraph>Added first.</paragraph><paragraph>Added second.</paragraph>'
  await eventually(() => expect([head.text, drafter.text]).toEqual([whole, whole]))
  const authors = await as('IKD.head', (tx) => documents.authors(tx, paper))
  expect(authors.map(({ accreditationId }) => accreditationId)).toEqual([desk.seat('IKD.head').accreditationId])
  for (const { socket } of [head, drafter]) socket.disconnect()
})

test('[LE-40] nobody who has it open waits for the next edit to see it', async () => {
  const paper = await desk.paper('IKD')
  const head = await openPaper(await connect(desk, 'IKD.head'), paper)
  const seq = await as('IKD.head', (tx) => documents.add(tx, paper, adding('Added.')))
  desk.live.edited([{ documentId: paper, seq: seq ?? 0 }])
  await eventually(() => expect(head.text).toContain('Added.'))
  head.socket.disconnect()
})

test('[LE-40] where writing has ended nothing is added', async () => {
  const paper = await desk.paper('IKD')
  const act = as('IKD.head', async (tx) => {
    await documents.close(tx, paper, 'circulated')
    return documents.add(tx, paper, adding('Too late.'))
  })
  await expect(act).rejects.toMatchObject({ code: 'live/closed' })
})
