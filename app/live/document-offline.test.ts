import { describe, expect, test } from 'vitest'
import { aDesk, anOpenPage, device, documentId, pass, text, type } from '#tests/support/live-page.ts'
import { memoryUnsentStore, type UnsentStore } from './unsent-store.ts'

describe('without a connection', () => {
  test('[LV-10] what was typed offline is joined, kept, and sent once', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'Before. ')
    await pass(desk)
    norway.connection.drop()
    for (const word of ['During ', 'the ', 'outage.']) {
      type(norway, word)
      await pass(desk)
    }
    expect(norway.provider.saving.state()).toMatchObject({ kind: 'offline', kept: 3 })
    expect(norway.provider.status().phase).toBe('away')
    expect(await norway.store.load(documentId)).toHaveLength(1)
    const pushedBefore = norway.connection.pushed.length
    norway.connection.connect()
    await pass(desk)
    expect(norway.connection.pushed.length - pushedBefore).toBe(1)
    expect(desk.server.text()).toBe('Before. During the outage.')
    expect(norway.provider.saving.state().kind).toBe('saved')
    expect(await norway.store.load(documentId)).toHaveLength(0)
  })

  test('[LV-10] what may have reached the server is sent again unchanged, under its op id', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    desk.server.swallowAcks = true
    type(norway, 'Committed, and nobody heard. ')
    await pass(desk)
    norway.connection.drop()
    type(norway, 'Later.')
    await pass(desk)
    desk.server.swallowAcks = false
    norway.connection.connect()
    await pass(desk)
    const [first, again, later] = norway.connection.pushed
    expect(again?.opId).toBe(first?.opId)
    expect(again?.update).toEqual(first?.update)
    expect(later?.opId).not.toBe(first?.opId)
    expect(desk.server.journal).toHaveLength(2)
    expect(desk.server.text()).toBe('Committed, and nobody heard. Later.')
  })

  test('[LV-5] without storage the edits are said to be only in this tab', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk, { store: memoryUnsentStore() })
    norway.connection.drop()
    type(norway, 'fragile')
    expect(norway.provider.saving.state().kind).toBe('at-risk')
  })

  test('[LV-5] a full device is at risk as soon as it is known', async () => {
    const desk = aDesk()
    const full: UnsentStore = {
      ...device(),
      keep: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    }
    const norway = await anOpenPage(desk, { store: full })
    norway.connection.drop()
    type(norway, 'fragile')
    expect(norway.provider.saving.state()).toMatchObject({ kind: 'offline', kept: 0 })
    await pass(desk)
    expect(norway.provider.saving.state()).toEqual({ kind: 'at-risk', unsaved: 1 })
    norway.connection.connect()
    await pass(desk)
    expect(norway.provider.saving.state().kind).toBe('saved')
  })

  test('[LV-11] [REL-23] a page that died gives its words to the next one, under the same op ids', async () => {
    const desk = aDesk()
    const store = device()
    const first = await anOpenPage(desk, { store })
    type(first, 'Acknowledged. ')
    await pass(desk)
    desk.server.swallowAcks = true
    type(first, 'Committed but not acknowledged. ')
    await pass(desk)
    first.connection.drop()
    type(first, 'Never sent.')
    await pass(desk)
    const left = (await store.load(documentId)).map(({ opId }) => opId)
    first.provider.destroy()
    desk.server.swallowAcks = false

    const second = await anOpenPage(desk, { store })
    expect(text(second)).toBe('Acknowledged. Committed but not acknowledged. Never sent.')
    expect(second.provider.status().restored).toBeGreaterThan(0)
    await pass(desk)
    expect(second.opIds()).toEqual(left)
    expect(desk.server.text()).toBe('Acknowledged. Committed but not acknowledged. Never sent.')
    expect(second.provider.saving.state().kind).toBe('saved')
    expect(await store.load(documentId)).toHaveLength(0)
    expect(second.provider.doc.clientID).not.toBe(first.provider.doc.clientID)
  })

  test('[LV-11] the words of a page that is still open are left to that page', async () => {
    const desk = aDesk()
    const store = device()
    const first = await anOpenPage(desk, { store, tab: 'Tab-of-Norway-00000001' })
    first.connection.drop()
    type(first, 'Mine to send.')
    await pass(desk)
    const second = await anOpenPage(desk, { store, liveTabs: ['Tab-of-Norway-00000001'] })
    await pass(desk)
    expect(second.connection.pushed).toHaveLength(0)
    first.connection.connect()
    await pass(desk)
    expect(desk.server.text()).toBe('Mine to send.')
  })

  test('[LV-12] words under an id the server takes no more are offered as a copy, and do not stop the page', async () => {
    const desk = aDesk()
    const store = device()
    const first = await anOpenPage(desk, { store, owner: 'somebody else' })
    first.connection.drop()
    type(first, 'From another life.')
    await pass(desk)
    first.provider.destroy()
    const second = await anOpenPage(desk, { store, owner: 'norway' })
    expect(second.provider.saving.state()).toMatchObject({ kind: 'rejected', because: 'foreign-client' })
    expect(second.provider.rescuedText()).toBe('From another life.')
    type(second, 'Today.')
    await pass(desk)
    expect(desk.server.text()).toBe('Today.')
    await second.provider.discard()
    expect(await store.load(documentId)).toHaveLength(0)
  })
})
