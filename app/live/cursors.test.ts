import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCursor, decodeCursors, encodeCursor, encodeCursors } from './cursors.ts'

const bytes = fc.uint8Array({ maxLength: 40 })
const cursor = fc.record({ anchor: bytes, head: bytes, isTyping: fc.boolean() })

test('[LE-13] cursors travel as bytes and come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ peer: fc.nat(), cursor: fc.option(cursor) }), { maxLength: 50 }), (cursors) => {
      expect(decodeCursors(encodeCursors(cursors))).toEqual(cursors)
    }),
  )
})

test('[SEC-069] whatever else is sent as a cursor is refused', () => {
  const good = encodeCursor({ anchor: new Uint8Array([1]), head: new Uint8Array([2]), isTyping: true })
  expect(() => decodeCursor(new Uint8Array([...good, 0]))).toThrow(RangeError)
  expect(() => decodeCursor(new Uint8Array([2, ...good.slice(1)]))).toThrow(RangeError)
  expect(() => decodeCursor(good.slice(0, -1))).toThrow(RangeError)
  expect(() => decodeCursors(new Uint8Array([255, 255, 255, 127]))).toThrow(RangeError)
})
