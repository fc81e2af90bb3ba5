import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeCursors, encodeCursor } from '#app/live/cursors.ts'
import { eventually } from '#tests/support/eventually.ts'
import { connect, firstText, type OpenPaper, openPaper } from '#tests/support/live-client.ts'
import { aLiveDesk, type LiveDesk } from '#tests/support/live-desk.ts'

let desk: LiveDesk
const open: OpenPaper[] = []
beforeAll(async () => {
  desk = await aLiveDesk()
})
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.disconnect()
})
afterAll(() => desk.close())

async function sit(seat: string, paper: string): Promise<OpenPaper> {
  const seated = await openPaper(await connect(desk, seat), paper)
  open.push(seated)
  return seated
}

const cursorAt = (paper: OpenPaper, place: number) => {
  const position = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(firstText(paper.content), place))
  return encodeCursor({ anchor: position, head: position, isTyping: true })
}
const heard = (paper: OpenPaper) => paper.heardOf('cursor')

test('[LE-13] people of one delegation see who is there, by name, and where their carets are', async () => {
  const paper = await desk.paper('IKD')
  const head = await sit('IKD.head', paper)
  await head.type('The force.')
  const drafter = await sit('IKD.drafter', paper)
  expect(drafter.opened.peers.map(({ who }) => who)).toEqual([
    { kind: 'person', name: 'IKD.head person' },
    { kind: 'person', name: 'IKD.drafter person' },
  ])
  drafter.socket.emit('cursor', { room: drafter.opened.room, cursor: cursorAt(drafter, 3) })
  await eventually(() => expect(heard(head).some(({ cursors }) => cursors)).toBe(true))
  const [moved] = decodeCursors(heard(head).find(({ cursors }) => cursors)?.cursors ?? new Uint8Array([0]))
  expect(moved).toMatchObject({ peer: drafter.opened.peer, cursor: { isTyping: true } })
  drafter.socket.disconnect()
  await eventually(() => expect(heard(head).some(({ left }) => left?.includes(drafter.opened.peer ?? 0))).toBe(true))
})

test('[SEC-069] nobody moves the cursor of another or says who it is', async () => {
  const paper = await desk.paper('IKD')
  const head = await sit('IKD.head', paper)
  await head.type('The force.')
  const drafter = await sit('IKD.drafter', paper)
  const emit = (message: unknown) => void Reflect.apply(drafter.socket.emit, drafter.socket, ['cursor', message])
  emit({
    room: drafter.opened.room,
    cursor: cursorAt(drafter, 1),
    peer: head.opened.peer,
    who: { kind: 'person', name: 'SPOOFED' },
  })
  emit({ room: drafter.opened.room, cursor: new TextEncoder().encode('{"user":{"name":"SPOOFED"}}') })
  emit({ room: drafter.opened.room, cursor: cursorAt(drafter, 2) })
  await eventually(() => expect(heard(head).some(({ cursors }) => cursors)).toBe(true))
  const moved = heard(head).flatMap(({ cursors }) => (cursors ? decodeCursors(cursors) : []))
  expect(moved.map(({ peer }) => peer)).toEqual([drafter.opened.peer])
  expect(JSON.stringify([head.heard, drafter.opened.peers])).not.toContain('SPOOFED')
})

test('[SEC-070] names are shown without what hides or turns them', async () => {
  const { personId } = desk.seat('ESM.deputy')
  await desk.database.prisma.person.update({
    where: { id: personId },
    data: { name: 'Ana\u202e\u0007 \u2066Lima\u200b\n' },
  })
  const seated = await sit('ESM.deputy', await desk.paper('ESM'))
  expect(seated.opened.peers.map(({ who }) => who)).toEqual([{ kind: 'person', name: 'Ana Lima' }])
})

test('[LE-13] where several delegations write, carets carry the delegation and never a person', async () => {
  const paper = await desk.paper('IKD')
  for (const seat of ['IKD.head', 'IKD.drafter']) desk.allow(seat, { access: 'write', caret: 'delegation' })
  const [head, drafter] = [await sit('IKD.head', paper), await sit('IKD.drafter', paper)]
  expect(drafter.opened.peers).toHaveLength(2)
  for (const { who } of drafter.opened.peers)
    expect(who).toMatchObject({ kind: 'delegation', names: { en: 'Iskandra', ar: 'إسكندرا' } })
  expect(new Set(drafter.opened.peers.map(({ palette }) => palette)).size).toBe(1)
  expect(JSON.stringify([head.opened, drafter.opened])).not.toContain('person"')
  for (const seat of ['IKD.head', 'IKD.drafter']) desk.allow(seat, { access: 'write', caret: 'person' })
})

test('[SEC-071] who reads along unseen is not shown, and is shown nobody', async () => {
  const paper = await desk.paper('IKD')
  desk.allow('IKD.notetaker', { access: 'read', caret: 'none' })
  const head = await sit('IKD.head', paper)
  const reader = await sit('IKD.notetaker', paper)
  expect(reader.opened).toMatchObject({ peer: null, peers: [] })
  const drafter = await sit('IKD.drafter', paper)
  await drafter.type('x')
  drafter.socket.emit('cursor', { room: drafter.opened.room, cursor: cursorAt(drafter, 0) })
  reader.socket.emit('cursor', { room: reader.opened.room, cursor: cursorAt(drafter, 0) })
  await eventually(() => expect(heard(head).some(({ cursors }) => cursors)).toBe(true))
  await eventually(() => expect(reader.text).toContain('x'))
  expect(heard(reader)).toEqual([])
  expect(drafter.opened.peers).toHaveLength(2)
})

test('[SEC-071] outside the document nobody hears that anybody is in it', async () => {
  const paper = await desk.paper('IKD')
  const outsider = await connect(desk, 'ESM.head')
  const told: unknown[] = []
  outsider.onAny((...message) => told.push(message))
  const [head, drafter] = [await sit('IKD.head', paper), await sit('IKD.drafter', paper)]
  await head.type('x')
  head.socket.emit('cursor', { room: head.opened.room, cursor: cursorAt(head, 0) })
  await eventually(() => expect(heard(drafter).some(({ cursors }) => cursors)).toBe(true))
  await new Promise((resolve) => outsider.emit('ask', { name: 'x', input: 1 }, resolve))
  expect(told).toEqual([])
  outsider.disconnect()
})
