import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { aDesk, anOpenPage, pass, text, type } from '#tests/support/live-page.ts'

describe('coming back', () => {
  test('[LV-7] the same page keeps its id over a reconnection', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    const id = norway.provider.doc.clientID
    norway.connection.drop()
    norway.connection.connect()
    desk.server.settle()
    expect(norway.connection.opens.at(-1)?.resume).toBe(id)
    expect(norway.provider.doc.clientID).toBe(id)
  })

  test('[LV-7] when the server issues another id, what was typed before stays under the old one', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    const old = norway.provider.doc.clientID
    type(norway, 'Old id. ')
    await pass(desk)
    norway.connection.drop()
    type(norway, 'Still the old id. ')
    await pass(desk)
    const resumable = vi.spyOn(desk.server, 'ownedBy')
    resumable.mockImplementation((_owner, ids) => (norway.connection.opens.at(-1)?.carry === ids ? [...ids] : []))
    norway.connection.connect()
    type(norway, 'Typed while opening. ')
    await pass(desk)
    resumable.mockRestore()
    expect(norway.provider.doc.clientID).not.toBe(old)
    type(norway, 'New id.')
    await pass(desk)
    expect(desk.server.text()).toBe('Old id. Still the old id. Typed while opening. New id.')
    expect(norway.provider.saving.state().kind).toBe('saved')
  })

  test('[SEC-043] an open page that nobody touches sends nothing by itself: a forgotten tab is not activity', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'Then they went to lunch.')
    await pass(desk)
    const { pushed, cursors, opens } = norway.connection
    const before = [pushed.length, cursors.length, opens.length]
    for (let minute = 0; minute < 61; minute++) {
      desk.clock.advance(60_000)
      norway.connection.tell((listener, room) => listener.digest({ room, seq: 1, digest: desk.server.digest() }))
      desk.server.settle()
    }
    expect([pushed.length, cursors.length, opens.length]).toEqual(before)
  })

  test('a backlog that was dropped is fetched by difference', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    const chile = await anOpenPage(desk, { owner: 'chile' })
    norway.connection.tell((listener, room) => listener.behind({ room }))
    desk.server.settle()
    expect(norway.connection.opens.at(-1)?.stateVector).toBeDefined()
    type(chile, 'Meanwhile.')
    await pass(desk)
    expect(text(norway)).toBe('Meanwhile.')
  })

  test('an opening that is refused for now is asked for again, later each time', async () => {
    const desk = aDesk()
    desk.server.openRefusal = { kind: 'unavailable', code: 'unavailable', sentence: 'Not now.' }
    const norway = await anOpenPage(desk)
    desk.clock.advance(500)
    desk.server.settle()
    desk.clock.advance(999)
    desk.server.settle()
    expect(norway.connection.opens).toHaveLength(2)
    desk.server.openRefusal = null
    desk.clock.advance(1)
    desk.server.settle()
    expect(norway.provider.status().phase).toBe('open')
  })

  test('[LV-14] copies that differ are found by their digest, and brought together', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    const chile = new Y.Doc()
    chile.getText('content').insert(0, 'Lost on the way.')
    Y.applyUpdate(desk.server.doc, Y.encodeStateAsUpdate(chile))
    norway.connection.tell((listener, room) => listener.digest({ room, seq: 1, digest: desk.server.digest() }))
    desk.server.settle()
    expect(text(norway)).toBe('Lost on the way.')
    expect(norway.provider.status().wasResynced).toBe(true)
    const opens = norway.connection.opens.length
    norway.connection.tell((listener, room) => listener.digest({ room, seq: 1, digest: desk.server.digest() }))
    desk.server.settle()
    expect(norway.connection.opens).toHaveLength(opens)
  })

  test('[LV-14] a digest says nothing while something of one’s own is under way', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'Under way')
    norway.connection.tell((listener, room) => listener.digest({ room, seq: 1, digest: desk.server.digest() }))
    desk.server.settle()
    expect(norway.connection.opens).toHaveLength(1)
  })

  test('[LV-14] copies that cannot be brought together end, so that a new one takes their place', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    for (let turn = 0; turn < 2; turn++) {
      norway.connection.tell((listener, room) => listener.digest({ room, seq: 1, digest: 'cafe0000' }))
      desk.server.settle()
    }
    expect(norway.provider.status()).toMatchObject({ phase: 'ended', ended: 'broken', mayWrite: false })
  })

  test('bytes that cannot be read end this copy; nothing is thrown', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    norway.connection.tell((listener, room) => listener.batch({ room, seq: 2, update: new Uint8Array([9, 9, 9]) }))
    desk.server.settle()
    expect(norway.provider.status().ended).toBe('broken')
  })
})
