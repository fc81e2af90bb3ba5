// Cursors as bytes: forty carets in a fan-out are about 1.6 KB so, and about 8 KB as JSON.
import { ByteReader, ByteWriter } from './bytes.ts'

/** Both ends are Yjs relative positions, encoded with `Y.encodeRelativePosition`. */
export interface Cursor {
  anchor: Uint8Array
  head: Uint8Array
  isTyping: boolean
}

export interface PeerCursor {
  peer: number
  /** null: this peer has no cursor any more. */
  cursor: Cursor | null
}

export function encodeCursor(cursor: Cursor): Uint8Array {
  return new ByteWriter()
    .octet(cursor.isTyping ? 1 : 0)
    .block(cursor.anchor)
    .block(cursor.head)
    .finish()
}

/** Throws RangeError on anything `encodeCursor` does not make. */
export function decodeCursor(bytes: Uint8Array): Cursor {
  const reader = new ByteReader(bytes)
  const flags = reader.octet()
  const cursor = { anchor: reader.block(), head: reader.block(), isTyping: flags === 1 }
  if (flags > 1 || !reader.atEnd) throw new RangeError('This is not a cursor.')
  return cursor
}

export function encodeCursors(cursors: readonly PeerCursor[]): Uint8Array {
  const writer = new ByteWriter().number(cursors.length)
  for (const { peer, cursor } of cursors) {
    writer.number(peer).block(cursor ? encodeCursor(cursor) : new Uint8Array(0))
  }
  return writer.finish()
}

/** Throws RangeError on anything `encodeCursors` does not make. */
export function decodeCursors(bytes: Uint8Array): PeerCursor[] {
  const reader = new ByteReader(bytes)
  const cursors: PeerCursor[] = []
  for (let left = reader.number(); left > 0; left--) {
    const peer = reader.number()
    const block = reader.block()
    cursors.push({ peer, cursor: block.length === 0 ? null : decodeCursor(block) })
  }
  return cursors
}
