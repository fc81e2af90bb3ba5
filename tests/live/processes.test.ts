import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.server.ts'
import type { Bus } from '#server/bus/bus.ts'
import { createMemoryBus } from '#server/bus/memory.ts'
import { openRedisBus } from '#server/bus/redis.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { eventually } from '#tests/support/eventually.ts'
import { connect, openPaper, typeInto } from '#tests/support/live-client.ts'
import { aLiveDesk, type LiveDesk } from '#tests/support/live-desk.ts'
import { seatConference, standardSeats } from '#tests/support/seats.ts'

let first: LiveDesk
let second: LiveDesk
let closeDatabase: () => Promise<void>
let closeBuses = async () => {}
let isLosing = false

/** What carries hints between two processes, and loses them when the test says so. */
function lossy(bus: Bus): Bus {
  return { ...bus, publish: (channel, message) => (isLosing ? undefined : bus.publish(channel, message)) }
}

/** Each process's own line to the Redis that is named, as in an installation of two; without one, memory of both. */
async function busesOfTwo(): Promise<readonly [Bus, Bus]> {
  const url = process.env.REDIS_URL
  if (!url) {
    const bus = lossy(createMemoryBus())
    return [bus, bus]
  }
  const prefix = `processes-${newId()}`
  const buses = [openRedisBus({ url, prefix, report() {} }), openRedisBus({ url, prefix, report() {} })] as const
  closeBuses = async () => void (await Promise.all(buses.map((bus) => bus.close())))
  await eventually(() => expect(buses.map((bus) => bus.isDegraded())).toEqual([false, false]))
  return [lossy(buses[0]), lossy(buses[1])]
}

beforeAll(async () => {
  const database = await openTestDatabase()
  closeDatabase = () => database.close()
  const seated = await seatConference(database, standardSeats, new Date())
  const [here, there] = await busesOfTwo()
  first = await aLiveDesk({ database, seated, bus: here, isShared: true })
  second = await aLiveDesk({ database, seated, bus: there, isShared: true })
})
afterAll(async () => {
  await first.close()
  await second.close()
  await closeBuses()
  await closeDatabase()
})

test('[LE-6] people connected to two processes write in one document and see each other', async () => {
  const paper = await first.paper('IKD')
  const head = await openPaper(await connect(first, 'IKD.head'), paper)
  const drafter = await openPaper(await connect(second, 'IKD.drafter'), paper)
  for (let word = 0; word < 10; word++) {
    expect(
      (await Promise.all([head.type(`h${word} `), drafter.type(`d${word} `)])).every(({ kind }) => kind === 'saved'),
    ).toBe(true)
  }
  await eventually(() => expect(head.text).toBe(drafter.text))
  expect(head.text.match(/[hd]\d/g)).toHaveLength(20)
  await eventually(() =>
    expect(drafter.heardOf('cursor').flatMap(({ joined = [] }) => joined.map(({ who }) => who))).toContainEqual({
      kind: 'person',
      name: 'IKD.head person',
    }),
  )
  for (const { socket } of [head, drafter]) socket.disconnect()
})

test('[LE-6] what the bus loses is found in the journal', async () => {
  const paper = await first.paper('IKD')
  const head = await openPaper(await connect(first, 'IKD.head'), paper)
  const drafter = await openPaper(await connect(second, 'IKD.drafter'), paper)
  isLosing = true
  expect((await head.type('Lost on the way.')).kind).toBe('saved')
  isLosing = false
  expect((await head.type(' Heard.')).kind).toBe('saved')
  await eventually(() => expect(drafter.text).toContain('Lost on the way. Heard.'))
  isLosing = true
  expect((await head.type(' Lost again.')).kind).toBe('saved')
  expect((await drafter.type(' Mine.')).kind).toBe('saved')
  isLosing = false
  await eventually(() => expect(drafter.text).toMatch(/Lost again\./))
  await eventually(() => expect(head.text).toBe(drafter.text))
  for (const { socket } of [head, drafter]) socket.disconnect()
})

test('[LE-8] who comes back to another process keeps the client id, and the old connection loses it', async () => {
  const paper = await first.paper('IKD')
  const here = await openPaper(await connect(first, 'IKD.head'), paper)
  await here.type('Here.')
  here.retire()
  const there = await openPaper(await connect(second, 'IKD.head'), paper, {
    doc: here.doc,
    resume: here.opened.clientId ?? 0,
  })
  expect(there.opened.clientId).toBe(here.opened.clientId)
  expect((await there.type(' There.')).kind).toBe('saved')
  // The connection that was left behind sends one more edit under the same id.
  const refused = new Promise((resolve) => here.socket.once('refused', resolve))
  const update = there.edit((content) => typeInto(content, ' Ghost.'))
  here.socket.emit('push', { room: here.opened.room, counter: 99, opId: newId(), update })
  expect(await refused).toMatchObject({ counter: 99, code: 'reopen' })
  for (const { socket } of [here, there]) socket.disconnect()
})

test('[SEC-044] a revocation reaches every process', async () => {
  const paper = await first.paper('IKD')
  const sockets = [await connect(first, 'IKD.drafter'), await connect(second, 'IKD.drafter')]
  for (const socket of sockets) await openPaper(socket, paper)
  first.live.revoke([{ scope: 'login', id: first.seat('IKD.drafter').loginId, reason: 'signed-out' }])
  await eventually(() => expect(sockets.map(({ connected }) => connected)).toEqual([false, false]))
})
