import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { announce } from '#app/features/agenda/meeting-contract.ts'
import { balanceOf } from '#app/features/force/board.ts'
import {
  acceptLine,
  caveatList,
  forceBoard,
  forceOwn,
  moveOffer,
  releaseOffer,
  setLine,
} from '#app/features/force/contract.ts'
import { must } from '#app/kernel/must.ts'
import type { LiveSocket } from '#app/live/socket.client.ts'
import { reviewedBy } from '#tests/support/force.ts'
import { type HeardFrame, tap } from '#tests/support/tapped-socket.ts'
import { answerTo, aSocket } from '#tests/support/whole-socket.ts'
import { readingForce } from './matrix-force.ts'
import { aStage, type Stage } from './stage.ts'
import { isByTheClock, readFrame } from './transcript.ts'

let stage: Stage
const watching = ['ESM.head', 'MQS.head', 'RCO.member', 'secretary'] as const
const sockets = new Map<string, { readonly socket: LiveSocket; readonly heard: HeardFrame[]; read: number }>()
beforeAll(async () => {
  stage = await aStage()
  const { server } = stage
  for (const name of watching) {
    const socket = await aSocket(server, await server.cookieOf(server.login(name)))
    const heard = tap(socket)
    sockets.set(name, { socket, heard, read: 0 })
    for (const row of readingForce) await answerTo(socket, 'watch', { query: row.name, input: row.input(stage) })
    await answerTo(socket, 'watch', { query: 'agenda.latestAnnouncement', input: {} })
  }
  await newsOf('that all are listening')
}, 120_000)
afterAll(async () => {
  for (const { socket } of sockets.values()) socket.disconnect()
  await stage.server.close()
})

/** What each heard until an announcement that was made after it all; the announcement itself left out. */
async function newsOf(what: string): Promise<Record<string, string[]>> {
  const { server } = stage
  await vi.waitFor(() => expect(server.assembly.watchers.counts().pending).toBe(0), 10_000)
  // The latest one is the latest by the clock.
  server.clock.pass(1_000)
  await (await server.as('secretary')).mutate(announce, { audience: 'ALL', texts: { en: what } })
  const news: Record<string, string[]> = {}
  for (const [name, listening] of sockets) {
    await vi.waitFor(() => expect(textOf(listening.heard.slice(listening.read))).toContain(what), 10_000)
    const frames = listening.heard.slice(listening.read).map(readFrame)
    listening.read = listening.heard.length
    news[name] = frames
      .filter((frame) => !isByTheClock(frame))
      .map(({ says }) => JSON.stringify(says))
      .filter((says) => !says.includes(what))
  }
  return news
}

const textOf = (frames: readonly HeardFrame[]) =>
  Buffer.concat(frames.map(({ data }) => Buffer.from(data))).toString('utf8')

/** Every answer about the force that this seat gets, or why it gets none. */
async function everything(seat: string): Promise<string> {
  const caller = await stage.server.as(seat)
  const asked = readingForce.map(async ({ name, input }) =>
    stage.server.runtime.ask(caller.actor, name, input(stage)).catch((error: Error) => error.message),
  )
  return JSON.stringify(await Promise.all(asked))
}

/** The totals as this seat's page derives them. */
async function totalsAt(seat: string) {
  const caller = await stage.server.as(seat)
  const board = await caller.ask(forceBoard, {})
  if (board.view !== 'FACTS') throw new Error(`${seat} sees totals only`)
  const { offers } = await caller.ask(forceOwn, {})
  const inSight = [...board.offers, ...offers].filter(({ isReleased }) => isReleased)
  return balanceOf({ ...board, figures: must(board.statement).figures, offers: inSight }).map(({ total }) => total)
}

