import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { rescuedText } from './rescued-text.ts'

/** Two paragraphs as the editor writes them, and the updates a reader adds afterwards. */
function aDraft() {
  const doc = new Y.Doc()
  const content = doc.getXmlFragment('content')
  for (const words of ['The force arrives in phases.', 'Command is shared.']) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    content.push([paragraph])
  }
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const textOf = (place: number): Y.XmlText => {
    const paragraph = content.get(place)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('There is no such paragraph.')
    return text
  }
  return { doc, content, updates, textOf }
}

test('[LV-12] only the words that were added, in the order of the document, a line for each paragraph', () => {
  const { doc, updates, textOf } = aDraft()
  textOf(1).insert(textOf(1).length, ' By turns.')
  textOf(0).insert(9, ' of Tessary')
  textOf(0).delete(0, 4)
  expect(rescuedText(doc, updates)).toBe(' of Tessary\n By turns.')
})

test('[LV-12] words typed inside earlier unsent words are one piece, and deleted ones are not offered', () => {
  const { doc, updates, textOf } = aDraft()
  textOf(0).insert(0, 'quick brown ')
  textOf(0).insert(6, 'and ')
  textOf(0).delete(0, 6)
  expect(rescuedText(doc, updates)).toBe('and brown ')
})

test('[LV-12] words of a document that was never opened come as they were typed', () => {
  const { updates, textOf } = aDraft()
  textOf(0).insert(0, 'Left ')
  textOf(0).insert(5, 'behind.')
  expect(rescuedText(new Y.Doc(), updates)).toBe('Left behind.')
})

test('nothing added is nothing offered', () => {
  const { doc, updates, textOf } = aDraft()
  textOf(0).delete(0, 4)
  expect(rescuedText(doc, updates)).toBe('')
})
