import { describe, expect, test, vi } from 'vitest'
import { aDesk, anOpenPage, device, documentId, pass, type } from '#tests/support/live-page.ts'
import { TOO_MANY_OPENINGS } from './messages.ts'

describe('losing the right to write', () => {
  test('[LV-6] a refusal keeps the words and offers them', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'Known. ')
    await pass(desk)
    desk.server.readOnly = 'closed'
    type(norway, 'Typed as it was tabled.')
    await pass(desk)
    expect(norway.provider.saving.state()).toEqual({ kind: 'rejected', unsaved: 1, because: 'closed' })
    expect(norway.provider.status().mayWrite).toBe(false)
    expect(norway.provider.rescuedText()).toBe('Typed as it was tabled.')
    expect(await norway.store.load(documentId)).toHaveLength(1)
    await norway.provider.discard()
    expect(await norway.store.load(documentId)).toHaveLength(0)
  })

  test('[LV-6] what was committed before the document closed is not called refused', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    desk.server.swallowAcks = true
    type(norway, 'In time.')
    await pass(desk)
    norway.connection.drop()
    desk.server.readOnly = 'closed'
    norway.connection.connect()
    await pass(desk)
    expect(norway.provider.saving.state()).toEqual({ kind: 'read-only', because: 'closed' })
    expect(await norway.store.load(documentId)).toHaveLength(0)
  })

  test('[SEC-075] an older editor reads, and its unsent words stay for the newer one', async () => {
    const desk = aDesk()
    const store = device()
    const old = await anOpenPage(desk, { store })
    old.connection.drop()
    type(old, 'For the next version.')
    await pass(desk)
    desk.server.readOnly = 'editor-version'
    old.connection.connect()
    await pass(desk)
    expect(old.provider.status()).toMatchObject({ mayWrite: false, readOnly: 'editor-version' })
    old.provider.destroy()
    desk.server.readOnly = null
    await anOpenPage(desk, { store })
    await pass(desk)
    expect(desk.server.text()).toBe('For the next version.')
  })

  test('[SEC-065] a text that is open in too many windows says so, and opens when one of them is closed', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    norway.connection.drop()
    vi.spyOn(norway.connection, 'open').mockImplementationOnce((_message, answered) =>
      answered({ ok: false, refusal: { kind: 'limited', code: TOO_MANY_OPENINGS, sentence: 'Close one.' } }),
    )
    norway.connection.connect()
    desk.server.settle()
    expect(norway.provider.status()).toMatchObject({ phase: 'away', isCrowded: true })
    desk.clock.advance(500)
    desk.server.settle()
    expect(norway.provider.status()).toMatchObject({ phase: 'open', isCrowded: false, mayWrite: true })
  })

  test('a right that was only unconfirmed comes back without loss', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    norway.connection.tell((listener, room) => listener.notice({ room, notice: 'read-only', reason: 'unconfirmed' }))
    desk.server.settle()
    expect(norway.provider.status().mayWrite).toBe(false)
    norway.connection.tell((listener, room) => listener.notice({ room, notice: 'writable' }))
    desk.server.settle()
    expect(norway.provider.status()).toMatchObject({ mayWrite: true, readOnly: null })
  })

  test('a document one may no longer open ends with its words to copy', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    norway.connection.drop()
    type(norway, 'Written on the train.')
    await pass(desk)
    desk.server.openRefusal = { kind: 'missing', code: 'missing', sentence: 'We could not find that.' }
    norway.connection.connect()
    await pass(desk)
    expect(norway.provider.status()).toMatchObject({ phase: 'ended', ended: 'gone' })
    expect(norway.provider.saving.state()).toMatchObject({ kind: 'rejected', because: 'gone' })
    expect(norway.provider.rescuedText()).toBe('Written on the train.')
  })

  test('a room that is taken away is left, and said', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    norway.connection.tell((listener, room) => listener.revoked({ scope: 'room', room, code: 'access' }))
    desk.server.settle()
    expect(norway.provider.status()).toMatchObject({ phase: 'ended', ended: 'access', mayWrite: false })
  })
})
