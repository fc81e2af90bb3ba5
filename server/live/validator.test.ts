import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CONTENT_ROOT } from '#app/live/messages.ts'
import { editorNames as names } from '#server/editor-names.ts'
import { type RawStruct, rawUpdate } from '#tests/support/raw-update.ts'
import type { Overlay } from './spot.ts'
import { bulkLimits, validate } from './validator.ts'

const own = 7
const victim = 9

/** A paragraph by the victim: element at clock 0, its text at 1, `honest text` at 2 to 12. */
function aDoc(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = victim
  const paragraph = new Y.XmlElement('paragraph')
  doc.getXmlFragment(CONTENT_ROOT).insert(0, [paragraph])
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  text.insert(0, 'honest text')
  return doc
}

const judge = (update: Uint8Array, doc = aDoc(), overlay: Overlay = new Map(), limits?: typeof bulkLimits) =>
  validate(update, doc, { owns: (id) => id === own, overlay }, names, limits)

const outcome = (update: Uint8Array, doc?: Y.Doc) => {
  const verdict = judge(update, doc)
  return verdict.kind === 'rejected' ? verdict.code : verdict.kind
}

const item = (more: Partial<RawStruct> = {}): RawStruct => ({ kind: 'item', ...more })
const raw = (list: readonly RawStruct[], clock = 0, client = own) => rawUpdate({ structs: [{ client, clock, list }] })
const afterText = item({ origin: [victim, 12], content: { text: '!' } })

describe('[LE-8] what an honest editor writes is accepted', () => {
  test('words, marks, paragraphs, attributes, lists, tables and deletions', () => {
    const doc = aDoc()
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    copy.clientID = own
    const updates: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => updates.push(update))
    const content = copy.getXmlFragment(CONTENT_ROOT)
    const first = content.get(0)
    if (!(first instanceof Y.XmlElement)) throw new Error('no paragraph')
    const text = first.get(0)
    if (!(text instanceof Y.XmlText)) throw new Error('no text')
    text.insert(6, ' and plain', { bold: {} })
    text.format(0, 6, { link: { href: 'https://example.org/a' } })
    text.delete(2, 3)
    first.setAttribute('id', 'block-0001')
    first.setAttribute('lang', 'fr')
    first.setAttribute('lang', 'ar')
    const heading = new Y.XmlElement('heading')
    content.insert(0, [heading])
    heading.insert(0, [new Y.XmlText('Part II')])
    const [list, entry, inner] = [
      new Y.XmlElement('bulletList'),
      new Y.XmlElement('listItem'),
      new Y.XmlElement('paragraph'),
    ]
    inner.insert(0, [new Y.XmlText('first')])
    entry.insert(0, [inner])
    list.insert(0, [entry])
    content.insert(1, [list])
    content.delete(2, 1)
    for (const update of updates) {
      expect(outcome(update, doc)).toBe('accepted')
      Y.applyUpdate(doc, update)
    }
    expect(doc.getXmlFragment(CONTENT_ROOT).toString()).toBe(content.toString())
  })

  test('what was written while the edits before it are on their way', () => {
    const doc = aDoc()
    const overlay: Overlay = new Map()
    const first = judge(raw([afterText]), doc, overlay)
    if (first.kind !== 'accepted') throw new Error(first.kind)
    for (const [client, stretches] of first.added) overlay.set(client, stretches)
    const second = raw([item({ origin: [own, 0], content: { text: '?' } })], 1)
    expect(judge(second, doc, overlay).kind).toBe('accepted')
    expect(judge(second, doc).kind).toBe('gap')
  })

  test('what is known already', () => {
    const doc = aDoc()
    const update = raw([afterText])
    Y.applyUpdate(doc, update)
    expect(judge(update, doc)).toMatchObject({ kind: 'accepted', adds: false })
  })

  test('a paste of 400 KB, when it says that it is one', () => {
    const paste = raw([item({ origin: [victim, 12], content: { text: 'x'.repeat(400_000) } })])
    expect(outcome(paste)).toBe('too-large')
    expect(judge(paste, aDoc(), new Map(), bulkLimits).kind).toBe('accepted')
  })
})

