import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { frameOf, writeFrame } from '#server/live/frame.ts'
import { eventually } from '#tests/support/eventually.ts'
import { connect, type OpenPaper, openPaper } from '#tests/support/live-client.ts'
import { aLiveDesk, type LiveDesk } from '#tests/support/live-desk.ts'

let desk: LiveDesk
beforeAll(async () => {
  desk = await aLiveDesk()
})
afterAll(() => desk.close())

const sit = async (seat: string, paper: string, transport: 'websocket' | 'polling' = 'websocket') =>
  openPaper(await connect(desk, seat, { transports: [transport] }), paper)

/** The server's side of a connection, and the network socket under it. */
function serverSide({ socket }: OpenPaper) {
  const there = desk.live.io.sockets.sockets.get(socket.id ?? '')
  if (!there) throw new Error('not connected')
  return there
}

test.each([['websocket'], ['polling']] as const)(
  '[LE-10] over %s finished frames and ordinary packets arrive in the order they were sent',
  async (transport) => {
    const head = await sit('IKD.head', await desk.paper('IKD'), transport)
    const heard: number[] = []
    head.socket.on('result', ({ watch }) => void heard.push(watch))
    const there = serverSide(head)
    const sent = Array.from({ length: 400 }, (_, place) => place)
    for (const watch of sent) {
      const message = { watch, output: watch % 5 === 0 ? 'x'.repeat(20_000) : watch }
      if (watch % 3 === 0) there.emit('result', message)
      else writeFrame(there.conn, frameOf('result', message))
      if (watch % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await eventually(() => expect(heard).toEqual(sent))
    head.socket.disconnect()
  },
)

test('[LE-10] a batch is one frame, whatever its size', async () => {
  const paper = await desk.paper('IKD')
  const [head, drafter] = [await sit('IKD.head', paper), await sit('IKD.drafter', paper)]
  const frames: unknown[] = []
  drafter.socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
    if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) frames.push(data)
  })
  for (const length of [1, 60, 200, 70_000]) {
    const update = head.edit((content) => {
      const paragraph = new Y.XmlElement('paragraph')
      content.insert(0, [paragraph])
      paragraph.insert(0, [new Y.XmlText('x'.repeat(length))])
    })
    expect((await head.push(update, { bulk: true })).kind).toBe('saved')
  }
  await eventually(() => expect(drafter.text).toBe(head.text))
  expect(frames).toHaveLength(4)
  for (const { socket } of [head, drafter]) socket.disconnect()
})

test('[LE-12] [SEC-057] who does not read is told once to open again, gets no more data meanwhile, and catches up', async () => {
  const paper = await desk.paper('ESM')
  const [head, slow] = [await sit('ESM.head', paper), await sit('ESM.drafter', paper)]
  // The network takes nothing more from the slow one, and the server does not know why.
  const network = Reflect.get(Reflect.get(serverSide(slow).conn.transport, 'socket'), '_socket')
  network.cork()
  const big = 'x'.repeat(60_000)
  for (let page = 0; page < 30; page++) {
    const update = head.edit((content) => {
      const paragraph = new Y.XmlElement('paragraph')
      content.insert(0, [paragraph])
      paragraph.insert(0, [new Y.XmlText(`${page} ${big}`)])
    })
    // 30 pages are more than the allowance of bytes lets through at once.
    let answer = await head.push(update)
    while (answer.kind === 'refused' && answer.code === 'limited') {
      await new Promise((resolve) => setTimeout(resolve, answer.kind === 'refused' ? answer.retryAfterMs : 0))
      answer = await head.push(update)
    }
    expect(answer.kind).toBe('saved')
    if (page > 18) break
  }
  network.uncork()
  await eventually(() => expect(slow.heardOf('behind')).toHaveLength(1))
  const batches = slow.heardOf('batch').length
  expect(batches).toBeLessThan(20)
  slow.retire()
  const caughtUp = await openPaper(slow.socket, paper, { doc: slow.doc, resume: slow.opened.clientId ?? 0 })
  expect(caughtUp.text).toBe(head.text)
  expect((await caughtUp.type('.')).kind).toBe('saved')
  for (const { socket } of [head, slow]) socket.disconnect()
}, 30_000)
