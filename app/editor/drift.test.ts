import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { aDocument, anyDocument } from '#tests/builders/documents.ts'
import { contentField } from './document-shape.ts'
import { hasDrifted } from './drift.ts'
import { jsonToYUpdate } from './y-document.ts'

const opened = (update: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

test('[ED-30] a copy that is as everybody else’s has not drifted', () => {
  fc.assert(
    fc.property(anyDocument(), (document) => {
      expect(hasDrifted(opened(jsonToYUpdate(document, 7)))).toBe(false)
    }),
  )
})

test('[ED-30] a copy with the same edits in another order is found', () => {
  const doc = opened(jsonToYUpdate(aDocument('First.', 'Second.'), 7))
  const root = doc.getXmlFragment(contentField)
  const first = root._start
  const second = first?.right
  if (!first || !second) throw new Error('there are not two paragraphs')
  // What a faulty undo leaves behind: the same items, linked the other way round.
  root._start = second
  Object.assign(second, { left: null, right: first })
  Object.assign(first, { left: second, right: null })
  expect(hasDrifted(doc)).toBe(true)
})
