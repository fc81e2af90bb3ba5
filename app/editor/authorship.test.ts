import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aDocument, aList, aParagraph } from '#tests/builders/documents.ts'
import { authorsByRange, authorsIn } from './authorship.ts'
import { contentField } from './document-shape.ts'
import { jsonToYUpdate } from './y-document.ts'
import { yDocToJson } from './y-reading.ts'

const rahmati = 'rahmati'
const kusnadi = 'kusnadi'
const journal = new Map([
  [21, rahmati],
  [22, kusnadi],
  [23, rahmati],
])

/** What one person's page does: their own client id, and the text of the nth top-level paragraph. */
function typing(doc: Y.Doc, clientId: number, type: (text: Y.XmlText) => void, paragraph = 0) {
  const page = new Y.Doc()
  page.clientID = clientId
  Y.applyUpdate(page, Y.encodeStateAsUpdate(doc))
  const element = page.getXmlFragment(contentField).get(paragraph)
  const text = element instanceof Y.XmlElement ? element.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('there is no text in this paragraph')
  type(text)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(page))
}

function notes() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, jsonToYUpdate(aDocument(aParagraph('Line to take.', 'paragraph1'), 'Second.'), 1))
  return doc
}

describe('who wrote what', () => {
  test('[SEC-068] [ED-8] each run names the person to whom the journal says the client id was issued', () => {
    const doc = notes()
    typing(doc, 21, (text) => text.insert(13, ' Welcome the area'))
    typing(doc, 22, (text) => text.insert(30, ', not the task'))
    const [first] = authorsByRange(doc, journal)
    expect(first).toEqual({
      id: 'paragraph1',
      form: 'paragraph',
      depth: 0,
      lang: null,
      runs: [
        { text: 'Line to take.', authorId: null },
        { text: ' Welcome the area', authorId: rahmati },
        { text: ', not the task', authorId: kusnadi },
      ],
    })
  })

  test('[SEC-068] [ED-8] what the document says about its authors is not read', () => {
    const doc = notes()
    typing(doc, 21, (text) => text.insert(13, ' Mine.', { author: { id: kusnadi }, user: kusnadi }))
    expect(authorsIn(authorsByRange(doc, journal))).toEqual([rahmati])
  })

  test('[ED-8] one person on two pages is one author, and marks do not cut a run', () => {
    const doc = notes()
    typing(doc, 21, (text) => text.insert(13, ' One'))
    typing(doc, 23, (text) => text.insert(17, ' two', { bold: {} }))
    expect(authorsByRange(doc, journal)[0]?.runs.at(-1)).toEqual({ text: ' One two', authorId: rahmati })
  })

  test('[ED-8] the runs together are the words of the document, and deleted words are in none', () => {
    const doc = notes()
    typing(doc, 21, (text) => text.insert(0, 'Secret fallback. '))
    typing(doc, 22, (text) => text.delete(0, 17))
    typing(doc, 22, (text) => text.insert(4, ' of words'), 1)
    const blocks = authorsByRange(doc, journal)
    expect(blocks.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual([
      'Line to take.',
      'Seco of wordsnd.',
    ])
    expect(authorsIn(blocks)).toEqual([kusnadi])
  })

  test('[ED-8] an unknown client id is nobody', () => {
    const doc = notes()
    typing(doc, 99, (text) => text.insert(0, 'Who? '))
    expect(authorsIn(authorsByRange(doc, journal))).toEqual([])
    expect(yDocToJson(doc).content[0]?.content?.[0]?.text).toBe('Who? Line to take.')
  })

  test('[ED-8] lists and tasks keep their form', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, jsonToYUpdate(aDocument(aList('taskList', 'Ask', 'Confirm'), aList('orderedList', 'One')), 1))
    expect(authorsByRange(doc, journal).map(({ form, depth }) => [form, depth])).toEqual([
      ['task', 1],
      ['task', 1],
      ['numbered', 1],
    ])
  })
})
