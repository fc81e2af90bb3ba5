import { defaultDeleteFilter } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { aDocument } from '#tests/builders/documents.ts'
import { contentField } from './document-shape.ts'
import { undoProtection } from './own-undo.ts'
import { jsonToYUpdate } from './y-document.ts'
import { yDocToJson } from './y-reading.ts'

const mine = { of: 'me' }

function paragraphOf(words: string) {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  return paragraph
}

/** My page with an undo of the kind the editor has, and a colleague's page on the same text. */
function twoPages() {
  const here = new Y.Doc()
  const there = new Y.Doc()
  const first = jsonToYUpdate(aDocument('Common.'), 1)
  for (const doc of [here, there]) Y.applyUpdate(doc, first)
  const root = here.getXmlFragment(contentField)
  const undo = new Y.UndoManager(root, {
    trackedOrigins: new Set([mine]),
    deleteFilter: (item) => defaultDeleteFilter(item, undoProtection.protectedNodes),
  })
  const exchange = () => {
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  }
  return { here, there, root, undo, exchange }
}

const textIn = (root: Y.XmlFragment, place: number) => {
  const element = root.get(place)
  const text = element instanceof Y.XmlElement ? element.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('there is no text here')
  return text
}

test('[EC-44] [ED-21] undo takes back my own words and leaves what a colleague wrote since', () => {
  const { here, there, root, undo, exchange } = twoPages()
  here.transact(() => textIn(root, 0).insert(7, ' Mine.'), mine)
  exchange()
  textIn(there.getXmlFragment(contentField), 0).insert(0, 'Theirs. ')
  exchange()
  undo.undo()
  expect(yDocToJson(here)).toEqual(aDocument('Theirs. Common.'))
})

test('[EC-44] [ED-21] a paragraph I made stays while it holds the words of a colleague', () => {
  const { here, there, root, undo, exchange } = twoPages()
  here.transact(() => root.insert(1, [paragraphOf('Mine. ')]), mine)
  exchange()
  textIn(there.getXmlFragment(contentField), 1).insert(6, 'Theirs.')
  exchange()
  undo.undo()
  expect(yDocToJson(here)).toEqual(aDocument('Common.', 'Theirs.'))
})

test('[EC-44] [ED-21] a paragraph that only I wrote goes, and comes back with redo', () => {
  const { here, root, undo } = twoPages()
  here.transact(() => root.insert(1, [paragraphOf('Mine.')]), mine)
  undo.undo()
  expect(yDocToJson(here)).toEqual(aDocument('Common.'))
  undo.redo()
  expect(yDocToJson(here)).toEqual(aDocument('Common.', 'Mine.'))
})
