import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aBlock, aDocument, anyDocument, aParagraph, aText } from '#tests/builders/documents.ts'
import { checkJson } from './check-json.ts'
import { contentField } from './document-shape.ts'
import { canonicalJson, flatten } from './flatten.ts'
import { textHash } from './text-hash.server.ts'
import { jsonToYUpdate } from './y-document.ts'
import { yDocToJson } from './y-reading.ts'

describe('the snapshot', () => {
  test('[SEC-017] [ED-11] a deleted word, a client id and an author are in no byte of it', () => {
    const doc = new Y.Doc({ gc: false })
    Y.applyUpdate(doc, jsonToYUpdate(aDocument('We can accept tactical control.'), 1))
    const page = new Y.Doc({ gc: false })
    page.clientID = 3735928559
    Y.applyUpdate(page, Y.encodeStateAsUpdate(doc))
    const paragraph = page.getXmlFragment(contentField).get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('the text is missing')
    text.insert(0, 'FALLBACK operational control. ', { author: { name: 'Rahmati' } })
    text.delete(0, 30)
    text.insert(0, 'Today ')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(page))
    const snapshot = canonicalJson(flatten(yDocToJson(doc)))
    expect(snapshot).toContain('Today We can accept')
    for (const secret of ['FALLBACK', 'Rahmati', '3735928559']) expect(snapshot).not.toContain(secret)
  })

  test('[ED-11] what is not ours is dropped, and what is left passes the check', () => {
    const odd = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph',
          attrs: { style: 'x', id: 'paragraph1', lang: null },
          content: [aText('a\u0000b', { type: 'comment' })],
        },
        { type: 'image', attrs: { src: 'https://example.org/beacon' } },
        aBlock('paragraph', [aText('c', { type: 'bold' }, { type: 'link', attrs: { href: 'javascript:alert(1)' } })]),
      ],
    }
    expect(flatten(odd)).toEqual(aDocument(aParagraph('ab', 'paragraph1'), aParagraph([aText('c', { type: 'bold' })])))
    expect(checkJson(flatten(odd)).ok).toBe(true)
  })

  test('[ED-11] the canonical form does not depend on how the text was cut or its keys were ordered', () => {
    const whole = aDocument(aBlock('heading', [aText('Line to take', { type: 'bold' })], { level: 2, lang: 'en' }))
    const cut = {
      content: [
        {
          content: [aText('Line ', { type: 'bold' }), aText('to take', { type: 'bold' })],
          attrs: { lang: 'en', id: null, level: 2 },
          type: 'heading',
        },
      ],
      type: 'doc' as const,
    }
    expect(canonicalJson(cut)).toBe(canonicalJson(whole))
    expect(textHash(cut)).toBe(textHash(whole))
    expect(textHash(whole)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('[ED-11] [SEC-017] no hidden sign turns the direction of what is read', () => {
    const turned = aDocument('Strength \u202e0001\u202c and \u20662000\u2069')
    expect(flatten(turned)).toEqual(aDocument('Strength 0001 and 2000'))
  })

  test('[ED-11] flattening twice changes nothing, and another text has another hash', () => {
    fc.assert(
      fc.property(anyDocument(), anyDocument(), (one, other) => {
        expect(flatten(flatten(one))).toEqual(flatten(one))
        expect(textHash(one) === textHash(other)).toBe(canonicalJson(one) === canonicalJson(other))
      }),
    )
  })

  test('[ED-11] the text of a document has one known hash', () => {
    expect(textHash(aDocument('On arrival in the area of operations'))).toBe(
      '5c1a5b063ef3a0ab10187d79ad662fc0b45ee99891d68e4ce6fea45737213417',
    )
  })
})
