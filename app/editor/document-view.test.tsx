import fc from 'fast-check'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ar } from '#app/i18n/messages/ar.ts'
import { en } from '#app/i18n/messages/en.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import { allowed } from '#app/kernel/policy.ts'
import {
  aBlock,
  aDocument,
  aList,
  anyDocument,
  aParagraph,
  aTable,
  aText,
  countingIds,
} from '#tests/builders/documents.ts'
import { AuthorshipView } from './authorship-view.tsx'
import { withBlockIds } from './block-ids.ts'
import { compareDocuments } from './compare.ts'
import { CompareView } from './compare-view.tsx'
import { DocumentView, isBlank } from './document-view.tsx'
import { EditorSlot } from './editor-slot.tsx'
import { labelsById, numberBlocks } from './numbering.ts'
import { plainText } from './text-blocks.ts'

const inEnglish = (node: ReactNode) =>
  renderToStaticMarkup(
    <WordsProvider locale="en" catalogue={en}>
      {node}
    </WordsProvider>,
  )
const inArabic = (node: ReactNode) =>
  renderToStaticMarkup(
    <WordsProvider locale="ar" catalogue={ar}>
      {node}
    </WordsProvider>,
  )
const linked = (href: string) => aDocument(aParagraph([aText('words', { type: 'link', attrs: { href } })]))

describe('reading a document', () => {
  test('[ED-16] every block carries its own direction, and its language where it has one', () => {
    const document = aDocument('Tactical control', aBlock('paragraph', 'المراقبة التكتيكية', { lang: 'ar' }))
    expect(inEnglish(<DocumentView document={document} lang="en" />)).toBe(
      '<div class="doc" lang="en"><p dir="auto">Tactical control</p><p dir="auto" lang="ar">المراقبة التكتيكية</p></div>',
    )
  })

  test('[ED-16] headings stand beneath the heading of the page, lists, tasks, quotations and tables are themselves', () => {
    const document = aDocument(
      aBlock('heading', 'Line to take', { level: 1 }),
      aList('orderedList', 'First'),
      { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: true }, content: [aParagraph('Confirm')] }] },
      { type: 'blockquote', content: [aParagraph('Quoted')] },
      aTable(['Unit'], ['Battalion']),
    )
    const html = inEnglish(<DocumentView document={document} under={2} />)
    expect(html).toContain('<h3 dir="auto" data-level="1">Line to take</h3>')
    expect(html).toContain('<ol><li><p dir="auto">First</p></li></ol>')
    expect(html).toContain('role="img" aria-label="Done"')
    expect(html).toContain('<blockquote><p dir="auto">Quoted</p></blockquote>')
    expect(html).toContain('<th scope="col"><p dir="auto">Unit</p></th>')
    expect(html).toContain('<td><p dir="auto">Battalion</p></td>')
    expect(inArabic(<DocumentView document={document} />)).toContain('aria-label="أُنجزت"')
  })

  test('[SEC-077] [ED-16] a link shows its host and says nothing of this page; any other address is only words', () => {
    expect(inEnglish(<DocumentView document={linked('https://example.org/a')} />)).toContain(
      '<a href="https://example.org/a" rel="noopener noreferrer" data-host="example.org">words</a>',
    )
    for (const href of ['javascript:alert(1)', 'http://example.org', 'data:text/html,x'])
      expect(inEnglish(<DocumentView document={linked(href)} />)).toBe('<div class="doc"><p dir="auto">words</p></div>')
  })

  test('[SEC-076] [ED-16] words are words, whatever they look like', () => {
    const html = inEnglish(<DocumentView document={aDocument('<script>alert(1)</script> [sic] &amp; "x"')} />)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; [sic] &amp;amp; &quot;x&quot;')
  })

  test('[ED-16] all words of any document are shown, in order', () => {
    fc.assert(
      fc.property(anyDocument(), (document) => {
        const shown = inEnglish(<DocumentView document={document} />)
          .replace(/<\/?[a-z][^>]*>/g, '')
          .replace(/\s+/g, '')
        expect(shown).toBe(plainText(document).replace(/\s+/g, ''))
      }),
    )
  })

  test('[ED-16] paragraphs of a numbered document can be linked to by their number', () => {
    const document = withBlockIds(
      aDocument('Opening.', aBlock('heading', 'Requirements', { level: 1 }), 'Decided.'),
      countingIds(),
    )
    const numbers = labelsById(numberBlocks(document, 'paragraphs'))
    const html = inEnglish(<DocumentView document={document} numbers={numbers} kinds={{ block0003: 'decision' }} />)
    expect(html).toContain('<div class="doc doc-numbered">')
    expect(html).toContain(
      '<div class="para" id="p1"><a class="n" href="#p1" aria-label="Paragraph 1."><bdi dir="ltr">1.</bdi></a>',
    )
    expect(html).toContain('<div class="para is-decision" id="p2">')
    expect(inEnglish(<DocumentView document={document} numbers={{ block0001: '1', block0003: '1 bis' }} />)).toContain(
      'id="p1-bis"',
    )
  })

  test('[ED-16] an empty document can say so', () => {
    expect(isBlank(aDocument('', '  '))).toBe(true)
    expect(isBlank(aDocument('x'))).toBe(false)
    expect(inEnglish(<DocumentView document={aDocument('')} whenEmpty={<p>No notes yet.</p>} />)).toContain(
      'No notes yet.',
    )
    expect(inEnglish(<DocumentView document={aDocument('')} />)).toContain('<p dir="auto"><br/></p>')
  })
})

