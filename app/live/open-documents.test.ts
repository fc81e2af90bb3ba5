import { expect, test } from 'vitest'
import { aDesk, aPage, type Desk, device, documentId, type Page, pass, stored, type } from '#tests/support/live-page.ts'
import { OpenDocuments } from './open-documents.ts'
import type { UnsentStore } from './unsent-store.ts'

function aTab(desk: Desk, store: UnsentStore = device()) {
  const pages: Page[] = []
  const documents = new OpenDocuments({
    clock: desk.clock,
    store,
    makeProvider: async () => {
      const page = aPage(desk, { store })
      page.connection.connect()
      pages.push(page)
      return page.provider
    },
  })
  return { documents, pages, store }
}

/** The page that holds the document now. */
const last = (pages: Page[]): Page => {
  const page = pages.at(-1)
  if (!page) throw new Error('No document was opened.')
  return page
}

async function settled(desk: Desk) {
  await stored()
  desk.server.settle()
  await pass(desk)
}

test('[LV-13] one document is open once, whoever shows it, and closes when nobody does', async () => {
  const desk = aDesk()
  const { documents, pages } = aTab(desk)
  const leave = [documents.hold(documentId), documents.hold(documentId)]
  await settled(desk)
  expect(pages).toHaveLength(1)
  expect(documents.current(documentId)).toBe(last(pages).provider)
  leave[0]?.()
  desk.clock.advance(5_000)
  expect(documents.current(documentId)).not.toBeNull()
  leave[1]?.()
  desk.clock.advance(999)
  expect(documents.current(documentId)).not.toBeNull()
  desk.clock.advance(1)
  expect(documents.current(documentId)).toBeNull()
  expect(last(pages).provider.doc.isDestroyed).toBe(true)
})

test('a page left and entered again keeps its document', async () => {
  const desk = aDesk()
  const { documents, pages } = aTab(desk)
  documents.hold(documentId)()
  await settled(desk)
  documents.hold(documentId)
  desk.clock.advance(5_000)
  expect(pages).toHaveLength(1)
  expect(documents.current(documentId)).not.toBeNull()
})

test('[LV-24] a document whose last edits are not saved stays open unseen until they are', async () => {
  const desk = aDesk()
  const { documents, pages } = aTab(desk)
  const leave = documents.hold(documentId)
  await settled(desk)
  last(pages).connection.drop()
  type(last(pages), 'Typed in the lift.')
  leave()
  desk.clock.advance(60_000)
  expect(documents.current(documentId)).not.toBeNull()
  last(pages).connection.connect()
  await settled(desk)
  expect(desk.server.text()).toBe('Typed in the lift.')
  expect(documents.current(documentId)).toBeNull()
})

test('[LV-24] what an earlier page could not send goes as soon as there is a connection', async () => {
  const desk = aDesk()
  const earlier = aTab(desk)
  earlier.documents.hold(documentId)
  await settled(desk)
  last(earlier.pages).connection.drop()
  type(last(earlier.pages), 'Left behind.')
  await pass(desk)
  earlier.documents.close()

  const { documents } = aTab(desk, earlier.store)
  expect(await documents.unsentEdits()).toBe(1)
  await documents.sendLeftovers()
  await settled(desk)
  desk.clock.advance(5_000)
  expect(desk.server.text()).toBe('Left behind.')
  expect(await documents.unsentEdits()).toBe(0)
  expect(documents.current(documentId)).toBeNull()
})

test('[LV-25] [SEC-048] signing out can send what is left, and then nothing stays on this device', async () => {
  const desk = aDesk()
  const { documents, pages, store } = aTab(desk)
  documents.hold(documentId)
  await settled(desk)
  last(pages).connection.drop()
  type(last(pages), 'Before I go.')
  await pass(desk)
  expect(await documents.unsentEdits()).toBe(1)
  const left = documents.sendUnsent(15_000)
  last(pages).connection.connect()
  for (let turn = 0; turn < 5; turn++) await settled(desk)
  expect(await left).toBe(0)
  expect(desk.server.text()).toBe('Before I go.')
  type(last(pages), 'And this is given up.')
  last(pages).connection.drop()
  await documents.wipe()
  await stored()
  expect((await store.documents()).size).toBe(0)
  expect(documents.current(documentId)).toBeNull()
})

test('[LV-25] signing out does not wait for ever', async () => {
  const desk = aDesk()
  const { documents, pages } = aTab(desk)
  documents.hold(documentId)
  await settled(desk)
  last(pages).connection.drop()
  type(last(pages), 'Nobody hears.')
  const left = documents.sendUnsent(1_000)
  for (let turn = 0; turn < 12; turn++) await pass(desk)
  expect(await left).toBe(1)
})

test('[LV-20] whoever asks whether it is saved hears it once, and only then', async () => {
  const desk = aDesk()
  const { documents, pages } = aTab(desk)
  documents.hold(documentId)
  await settled(desk)
  documents.flushAndSay()
  expect(documents.isAwaiting('saved')).toBe(false)
  type(last(pages), 'Is it saved?')
  documents.flushAndSay()
  expect(last(pages).connection.pushed).toHaveLength(1)
  expect(documents.isAwaiting('saving')).toBe(false)
  await settled(desk)
  expect(documents.isAwaiting('saved')).toBe(true)
  expect(documents.isAwaiting('saved')).toBe(false)
})

test('[LV-14] a copy that is not to be trusted is replaced by a fresh one, with what was unsaved', async () => {
  const desk = aDesk()
  const { documents, pages } = aTab(desk)
  documents.hold(documentId)
  await settled(desk)
  const [first] = pages
  desk.server.refuseNext = ['busy']
  type(last(pages), 'Not yet saved.')
  await pass(desk)
  first?.connection.tell((listener, room) => listener.revoked({ scope: 'room', room, code: 'reload' }))
  await settled(desk)
  await settled(desk)
  expect(pages).toHaveLength(2)
  expect(documents.current(documentId)).toBe(last(pages).provider)
  expect(desk.server.text()).toBe('Not yet saved.')
})

test('a copy that breaks again and again stays broken, and says so', async () => {
  const desk = aDesk()
  const { documents, pages } = aTab(desk)
  documents.hold(documentId)
  for (let turn = 0; turn < 8; turn++) {
    await settled(desk)
    last(pages).connection.tell((listener, room) => listener.batch({ room, seq: 1, update: new Uint8Array([9]) }))
    await settled(desk)
  }
  expect(pages).toHaveLength(4)
  expect(documents.current(documentId)?.status().ended).toBe('broken')
})

test('[LV-6] words that are given up leave the document as the server has it', async () => {
  const desk = aDesk()
  const { documents, pages } = aTab(desk)
  documents.hold(documentId)
  await settled(desk)
  type(last(pages), 'Kept. ')
  await pass(desk)
  desk.server.refuseNext = ['forbidden-content']
  type(last(pages), 'Refused.')
  await pass(desk)
  expect(documents.saveState()).toMatchObject({ kind: 'rejected' })
  await documents.discardUnsaved(documentId)
  await settled(desk)
  expect(last(pages).provider.doc.getText('content').toString()).toBe('Kept. ')
  expect(last(pages).provider.status().mayWrite).toBe(true)
})
