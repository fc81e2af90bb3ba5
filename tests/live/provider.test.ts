import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { documents } from '#server/live/documents.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { aLiveDesk, contextOf, type LiveDesk } from '#tests/support/live-desk.ts'
import { aDevice, aProviderPage, type ProviderPage, type ProviderPageOptions } from '#tests/support/provider-page.ts'

let desk: LiveDesk
const pages: ProviderPage[] = []
beforeAll(async () => {
  desk = await aLiveDesk()
})
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
})
afterAll(() => desk.close())

function aPage(seat: string, documentId: string, options: ProviderPageOptions = {}): ProviderPage {
  const page = aProviderPage(desk, seat, documentId, options)
  pages.push(page)
  return page
}

const soon = { timeout: 10_000, interval: 10 }
const isOpen = (page: ProviderPage) => vi.waitFor(() => expect(page.provider.status().mayWrite).toBe(true), soon)
const isSaved = (page: ProviderPage) => vi.waitFor(() => expect(page.state()).toBe('saved'), soon)

async function anOpenPage(seat: string, documentId: string, options: ProviderPageOptions = {}) {
  const page = aPage(seat, documentId, options)
  await isOpen(page)
  return page
}

/** How often a document was left: a page whose copy differs from the server's leaves and opens it again. */
const timesLeft = () => desk.events.filter((event) => event.kind === 'event' && event.event === 'leave').length

/** The document as the journal has it. */
async function replayed(documentId: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const { bytes } of await desk.journal.since(documentId, 0, 5_000)) Y.applyUpdate(doc, bytes)
  return doc
}

test.each([['websocket'], ['polling']] as const)(
  '[LV-18] two pages write together over %s, and saved is said when it is in the journal',
  async (transport) => {
    const paper = await desk.paper('IKD')
    const head = await anOpenPage('IKD.head', paper, { transport })
    const drafter = await anOpenPage('IKD.drafter', paper, { transport })
    head.type('The force shall be light.')
    await isSaved(head)
    expect((await replayed(paper)).getXmlFragment('content').toString()).toContain('The force shall be light.')
    await vi.waitFor(() => expect(drafter.text()).toContain('light.'), soon)
    drafter.type(' And mobile.')
    await isSaved(drafter)
    await vi.waitFor(() => expect(head.text()).toContain('light. And mobile.'), soon)
    expect(await head.store.load(paper)).toEqual([])
  },
)

test('[LV-7] [LV-10] a page that was cut off keeps its id, and what it typed meanwhile arrives once', async () => {
  const paper = await desk.paper('IKD')
  const head = await anOpenPage('IKD.head', paper)
  const id = head.provider.doc.clientID
  head.type('Before. ')
  await isSaved(head)
  for (const session of desk.live.sessions) session.cut()
  await vi.waitFor(() => expect(head.state()).toBe('offline'), soon)
  head.type('During. ')
  await isOpen(head)
  head.type('After.')
  await isSaved(head)
  expect(head.provider.doc.clientID).toBe(id)
  expect((await replayed(paper)).getXmlFragment('content').toString()).toContain('Before. During. After.')
})

