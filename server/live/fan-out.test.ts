import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { aPerson, FakeLine } from '#tests/support/engine.ts'
import { FanOut } from './fan-out.ts'
import { type Member, newMember } from './member.ts'
import { Presence } from './presence.ts'
import type { LiveEvent } from './report.ts'

const admission = {
  access: 'write',
  who: { kind: 'person', name: 'x' },
  bearerKey: 'x',
  accessEpoch: 0,
  holder: '',
  clientId: 1,
  carried: [],
  isEditorCurrent: true,
} as const

function aRoom(people: number) {
  const lines = Array.from({ length: people }, (_, place) => new FakeLine(aPerson(`person ${place}`)))
  const presence = new Presence()
  const members = new Set<Member>(
    lines.map((line) =>
      newMember(line, admission, presence.join({ who: admission.who, bearerKey: line.id, mayWrite: true }), 0),
    ),
  )
  presence.takeNews(1)
  const events: LiveEvent[] = []
  const fanOut = new FanOut({
    room: 1,
    members,
    presence,
    seq: () => 1,
    clock: () => vi.getMockedSystemTime()?.getTime() ?? 0,
    presenceChanged: () => {},
    report: (event) => void events.push(event),
  })
  return { fanOut, lines, presence, events, members }
}

const doc = new Y.Doc()
const update = (words: string) => {
  const before = Y.encodeStateVector(doc)
  doc.getText('content').insert(0, words)
  return Y.encodeStateAsUpdate(doc, before)
}
const batches = ({ lines: [first] }: { lines: FakeLine[] }) => first?.of('batch') ?? []

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('[LE-11] when a room is told', () => {
  test('[LE-11] a quiet room waits for nothing', () => {
    const room = aRoom(200)
    room.fanOut.add(update('a'))
    expect(batches(room)).toHaveLength(1)
  })

  test('[LE-11] what comes within the window is merged into one frame', () => {
    const room = aRoom(200)
    for (const words of ['a', 'b', 'c', 'd']) room.fanOut.add(update(words))
    expect(batches(room)).toHaveLength(1)
    vi.advanceTimersByTime(29)
    expect(batches(room)).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(batches(room)).toHaveLength(2)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    for (const { update: batch } of batches(room)) Y.applyUpdate(copy, batch)
    expect(copy.getText('content').toString().slice(0, 4)).toBe('dcba')
  })

  test('[LE-11] the window grows with the room, up to a limit', () => {
    const delays = [20, 200, 2_000].map((people) => {
      const room = aRoom(people)
      room.fanOut.add(update('a'))
      room.fanOut.add(update('b'))
      const started = Date.now()
      while (batches(room).length < 2) vi.advanceTimersByTime(1)
      return Date.now() - started
    })
    expect(delays).toEqual([3, 30, 60])
  })

  test('[LE-11] cursors ride along and are told at most every 80 ms', () => {
    const room = aRoom(3)
    const [first] = room.members
    const cursor = (place: number) => ({
      anchor: new Uint8Array([place]),
      head: new Uint8Array([place]),
      isTyping: true,
    })
    const told = () => room.lines[1]?.of('cursor').length
    for (let moves = 0; moves < 8; moves++) {
      room.presence.move(first?.peer?.peer ?? 0, cursor(moves))
      room.fanOut.wake()
      vi.advanceTimersByTime(20)
    }
    expect(told()).toBe(3)
    vi.advanceTimersByTime(200)
    expect(told()).toBe(3)
  })
})

describe('[LE-12] a connection that does not keep up', () => {
  test('[SEC-057] above 1 MB it is told once to open again and sent nothing more', () => {
    const room = aRoom(2)
    const [slow, quick] = room.lines
    if (slow) slow.waiting = { packets: 5, bytes: 1_100_000 }
    for (const words of ['a', 'b']) {
      room.fanOut.add(update(words))
      vi.advanceTimersByTime(100)
    }
    expect(slow?.heard.map(({ event }) => event)).toEqual(['behind'])
    expect(quick?.of('batch')).toHaveLength(2)
  })

  test('[LE-12] what it was sent on opening is not held against it', () => {
    const room = aRoom(1)
    const [line] = room.lines
    const [member] = room.members
    if (line) line.waiting = { packets: 1, bytes: 1_900_000 }
    if (member) member.openingBytes = 1_800_000
    room.fanOut.add(update('a'))
    expect(batches(room)).toHaveLength(1)
    if (line) line.waiting = { packets: 0, bytes: 0 }
    room.fanOut.tell({ packet: '2["behind",{"room":1}]', socketFrame: Buffer.alloc(0) })
    if (line) line.waiting = { packets: 1, bytes: 1_900_000 }
    vi.advanceTimersByTime(100)
    room.fanOut.add(update('b'))
    expect(batches(room)).toHaveLength(1)
  })

  test.each([
    ['4 MB', { packets: 20, bytes: 4_300_000 }],
    ['a thousand packets', { packets: 1_001, bytes: 100 }],
  ])('[SEC-057] above %s it is cut', (_name, waiting) => {
    const room = aRoom(2)
    const [slow, quick] = room.lines
    if (slow) slow.waiting = waiting
    room.fanOut.add(update('a'))
    expect([slow?.isOpen, quick?.isOpen]).toEqual([false, true])
    expect(room.events).toEqual([{ kind: 'cut', why: 'slow' }])
  })
})
