import { expect, test } from 'vitest'
import type { DocumentJson, NodeJson } from '#app/editor/document-shape.ts'
import { editionOf, paragraphsOf } from './paragraphs.ts'
import { sentenceOf } from './sentences.ts'

const block = (type: string, id: string, text: string): NodeJson => ({
  type,
  attrs: { id: id.padEnd(8, '0') },
  content: [{ type: 'text', text }],
})
const list: NodeJson = {
  type: 'bulletList',
  attrs: { id: 'list0000' },
  content: [{ type: 'listItem', attrs: { id: 'item0000' }, content: [block('paragraph', 'inlist', 'one')] }],
}
const document = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content })
const labels = (text: DocumentJson, earlier?: Record<string, string>) =>
  paragraphsOf(text, earlier).map(({ label }) => label)

test('[MI-9] paragraphs are numbered in order, headings are not, lists belong to the paragraph before them', () => {
  const text = document(
    block('heading', 'h', 'Item 6(a)'),
    block('paragraph', 'a', 'First.'),
    list,
    block('paragraph', 'b', 'Second.'),
  )
  const paragraphs = paragraphsOf(text)
  expect(paragraphs.map(({ label }) => label)).toEqual([null, '1', '2'])
  expect(paragraphs[1]?.blocks.map(({ type }) => type)).toEqual(['paragraph', 'bulletList'])
})

test('[MI-9] a number once circulated stays; a paragraph added in between becomes bis', () => {
  const [a, b] = [block('paragraph', 'a', 'First.'), block('paragraph', 'b', 'Second.')]
  const earlier = Object.fromEntries(paragraphsOf(document(a, b)).map(({ blockId, label }) => [blockId, label ?? '']))
  expect(labels(document(a, block('paragraph', 'new', 'Between.'), b), earlier)).toEqual(['1', '1 bis', '2'])
})

test('[MI-6][MI-11] a withheld paragraph leaves its number and no word, a withheld heading leaves nothing', () => {
  const text = document(
    block('heading', 'h', 'Secret heading'),
    block('paragraph', 'a', 'Told.'),
    block('paragraph', 'b', 'Withheld words.'),
  )
  const edition = editionOf(paragraphsOf(text).map((each) => ({ ...each, isReleased: each.label === '1' })))
  expect(edition.map(({ label, blocks }) => [label, blocks === null])).toEqual([
    ['1', false],
    ['2', true],
  ])
  expect(JSON.stringify(edition)).not.toMatch(/Withheld|Secret/)
})

test('[MI-8] each procedural line has its sentence in the record’s language, others have none', () => {
  const line = { kind: 'item-opened', time: '09:05', item: '6(a)' }
  expect(sentenceOf(line, 'en')).toBe('Item 6(a) was taken up at 09:05.')
  expect(sentenceOf(line, 'fr')).toBe('L’examen du point 6(a) commence à 09:05.')
  expect(sentenceOf(line, 'ar')).toContain('6(a)')
  const tabled = { kind: 'text-tabled', time: '09:05', symbol: 'CRP.3', delegation: 'the Saltings' }
  expect(sentenceOf(tabled, 'en')).toBe('The Saltings tabled CRP.3.')
  expect(sentenceOf({ ...tabled, delegation: 'Saltings (les)' }, 'fr')).toBe(
    'Présentation du document CRP.3 par la délégation suivante : Saltings (les).',
  )
  expect(sentenceOf({ ...tabled, kind: 'text-withdrawn', delegation: null }, 'en')).toBe(
    'The secretariat withdrew CRP.3.',
  )
  expect(sentenceOf({ kind: 'announcement', time: '09:05' }, 'en')).toBeNull()
})