test('[LV-11] [SEC-065] words of a page that died arrive from the next one, under the ids they were written with', async () => {
  const paper = await desk.paper('IKD')
  const store = aDevice()
  const first = await anOpenPage('IKD.head', paper, { store })
  first.type('Saved. ')
  await isSaved(first)
  for (const session of desk.live.sessions) session.cut()
  await vi.waitFor(() => expect(first.state()).toBe('offline'), soon)
  first.type('Left behind.')
  first.die()
  await vi.waitFor(async () => expect(await store.load(paper)).not.toEqual([]), soon)
  const [left] = await store.load(paper)

  const second = await anOpenPage('IKD.head', paper, { store })
  await isSaved(second)
  expect(second.text()).toContain('Saved. Left behind.')
  expect(second.provider.doc.clientID).not.toBe(first.provider.doc.clientID)
  expect(await store.load(paper)).toEqual([])
  const rows = await desk.journal.since(paper, 0, 5_000)
  expect(rows.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toContain(
    Buffer.from(left?.bytes ?? []).toString('hex'),
  )
})

test('[LV-12] another person’s words on this device are not taken, and not lost', async () => {
  const paper = await desk.paper('IKD')
  const store = aDevice()
  const head = await anOpenPage('IKD.head', paper, { store })
  for (const session of desk.live.sessions) session.cut()
  await vi.waitFor(() => expect(head.state()).toBe('offline'), soon)
  head.type('Of the head.')
  head.die()
  await vi.waitFor(async () => expect(await store.load(paper)).not.toEqual([]), soon)
  const drafter = await anOpenPage('IKD.drafter', paper, { store })
  expect(drafter.provider.saving.state()).toMatchObject({ kind: 'rejected', because: 'foreign-client' })
  expect(drafter.provider.rescuedText()).toBe('Of the head.')
})

test('[LV-6] what is typed as the document closes is refused with its words kept', async () => {
  const paper = await desk.paper('IKD')
  const head = await anOpenPage('IKD.head', paper)
  head.type('In time. ')
  await isSaved(head)
  const person = await desk.actor('IKD.head')
  await inTransaction(desk.database, contextOf(person), (tx) => documents.close(tx, paper, 'tabled'))
  head.type('Too late.')
  await vi.waitFor(
    () => expect(head.provider.saving.state()).toMatchObject({ kind: 'rejected', because: 'closed' }),
    soon,
  )
  expect(head.provider.rescuedText()).toBe('Too late.')
  expect((await replayed(paper)).getXmlFragment('content').toString()).not.toContain('Too late.')
})

test('[LV-15] [SEC-069] carets are shown to the others of the delegation, with the name the server gives', async () => {
  const paper = await desk.paper('IKD')
  const head = await anOpenPage('IKD.head', paper)
  const drafter = await anOpenPage('IKD.drafter', paper)
  head.type('Here.')
  await isSaved(head)
  const at = Y.createRelativePositionFromTypeIndex(head.provider.doc.getXmlFragment('content'), 1)
  head.provider.presence.select({ anchor: at, head: at })
  await vi.waitFor(() => {
    const [peer] = drafter.provider.presence.peers()
    expect(peer?.who.kind).toBe('person')
    expect(
      peer?.selection && Y.createAbsolutePositionFromRelativePosition(peer.selection.head, drafter.provider.doc)?.index,
    ).toBe(1)
  }, soon)
  head.die()
  await vi.waitFor(() => expect(drafter.provider.presence.peers()).toEqual([]), soon)
})

test('[LV-17] a storm of typing and lost connections ends with equal copies and nothing acknowledged missing', async () => {
  const paper = await desk.paper('IKD')
  const seats = ['IKD.head', 'IKD.drafter', 'IKD.head', 'IKD.drafter']
  const writers = await Promise.all(seats.map((seat) => anOpenPage(seat, paper)))
  let turn = 7
  const next = (below: number) => {
    turn = (turn * 48_271) % 2_147_483_647
    return Math.floor((turn / 2_147_483_647) * below)
  }
  for (let round = 0; round < 150; round++) {
    const writer = writers[next(writers.length)]
    if (writer?.provider.status().mayWrite) writer.type(`${round.toString(36)} `, next(200))
    if (round % 40 === 20) [...desk.live.sessions][next(4)]?.cut()
    await new Promise((resolve) => setImmediate(resolve))
  }
  await Promise.all(writers.map(isSaved))
  const truth = await replayed(paper)
  await vi.waitFor(() => {
    for (const { provider } of writers) expect(Y.encodeStateVector(provider.doc)).toEqual(Y.encodeStateVector(truth))
  }, soon)
  expect(
    new Set(
      [truth, ...writers.map(({ provider }) => provider.doc)].map((doc) => doc.getXmlFragment('content').toString()),
    ).size,
  ).toBe(1)
  const leftBefore = timesLeft()
  await desk.live.rooms.tick()
  // The digest comes before the first answer; whatever a page says about it goes before the second question.
  for (let turn = 0; turn < 2; turn++) {
    await Promise.all(writers.map(({ connection }) => connection.ask('agenda.board', {})))
  }
  expect(timesLeft()).toBe(leftBefore)
}, 30_000)
