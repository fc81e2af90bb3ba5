import * as Y from 'yjs'
import { yDocToJson } from './y-reading.ts'

/**
 * Whether this copy shows another order of words than every other copy of the same edits does. Yjs 13.6 can do that to
 * itself when an undo brings back words that were split and moved; nothing else notices, because all the edits are the
 * same. Only a fresh copy helps.
 */
export function hasDrifted(doc: Y.Doc): boolean {
  const others = new Y.Doc()
  Y.applyUpdate(others, Y.encodeStateAsUpdate(doc))
  const isSame = JSON.stringify(yDocToJson(others)) === JSON.stringify(yDocToJson(doc))
  others.destroy()
  return !isSame
}