test('[FS-21][SEC-013] what A shows to B by name changes B’s totals, and not a byte of what reaches C and observers', async () => {
  const { server, force } = stage
  const offerId = force.offers.own
  const basis = { basisKind: 'ORAL_STATEMENT', basisReference: null } as const
  const before = { b: await totalsAt('ESM.head'), c: await totalsAt('MQS.head') }
  const bytes = { c: await everything('MQS.head'), observer: await everything('RCO.member') }
  const head = await server.as('IKD.head')
  const recipientIds = [server.delegation('ESM')]

  const reviewed = await reviewedBy(head, offerId)
  const toNamed = { offerId, audience: 'NAMED', recipientIds, reviewed } as const
  await head.mutate(releaseOffer, { ...toNamed, status: 'PLEDGED', ...basis })
  await (await server.as('generator')).mutate(acceptLine, {
    offerId,
    elementId: force.battalionId,
    accepted: { [force.one]: 20, [force.two]: 30 },
    keepsSurplus: false,
    decision: null,
  })
  const released = await newsOf('after the release')
  const after = { b: await totalsAt('ESM.head'), c: await totalsAt('MQS.head') }
  expect(after.b.map(({ filled }, place) => filled - must(before.b[place]).filled)).toEqual([20, 30])
  expect(after.b.map(({ gap }, place) => gap - must(before.b[place]).gap)).toEqual([-20, -30])
  expect(after.c).toEqual(before.c)
  expect(after.c).not.toEqual(after.b)
  expect({ c: await everything('MQS.head'), observer: await everything('RCO.member') }).toEqual(bytes)
  expect(released).toMatchObject({ 'MQS.head': [], 'RCO.member': [] })
  expect(must(released['ESM.head']).length).toBeGreaterThan(0)
  expect(must(released.secretary).length).toBeGreaterThan(0)

  const line = { offerId, elementId: force.battalionId, unit: null, isLead: false, note: null }
  await head.mutate(setLine, { ...line, offered: { [force.one]: 25, [force.two]: 35 } })
  await head.mutate(moveOffer, { offerId, to: 'WITHDRAWN', note: null, ...basis })
  expect(await newsOf('after the withdrawal')).toMatchObject({ 'MQS.head': [], 'RCO.member': [] })
  expect({ c: await everything('MQS.head'), observer: await everything('RCO.member') }).toEqual(bytes)
  expect(await totalsAt('ESM.head')).toEqual(before.b)
})

test('[FS-21] two people of one delegation, and two of the secretariat, see the same totals', async () => {
  for (const [one, other] of [
    ['IKD.head', 'IKD.reader'],
    ['ESM.head', 'ESM.moved'],
    ['secretary', 'generator'],
    ['secretary', 'interpreter'],
  ] as const) {
    expect(await totalsAt(one), `${one} and ${other}`).toEqual(await totalsAt(other))
    const [caveats, others] = [await server(one), await server(other)]
    expect(caveats, `${one} and ${other}`).toEqual(others)
  }
  async function server(seat: string) {
    return (await stage.server.as(seat)).ask(caveatList, {})
  }
})

test('[FS-22] observers’ totals are of offers shown to all alone: what A shows to all states changes none of them', async () => {
  const { server, force } = stage
  const observer = await server.as('RCO.member')
  const before = JSON.stringify(await observer.ask(forceBoard, {}))
  const head = await server.as('IKD.head')
  const basis = { basisKind: 'ORAL_STATEMENT', basisReference: null } as const
  const { toSecretariat: offerId, toAll } = force.offers
  const reviewed = await reviewedBy(head, offerId)
  const toStates = { offerId, audience: 'STATES', recipientIds: [], reviewed } as const
  await head.mutate(releaseOffer, { ...toStates, status: null, basisKind: null, basisReference: null })
  await head.mutate(moveOffer, { offerId: toAll, to: 'WITHDRAWN', note: null, ...basis })
  const news = await newsOf('after it was shown to states')
  expect(news).toMatchObject({ 'RCO.member': [] })
  expect(must(news['MQS.head']).length).toBeGreaterThan(0)
  expect(JSON.stringify(await observer.ask(forceBoard, {}))).toBe(before)
  expect(before).not.toMatch(/Iskandra|IKD|delegation|offer/i)
})
