import { expect, test } from 'vitest'
import type { DocumentJson } from '#app/editor/document-shape.ts'
import { refusal } from '#tests/support/refusal.ts'
import { revisionSymbol, seriesOf, shortSymbol, symbolIn } from './symbols.ts'
import { assertNotEmpty, assertQuotesStay, assertSameText, bracketsIn, tablesIn } from './tabling.ts'

const text = (...paragraphs: string[]): DocumentJson => ({
  type: 'doc',
  content: paragraphs.map((each) => ({
    type: 'paragraph',
    ...(each ? { content: [{ type: 'text', text: each }] } : {}),
  })),
})

test('[DR-9] a symbol is the body’s series and a number, a correction adds Rev.', () => {
  const series = seriesOf('TSF/PC.1/WG.1', 'CRP')
  expect(symbolIn(series, 3)).toBe('TSF/PC.1/WG.1/CRP.3')
  expect(revisionSymbol('TSF/PC.1/WG.1/CRP.3', 0)).toBe('TSF/PC.1/WG.1/CRP.3')
  expect(revisionSymbol('TSF/PC.1/WG.1/CRP.3', 2)).toBe('TSF/PC.1/WG.1/CRP.3/Rev.2')
  expect(shortSymbol('TSF/PC.1/WG.1/CRP.3', 'TSF/PC.1')).toBe('WG.1/CRP.3')
  expect(shortSymbol('OTHER/CRP.3', 'TSF/PC.1')).toBe('OTHER/CRP.3')
})

test('[DR-14] a text without words is not tabled', () => {
  expect(() => assertNotEmpty(text('', '   '))).toThrow(refusal('drafts/empty'))
  expect(() => assertNotEmpty(text('', 'Line to take'))).not.toThrow()
})

test('[DR-7] a revision other than the one shown is not tabled', () => {
  expect(() => assertSameText('a'.repeat(64), { textHash: 'b'.repeat(64) })).toThrow(
    refusal('drafts/not-what-was-shown'),
  )
  expect(() => assertSameText('a'.repeat(64), { textHash: 'a'.repeat(64) })).not.toThrow()
})

test('the review counts brackets and tables that would leave', () => {
  expect(bracketsIn(text('The commander [shall] [may] delegate'))).toBe(2)
  const withTable: DocumentJson = { type: 'doc', content: [{ type: 'table', content: [] }] }
  expect(tablesIn(withTable)).toBe(1)
})

test('[DR-19] a text that quotes the force goes to states, and to observers only as plain words', () => {
  const marks = [{ type: 'quoted', attrs: { fact: 'force.total.gap.abc', asOf: '2026-10-21T08:20:00.000Z' } }]
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: '1,616', marks }] }]
  const quoting: DocumentJson = { type: 'doc', content }
  expect(() => assertQuotesStay(quoting, 'ALL')).toThrow(refusal('drafts/quotes-figures'))
  expect(() => assertQuotesStay(quoting, 'STATES')).not.toThrow()
  expect(() => assertQuotesStay(text('1,616'), 'ALL')).not.toThrow()
})
