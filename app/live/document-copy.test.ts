import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aDesk, anOpenPage, pass, type } from '#tests/support/live-page.ts'
import { LIMITS } from './messages.ts'

describe('the document itself', () => {
  test('[LV-16] undo takes back one’s own edits and nobody else’s', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    const chile = await anOpenPage(desk, { owner: 'chile' })
    const content = norway.provider.doc.getText('content')
    const undo = new Y.UndoManager(content, { trackedOrigins: new Set([norway.provider.localOrigin]) })
    norway.provider.doc.transact(() => content.insert(0, 'Norway. '), norway.provider.localOrigin)
    await pass(desk)
    type(chile, 'Chile.')
    await pass(desk)
    undo.undo()
    undo.undo()
    await pass(desk)
    expect(desk.server.text()).toBe('Chile.')
  })

  test('[LV-15] carets are relative: they stay with their words, and go with their reader', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'the shared text')
    await pass(desk)
    const content = norway.provider.doc.getText('content')
    const at = Y.createRelativePositionFromTypeIndex(content, 4)
    norway.provider.presence.select({ anchor: at, head: at })
    desk.clock.advance(1)
    const sent = norway.connection.cursors.at(-1)?.cursor
    expect(sent).toBeInstanceOf(Uint8Array)
    expect(sent?.length).toBeLessThan(LIMITS.cursorBytes)
    norway.connection.drop()
    expect(norway.provider.presence.peers()).toHaveLength(0)
  })

  test('[LV-13] a provider that is destroyed leaves nothing behind', async () => {
    const desk = aDesk()
    const norway = await anOpenPage(desk)
    type(norway, 'Last words.')
    norway.provider.destroy()
    await pass(desk)
    expect(desk.server.text()).toBe('Last words.')
    expect(norway.connection.listening).toBe(0)
    expect(norway.connection.roomNumbers).toHaveLength(0)
    expect(desk.clock.waiting).toBe(0)
    expect(norway.provider.doc.isDestroyed).toBe(true)
  })
})
