import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeCursor, decodeCursors, encodeCursor } from '#app/live/cursors.ts'
import { type Bearer, CONTENT_ROOT, PALETTE_SIZE } from '#app/live/messages.ts'
import { Presence } from './presence.ts'
import { rebuiltCursor } from './rebuilt-cursor.ts'

const named = (name: string): Bearer => ({ kind: 'person', name })
const shown = (name: string, bearerKey = name) => ({ who: named(name), bearerKey, mayWrite: true })
const position = (item: Y.ID | null, root: string | null = null) =>
  Y.encodeRelativePosition(new Y.RelativePosition(null, root, item, 0))
const aCursor = { anchor: position(new Y.ID(7, 3)), head: position(null, CONTENT_ROOT), isTyping: true }

describe('[LE-13] presence', () => {
  test('[LE-13] who came, who left and which cursors moved, each told once', () => {
    const presence = new Presence()
    const norway = presence.join(shown('Norway'))
    const chile = presence.join(shown('Chile'))
    presence.move(norway.peer, aCursor)
    const news = presence.takeNews(5)
    expect(news).toMatchObject({ room: 5, joined: [{ peer: norway.peer, who: named('Norway') }, { peer: chile.peer }] })
    expect(decodeCursors(news?.cursors ?? new Uint8Array())).toEqual([{ peer: norway.peer, cursor: aCursor }])
    expect(presence.takeNews(5)).toBeNull()
    presence.move(norway.peer, null)
    presence.leave(chile.peer)
    const later = presence.takeNews(5)
    expect(later?.left).toEqual([chile.peer])
    expect(decodeCursors(later?.cursors ?? new Uint8Array())).toEqual([{ peer: norway.peer, cursor: null }])
  })

  test('[LE-13] who came and went between two tellings was never there', () => {
    const presence = new Presence()
    presence.leave(presence.join(shown('Norway')).peer)
    expect(presence.hasNews).toBe(false)
  })

  test('[LE-13] who is connected to another process is shown here too, and goes when that process falls silent', () => {
    const [here, there] = [new Presence(), new Presence()]
    const norway = there.join(shown('Norway'))
    there.move(norway.peer, aCursor)
    const chile = there.join(shown('Chile'))
    here.join(shown('Ghana'))
    here.follow('there', there.near(), 1_000)
    expect(here.peers.map(({ who }) => who)).toEqual([named('Ghana'), named('Norway'), named('Chile')])
    expect(here.near().map(({ who }) => who)).toEqual([named('Ghana')])
    here.takeNews(5)
    here.follow('there', there.near(), 2_000)
    expect(here.hasNews).toBe(false)
    there.leave(chile.peer)
    here.follow('there', there.near(), 3_000)
    expect(here.takeNews(5)?.left).toHaveLength(1)
    here.forgetSilent(3_000)
    expect(here.peers).toHaveLength(2)
    here.forgetSilent(3_001)
    expect(here.peers.map(({ who }) => who)).toEqual([named('Ghana')])
  })

  test('[SEC-070] the server gives the colours: equal for the same bearer, different as long as there are some', () => {
    const presence = new Presence()
    const names = Array.from({ length: PALETTE_SIZE }, (_, place) => `person ${place}`)
    const colours = names.map((name) => presence.join(shown(name)).palette)
    expect(new Set(colours).size).toBe(PALETTE_SIZE)
    expect(presence.join(shown('person 3')).palette).toBe(colours[3])
    expect(presence.join(shown('one more')).palette).toBeLessThan(PALETTE_SIZE)
  })
})

describe('[SEC-069] what a client says about its cursor', () => {
  test('[SEC-059] is built anew from what was understood', () => {
    const rebuilt = rebuiltCursor(encodeCursor(aCursor))
    expect(rebuilt).toEqual(aCursor)
    const padded = encodeCursor({ ...aCursor, anchor: new Uint8Array([...aCursor.anchor, 1, 2, 3]) })
    expect(rebuiltCursor(padded)).toEqual(aCursor)
  })

  test.each([
    ['a name', new TextEncoder().encode('{"user":{"name":"SPOOFED"}}')],
    ['nothing', new Uint8Array(0)],
    ['another root', encodeCursor({ ...aCursor, head: position(null, 'secret') })],
    ['half a position', encodeCursor({ ...aCursor, head: aCursor.head.slice(0, 1) })],
    ['more than a cursor', new Uint8Array([...encodeCursor(aCursor), 1])],
  ])('[SEC-069] %s is no cursor', (_name, bytes) => expect(rebuiltCursor(bytes)).toBeNull())

  test('[SEC-069] the bytes that go out are those of the format', () => {
    expect(decodeCursor(encodeCursor(aCursor))).toEqual(aCursor)
  })
})
