import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { stateDigest } from './state-digest.ts'

const digestOf = (doc: Y.Doc) =>
  stateDigest(Y.decodeStateVector(Y.encodeStateVector(doc)), Y.createDeleteSetFromStructStore(doc.store).clients)

function twoCopies() {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  one.clientID = 1
  other.clientID = 2
  one.getText('content').insert(0, 'The force shall be light.')
  other.getText('content').insert(0, 'The area is large. ')
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  return { one, other }
}

test('[LE-24] two copies of one document have one digest, however they came to be', () => {
  const { one, other } = twoCopies()
  one.getText('content').delete(3, 6)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(other))
  expect(digestOf(one)).toBe(digestOf(other))
  expect(digestOf(fresh)).toBe(digestOf(one))
})

test('[LE-24] a lost insertion and a lost deletion change it', () => {
  const { one, other } = twoCopies()
  one.getText('content').insert(0, 'x')
  expect(digestOf(one)).not.toBe(digestOf(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  one.getText('content').delete(2, 1)
  expect(digestOf(one)).not.toBe(digestOf(other))
})
