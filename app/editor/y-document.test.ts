import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aBlock, aDocument, aList, anyDocument, aParagraph, aText } from '#tests/builders/documents.ts'
import { checkJson } from './check-json.ts'
import { contentField, limits } from './document-shape.ts'
import { contentUpdate, insertionUpdate, jsonToYUpdate } from './y-document.ts'
import { yDocToJson } from './y-reading.ts'

const opened = (...updates: Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

describe('first content', () => {
  test('[ED-5] what goes into Yjs comes out of it', () => {
    fc.assert(
      fc.property(anyDocument(), (document) => {
        expect(yDocToJson(opened(jsonToYUpdate(document, 7)))).toEqual(document)
      }),
    )
  })

  test('[ED-5] the same content under the same client id is the same bytes', () => {
    const document = aDocument(
      aParagraph('We hold to tactical control.', 'paragraph1'),
      aList('taskList', 'Ask the capital'),
    )
    expect(jsonToYUpdate(document, 7)).toEqual(jsonToYUpdate(document, 7))
    expect(opened(jsonToYUpdate(document, 7)).store.clients.size).toBe(1)
  })

  test('[ED-5] content that breaks the schema is never written', () => {
    const document = aDocument(aBlock('heading', 'x', { level: 9 }))
    expect(() => jsonToYUpdate(document, 7)).toThrow(RangeError)
  })
})

describe('reading', () => {
  test('[ED-6] an empty Yjs document is one empty paragraph', () => {
    expect(yDocToJson(new Y.Doc())).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })

  test('[ED-6] what is not ours is left out, and reading changes nothing', () => {
    const doc = opened(jsonToYUpdate(aDocument('Kept.'), 7))
    const root = doc.getXmlFragment(contentField)
    const odd = new Y.XmlElement('script')
    odd.insert(0, [new Y.XmlText('alert(1)')])
    const kept = new Y.XmlElement('paragraph')
    kept.setAttribute('onclick', 'alert(1)')
    kept.setAttribute('id', 'not an id')
    const text = new Y.XmlText()
    text.insert(0, 'plain', { link: { href: 'javascript:alert(1)' }, blink: {}, bold: {} })
    text.insertEmbed(5, { image: 'https://example.org/beacon.png' })
    kept.insert(0, [text])
    root.insert(1, [odd, kept])
    const before = Y.encodeStateAsUpdate(doc)
    expect(yDocToJson(doc)).toEqual(aDocument('Kept.', aParagraph([aText('plain', { type: 'bold' })])))
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  test('[ED-6] nesting without end is cut, not followed', () => {
    const doc = new Y.Doc()
    let parent: Y.XmlFragment = doc.getXmlFragment(contentField)
    for (let depth = 0; depth < 5_000; depth++) {
      const list = new Y.XmlElement('blockquote')
      parent.insert(0, [list])
      parent = list
    }
    let depth = 0
    for (let node = yDocToJson(doc).content[0]; node; node = node.content?.[0]) depth++
    expect(depth).toBeLessThan(limits.depth)
  })
})

describe('bringing back an earlier content', () => {
  test('[ED-7] the document shows exactly the earlier content, by a forward edit', () => {
    fc.assert(
      fc.property(anyDocument(), anyDocument(), (earlier, now) => {
        const doc = opened(jsonToYUpdate(now, 7))
        Y.applyUpdate(doc, contentUpdate(doc, earlier, 8))
        expect(yDocToJson(doc)).toEqual(earlier)
        expect(doc.store.pendingStructs).toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  test('[ED-7] words typed meanwhile in an untouched paragraph stay', () => {
    const start = jsonToYUpdate(aDocument(aParagraph('First.', 'paragraph1'), aParagraph('Second.', 'paragraph2')), 7)
    const doc = opened(start)
    const restoring = contentUpdate(
      doc,
      aDocument(aParagraph('Restored.', 'paragraph1'), aParagraph('Second.', 'paragraph2')),
      8,
    )
    const colleague = opened(start)
    const paragraph = colleague.getXmlFragment(contentField).get(1)
    if (!(paragraph instanceof Y.XmlElement)) throw new Error('the second paragraph is missing')
    const words = paragraph.get(0)
    if (!(words instanceof Y.XmlText)) throw new Error('the words are missing')
    words.insert(7, ' And more.')
    for (const update of [restoring, Y.encodeStateAsUpdate(colleague)]) Y.applyUpdate(doc, update)
    expect(yDocToJson(doc)).toEqual(
      aDocument(aParagraph('Restored.', 'paragraph1'), aParagraph('Second. And more.', 'paragraph2')),
    )
  })

  test('[ED-7] the original is not changed by preparing the edit', () => {
    const doc = opened(jsonToYUpdate(aDocument('Now.'), 7))
    contentUpdate(doc, aDocument('Before.'), 8)
    expect(yDocToJson(doc)).toEqual(aDocument('Now.'))
    expect(checkJson(yDocToJson(doc)).ok).toBe(true)
  })
})

describe('adding blocks', () => {
  test('[ED-40] they stand at their places, in their order, and nothing else is touched', () => {
    fc.assert(
      fc.property(anyDocument(), fc.array(fc.nat(12), { maxLength: 6 }), (start, places) => {
        const doc = opened(jsonToYUpdate(start, 7))
        const placed = places.map((at, index) => ({ at, block: aParagraph(`Added ${index}.`, `added00${index}`) }))
        if (placed.length === 0) return
        Y.applyUpdate(doc, insertionUpdate(doc, placed, 8))
        const { content } = yDocToJson(doc)
        const isAdded = ({ attrs }: (typeof content)[number]) => String(attrs?.id).startsWith('added00')
        expect(content.filter((block) => !isAdded(block))).toEqual(start.content)
        const expected = start.content.flatMap((block, at) => [...standing(placed, at), block])
        expect(content).toEqual([...expected, ...standing(placed, start.content.length, 12)])
      }),
    )
  })

  test('[ED-40] words typed at the same moment stay', () => {
    const start = jsonToYUpdate(aDocument(aParagraph('First.', 'paragraph1'), aParagraph('Last.', 'paragraph2')), 7)
    const doc = opened(start)
    const adding = insertionUpdate(doc, [{ at: 1, block: aParagraph('Between.', 'paragraph3') }], 8)
    const colleague = opened(start)
    const paragraph = colleague.getXmlFragment(contentField).get(0)
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(words instanceof Y.XmlText)) throw new Error('the words are missing')
    words.insert(6, ' And more.')
    for (const update of [adding, Y.encodeStateAsUpdate(colleague)]) Y.applyUpdate(doc, update)
    expect(yDocToJson(doc).content.map((block) => block.content?.[0]?.text)).toEqual([
      'First. And more.',
      'Between.',
      'Last.',
    ])
  })
})

const standing = (
  placed: readonly { readonly at: number; readonly block: ReturnType<typeof aParagraph> }[],
  from: number,
  to = from,
) => placed.filter(({ at }) => at >= from && at <= to).map(({ block }) => block)