describe('[SEC-064] each probe is refused', () => {
  const nested = Array.from({ length: 60 }, (_, depth) =>
    depth === 0
      ? item({ content: { element: 'blockquote' } })
      : item({ parent: [own, depth - 1], content: { element: 'blockquote' } }),
  )
  test.each<[string, string, Uint8Array]>([
    ['text under the client id of another', 'foreign-client', raw([afterText], 13, victim)],
    [
      'text that another client wrote already, forged',
      'foreign-client',
      raw([item({ content: { element: 'table' } })], 0, victim),
    ],
    [
      'a collected stretch of 2³¹ under the id of another',
      'foreign-client',
      raw([{ kind: 'gc', length: 2 ** 31 }], 13, victim),
    ],
    ['a collected stretch of 2³¹ under the own id', 'too-large', raw([{ kind: 'gc', length: 2 ** 31 }])],
    ['a skipped stretch', 'malformed', raw([{ kind: 'skip', length: 5 }, afterText])],
    ['a skipped stretch in disguise', 'malformed', new Uint8Array([1, 1, own, 0, 10 | 32, 5, 0])],
    ['a collected stretch of nothing', 'malformed', raw([{ kind: 'gc', length: 0 }])],
    ['empty text', 'malformed', raw([item({ origin: [victim, 12], content: { text: '' } })])],
    ['a start after a hole', 'gap', raw([afterText], 5)],
    ['an origin that is not here', 'gap', raw([item({ origin: [victim, 13] })])],
    ['a right neighbour that is not here', 'gap', raw([item({ rightOrigin: [victim, 99] })])],
    ['a parent that is not here', 'gap', raw([item({ parent: [123, 0], content: { element: 'paragraph' } })])],
    ['an origin in its own future', 'malformed', raw([item({ origin: [own, 3] })])],
    ['half of it known and half new', 'gap', raw([item({ content: { text: 'x' } })], 0)],
    ['another root', 'forbidden-content', raw([item({ parent: 'secret', content: { element: 'paragraph' } })])],
    ['an attribute of the root', 'forbidden-content', raw([item({ sub: 'id', content: { any: 'x' } })])],
    ['a document in the document', 'forbidden-content', raw([item({ content: { subdocument: 'a' } })])],
    ['a map', 'forbidden-content', raw([item({ content: { type: 1 } })])],
    ['an array', 'forbidden-content', raw([item({ content: { type: 0 } })])],
    ['an unknown type', 'malformed', raw([item({ content: { type: 12 } })])],
    ['bytes', 'forbidden-content', raw([item({ content: { binary: new Uint8Array(3) } })])],
    [
      'an embedded object',
      'forbidden-content',
      raw([item({ origin: [victim, 12], content: { embed: { image: 'x' } } })]),
    ],
    ['an unknown element', 'forbidden-content', raw([item({ content: { element: 'script' } })])],
    ['the document node inside itself', 'forbidden-content', raw([item({ content: { element: 'doc' } })])],
    ['text outside a run of text', 'forbidden-content', raw([item({ content: { text: 'x' } })])],
    [
      'an element inside a run of text',
      'forbidden-content',
      raw([item({ origin: [victim, 12], content: { element: 'table' } })]),
    ],
    [
      'a value where a paragraph belongs',
      'forbidden-content',
      raw([item({ origin: [victim, 0], content: { any: 'x' } })]),
    ],
    [
      'an unknown attribute',
      'forbidden-content',
      raw([item({ parent: [victim, 0], sub: 'onclick', content: { any: 'x' } })]),
    ],
    [
      'an attribute without end',
      'forbidden-content',
      raw([item({ parent: [victim, 0], sub: 'id', content: { any: 'x'.repeat(5_000) } })]),
    ],
    [
      'an unknown mark',
      'forbidden-content',
      raw([item({ origin: [victim, 12], content: { mark: ['style', { color: 'red' }] } })]),
    ],
    [
      'a prototype for a mark',
      'forbidden-content',
      raw([item({ origin: [victim, 12], content: { mark: ['__proto__', {}] } })]),
    ],
    ['nesting of 60', 'forbidden-content', raw(nested)],
    ['65 KB', 'too-large', raw([item({ origin: [victim, 12], content: { text: 'x'.repeat(66_000) } })])],
    ['300 insertions at one point', 'malformed', raw(Array.from({ length: 300 }, () => afterText))],
    ['deletion of what is not here', 'gap', rawUpdate({ deletes: [{ client: victim, ranges: [[10, 100]] }] })],
    ['deletion of nothing', 'malformed', rawUpdate({ deletes: [{ client: victim, ranges: [[0, 0]] }] })],
    [
      'one client listed twice',
      'malformed',
      rawUpdate({
        structs: [
          { client: own, clock: 0, list: [afterText] },
          { client: own, clock: 1, list: [afterText] },
        ],
      }),
    ],
    [
      'one client listed again with nothing',
      'malformed',
      rawUpdate({
        structs: [
          { client: own, clock: 0, list: [afterText] },
          { client: own, clock: 0, list: [] },
        ],
      }),
    ],
    ['a list of structs that does not end', 'malformed', new Uint8Array([1, 255, 255, 255, 255, 15, own, 0])],
    ['nothing at all', 'malformed', new Uint8Array(0)],
  ])('%s', (name, expected, update) => {
    const doc = aDoc()
    if (name.startsWith('half')) Y.applyUpdate(doc, raw([item({ origin: [victim, 12], content: { text: 'ab' } })]))
    const probe = name.startsWith('half') ? raw([item({ origin: [victim, 12], content: { text: 'abcd' } })]) : update
    expect(outcome(probe, doc)).toBe(expected)
  })

  test.each([
    'http://example.org',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '//example.org',
    'data:text/html,x',
    ' https://example.org',
  ])('[SEC-077] a link to %j', (href) => {
    const link = (address: string) =>
      raw([item({ origin: [victim, 12], content: { mark: ['link', { href: address }] } })])
    expect(outcome(link(href))).toBe('forbidden-content')
    expect(outcome(link('mailto:desk@example.org'))).toBe('accepted')
  })

  test('two of one’s own ids that wait for each other', () => {
    const ring = rawUpdate({
      structs: [
        { client: 8, clock: 0, list: [item({ origin: [own, 0] })] },
        { client: own, clock: 0, list: [item({ origin: [8, 0] })] },
      ],
    })
    const verdict = validate(ring, aDoc(), { owns: (id) => id === own || id === 8, overlay: new Map() }, names)
    expect(verdict.kind).toBe('gap')
  })

  test('[SEC-064] a length that reaches beyond the update reads nothing beside it', () => {
    const secret = 'the position of Chile'
    const crafted = new Uint8Array([1, 1, own, 0, 4 | 128, victim, 12, 40, 33])
    const memory = new Uint8Array([...crafted, ...new TextEncoder().encode(secret.repeat(4))])
    expect(outcome(memory.subarray(0, crafted.length))).toBe('malformed')
  })
})

test('[SEC-065] 20,000 fresh client ids cost no time', () => {
  const doc = aDoc()
  const started = performance.now()
  for (let id = 100; id < 20_100; id++) expect(judge(raw([afterText], 0, id), doc).kind).toBe('rejected')
  expect(performance.now() - started).toBeLessThan(5_000)
})
