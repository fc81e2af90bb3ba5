import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Journal } from '#server/live/journal.ts'
import { eventually } from '#tests/support/eventually.ts'
import { connect, openPaper, textOf, tryOpen } from '#tests/support/live-client.ts'
import { aLiveDesk, type LiveDesk } from '#tests/support/live-desk.ts'

let desk: LiveDesk
let loads = 0
const counted = (journal: Journal): Journal => ({
  ...journal,
  since(documentId, seq, most) {
    loads += 1
    return journal.since(documentId, seq, most)
  },
})
beforeAll(async () => {
  desk = await aLiveDesk({ around: counted })
})
afterAll(() => desk.close())

test('[LE-7] [SEC-051] 60 people open a document at once while three write in it: nobody misses a word', async () => {
  const paper = await desk.paper('IKD')
  const seats = ['IKD.head', 'IKD.deputy', 'IKD.notetaker']
  loads = 0
  const writers = await Promise.all(seats.map(async (seat) => openPaper(await connect(desk, seat), paper)))
  const sockets = await Promise.all(
    Array.from({ length: 60 }, (_, place) =>
      connect(desk, [...seats, 'IKD.drafter'][place % 4] ?? '', {
        transports: place % 6 ? ['websocket'] : ['polling'],
      }),
    ),
  )
  const typing = writers.map(async (writer, person) => {
    for (let word = 0; word < 25; word++) expect((await writer.type(` w${person}-${word}`)).kind).toBe('saved')
  })
  const readers = await Promise.all(sockets.map((socket) => openPaper(socket, paper)))
  await Promise.all(typing)
  const [first] = writers
  await eventually(() => {
    for (const { doc } of [...writers, ...readers]) expect(textOf(doc)).toBe(first?.text)
  })
  expect(first?.text.match(/w\d-\d+/g)).toHaveLength(75)
  expect(loads).toBe(1)
  for (const { socket } of [...writers, ...readers]) socket.disconnect()
}, 40_000)

test('[LE-7] who comes back gets the difference and loses nothing of its own', async () => {
  const paper = await desk.paper('IKD')
  const norway = await openPaper(await connect(desk, 'IKD.head'), paper)
  await norway.type('Before.')
  const away = await openPaper(await connect(desk, 'IKD.drafter'), paper)
  away.socket.disconnect()
  const unsent = away.edit((content) => content.push([new Y.XmlElement('paragraph')]))
  await norway.type(' Meanwhile.')
  away.retire()
  const back = await openPaper(await connect(desk, 'IKD.drafter'), paper, {
    doc: away.doc,
    resume: away.opened.clientId ?? 0,
  })
  expect(back.opened.clientId).toBe(away.opened.clientId)
  expect(back.opened.update.length).toBeLessThan(60)
  expect((await back.push(unsent)).kind).toBe('saved')
  await eventually(() => expect(norway.text).toBe(back.text))
  expect(back.text).toBe('<paragraph>Before. Meanwhile.</paragraph><paragraph></paragraph>')
  norway.socket.disconnect()
  back.socket.disconnect()
})

test('[SEC-004] a document of others and one that does not exist get the same answer', async () => {
  const paper = await desk.paper('ESM')
  const socket = await connect(desk, 'IKD.head')
  const answers = await Promise.all([tryOpen(socket, paper), tryOpen(socket, 'x'.repeat(22))])
  expect(answers).toEqual([{ code: 'missing' }, { code: 'missing' }])
  for (const seat of ['chair', 'organiser', 'RCO.head']) {
    expect(await tryOpen(await connect(desk, seat), paper), seat).toEqual({ code: 'missing' })
  }
})

test('[SEC-075] an editor of another version may read and not write', async () => {
  const paper = await desk.paper('IKD')
  const old = await openPaper(await connect(desk, 'IKD.head'), paper, { schema: 0 })
  expect(old.opened).toMatchObject({ mayWrite: false, readOnly: 'editor-version', clientId: null })
  expect(await old.type('x')).toMatchObject({ kind: 'refused', code: 'read-only' })
})

test('[LE-19] rooms go when nobody is in them and everything is stored', async () => {
  const papers = await Promise.all(Array.from({ length: 10 }, () => desk.paper('IKD')))
  await eventually(() => expect(desk.live.rooms.size).toBeLessThan(2))
  const open = desk.live.rooms.size
  for (let round = 0; round < 5; round++) {
    const socket = await connect(desk, 'IKD.drafter')
    for (const paper of papers) {
      const opened = await openPaper(socket, paper)
      if (round % 2) void opened.type('x')
      else await opened.type('x')
    }
    socket.disconnect()
  }
  await eventually(() => expect(desk.live.rooms.size).toBeLessThanOrEqual(open))
  const socket = await connect(desk, 'IKD.drafter')
  const again = await openPaper(socket, papers[0] ?? '')
  expect(again.text).toMatch(/^<paragraph>x{3,5}<\/paragraph>$/)
  socket.disconnect()
}, 30_000)
