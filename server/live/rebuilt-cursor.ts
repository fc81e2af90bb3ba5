import * as Y from 'yjs'
import { type Cursor, decodeCursor } from '#app/live/cursors.ts'
import { CONTENT_ROOT } from '#app/live/messages.ts'
import { ownMemory } from './digest.ts'

/**
 * Reads a cursor that a client sent and builds it anew from what was understood: two positions in the text, and whether
 * its owner is typing (SEC-059). Null when it is anything else.
 */
export function rebuiltCursor(bytes: Uint8Array): Cursor | null {
  try {
    const { anchor, head, isTyping } = decodeCursor(ownMemory(bytes))
    return { anchor: rebuiltPosition(anchor), head: rebuiltPosition(head), isTyping }
  } catch {
    // Crafted bytes: whatever the decoders throw, it is no cursor.
    return null
  }
}

function rebuiltPosition(bytes: Uint8Array): Uint8Array {
  const { type, tname, item, assoc } = Y.decodeRelativePosition(bytes)
  if (tname !== null && tname !== CONTENT_ROOT) throw new RangeError('The cursor stands in no document.')
  const side = assoc < 0 ? -1 : 0
  return Y.encodeRelativePosition(new Y.RelativePosition(type, item ? null : tname, item, side))
}
