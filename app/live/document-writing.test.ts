import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aDesk, anOpenPage, pass, type } from '#tests/support/live-page.ts'
import { LIMITS } from './messages.ts'

describe('writing', () => {
  test('[LV-7] [SEC-065] nothing is written under an id the server did not issue', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'We propose a phased arrival.')
    await pass(desk)
    const ids = norway.connection.pushed.flatMap(({ update }) => [...Y.parseUpdateMeta(update).from.keys()])
    expect(ids).toEqual([norway.provider.doc.clientID])
    expect(desk.server.ownedBy('norway', ids)).toEqual(ids)
  })

  test('[LV-1] saved is shown when the acknowledgement of the last edit is here, and not before', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'a')
    expect(norway.provider.saving.state().kind).toBe('saving')
    desk.clock.advance(50)
    expect(norway.connection.pushed).toHaveLength(1)
    norway.connection.deliverUp()
    expect(norway.provider.saving.state().kind).toBe('saving')
    type(norway, 'b')
    desk.server.settle()
    expect(norway.provider.saving.state().kind).toBe('saving')
    await pass(desk)
    expect(norway.provider.saving.state()).toEqual({ kind: 'saved', at: '2026-10-21T12:00:01.000Z' })
    expect(desk.server.text()).toBe('ab')
  })

  test('[LV-8] what is typed within a moment travels as one push, the first key after a pause at once', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'a')
    desk.clock.advance(1)
    expect(norway.connection.pushed).toHaveLength(1)
    for (const letter of 'bcdef') {
      type(norway, letter)
      desk.clock.advance(5)
    }
    expect(norway.connection.pushed).toHaveLength(1)
    await pass(desk)
    expect(norway.connection.pushed).toHaveLength(2)
    expect(desk.server.text()).toBe('abcdef')
  })

  test('[LV-8] a long paste goes as a bulk push, and an impossible one is refused with its words kept', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'x'.repeat(LIMITS.updateBytes + 1))
    await pass(desk)
    expect(norway.connection.pushed.at(-1)?.bulk).toBe(true)
    expect(norway.provider.saving.state().kind).toBe('saved')
    type(norway, 'y'.repeat(LIMITS.bulkBytes + 1))
    await pass(desk)
    expect(norway.provider.saving.state()).toMatchObject({ kind: 'rejected', because: 'too-large' })
    expect(norway.provider.rescuedText()).toBe('y'.repeat(LIMITS.bulkBytes + 1))
  })

  test('[LV-9] a second acknowledgement of the same push changes nothing', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'once')
    await pass(desk)
    const shown = norway.provider.saving.state()
    norway.connection.tell((listener, room) => listener.saved({ room, counter: 1, seq: 1, at: 0 }))
    norway.connection.tell((listener, room) => listener.saved({ room: room + 7, counter: 99, seq: 1, at: 0 }))
    type(norway, ' more')
    desk.server.settle()
    expect(norway.provider.saving.state().kind).toBe('saving')
    await pass(desk)
    expect(norway.provider.saving.state()).toEqual(shown)
    expect(desk.server.text()).toBe('once more')
  })

  test('[LV-9] an answer that was late and belongs to before the room was opened again acknowledges nothing', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    desk.server.swallowAcks = true
    type(norway, 'one')
    await pass(desk)
    type(norway, ' two')
    await pass(desk)
    norway.connection.tell((listener, room) => listener.behind({ room }))
    desk.server.settle()
    type(norway, ' three')
    desk.clock.advance(200)
    norway.connection.tell((listener, room) => listener.saved({ room, counter: 2, seq: 2, at: 0 }))
    desk.server.settle()
    expect(norway.provider.saving.state().kind).toBe('saving')
  })

  test('[LV-3] a busy server is asked again, with the same op id', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    desk.server.refuseNext = ['busy', 'not-saved']
    type(norway, 'patience')
    desk.clock.advance(50)
    desk.server.settle()
    expect(norway.provider.saving.state()).toEqual({ kind: 'slow', unsaved: 1 })
    desk.clock.advance(10_000)
    desk.server.settle()
    desk.clock.advance(10_000)
    desk.server.settle()
    expect(new Set(norway.opIds()).size).toBe(1)
    expect(norway.connection.pushed).toHaveLength(3)
    expect(desk.server.text()).toBe('patience')
    expect(norway.provider.saving.state().kind).toBe('saved')
  })

  test('a loss of history is healed by one push of everything the server asks for', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'first ')
    await pass(desk)
    desk.server.journal.length = 0
    desk.server.doc = new Y.Doc()
    type(norway, 'second')
    await pass(desk)
    expect(desk.server.text()).toBe('first second')
    expect(norway.provider.saving.state().kind).toBe('saved')
  })

  test('a gap that cannot be closed ends in a refusal, not in a circle', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    desk.server.refuseNext = Array.from({ length: 50 }, () => 'gap' as const)
    type(norway, 'words')
    for (let turn = 0; turn < 10; turn++) await pass(desk)
    expect(norway.provider.saving.state()).toMatchObject({ kind: 'rejected', because: 'gap' })
    expect(norway.provider.rescuedText()).toBe('words')
  })
})