test('[ED-16] a text that is written live is there to read before any script runs', () => {
  const html = inEnglish(
    <EditorSlot
      documentId="document"
      document={aDocument('Line to take.')}
      label="Notes"
      lang="en"
      decision={allowed}
    />,
  )
  expect(html).toContain('<p dir="auto">Line to take.</p>')
  expect(html).toContain('<span>English</span>')
  expect(html).not.toContain('<button')
})

describe('reading a comparison', () => {
  const before = aDocument('The Force shall leave.', ...Array.from({ length: 5 }, (_, index) => `Unchanged ${index}.`))
  const after = aDocument('The Force may leave.', ...Array.from({ length: 5 }, (_, index) => `Unchanged ${index}.`))

  test('[ED-17] a change is drawn, marked for grey print and said in words', () => {
    const html = inEnglish(<CompareView rows={compareDocuments(before, after)} />)
    expect(html).toContain('<del><span class="mk" aria-hidden="true">⟦–</span><span class="vh"> deleted </span>shall')
    expect(html).toContain('<ins><span class="mk" aria-hidden="true">⟦+</span><span class="vh"> inserted </span>may')
    expect(html).toContain('<span class="vh"> end of the insertion </span></ins>')
    expect(html).toContain('<span class="tag warn">Changed</span>')
  })

  test('[ED-42] what is not compared word by word says so', () => {
    const rows = compareDocuments(before, after)
    const whole = inEnglish(<CompareView rows={rows.map((row, place) => ({ ...row, isWhole: place === 0 }))} />)
    expect(whole).toContain('only a part of it is compared word by word')
    expect(whole.match(/<span class="sm muted">Shown whole<\/span>/g)).toHaveLength(1)
    expect(inEnglish(<CompareView rows={rows} />)).not.toContain('word by word')
  })

  test('[ED-17] long unchanged stretches are folded and can be opened without JavaScript', () => {
    const html = inEnglish(<CompareView rows={compareDocuments(before, after)} />)
    expect(html).toContain('<details class="compared-fold"><summary>5 unchanged paragraphs</summary>')
    expect(html).toContain('Unchanged 4.')
  })

  test('[ED-17] two equal texts are said to be equal', () => {
    expect(inEnglish(<CompareView rows={compareDocuments(after, after)} />)).toContain(
      'The two versions have the same words.',
    )
  })
})

test('[ED-18] authors are shown by initials and their own line, and named aloud', () => {
  const blocks = [
    {
      id: 'block0001',
      form: 'paragraph' as const,
      depth: 0,
      lang: null,
      runs: [
        { text: 'Line to take. ', authorId: null },
        { text: 'Welcome the area.', authorId: 'r' },
        { text: ' Not the task.', authorId: 'k' },
      ],
    },
  ]
  const authors = { r: { name: 'Bao Rahmati', initials: 'BR' }, k: { name: 'Ravi Kusnadi', initials: 'RK' } }
  const html = inEnglish(<AuthorshipView blocks={blocks} authors={authors} />)
  expect(html).toContain(
    '<p class="flat flat-paragraph" dir="auto">Line to take. <span class="by by-p1 by-l1"><b aria-hidden="true">BR</b><span class="vh"> Written by Bao Rahmati: </span>Welcome the area.</span>',
  )
  expect(html).toContain('<span class="by by-p2 by-l2"><b>RK</b> <bdi>Ravi Kusnadi</bdi></span>')
})
