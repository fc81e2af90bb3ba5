import { expect, test } from 'vitest'
import { aBlock, aDocument, aList, aParagraph, aTable, aText } from '#tests/builders/documents.ts'
import { plainText, textBlocks } from './text-blocks.ts'
import { countWords, wordCount, wordCounter } from './word-count.ts'

test('[ED-14] plain text is the words alone, a line for each block', () => {
  const document = aDocument(
    aBlock('heading', 'Line to take', { level: 1 }),
    aParagraph([
      aText('We hold to '),
      aText('tactical control', { type: 'bold' }),
      { type: 'hardBreak' },
      aText('in the group.'),
    ]),
    aList('taskList', 'Ask the capital'),
    aTable(['Unit', 'Strength'], ['First battalion', '550']),
  )
  expect(plainText(document)).toBe(
    'Line to take\nWe hold to tactical control\nin the group.\nAsk the capital\nUnit\nStrength\nFirst battalion\n550',
  )
})

test('[ED-14] a block says what it is and how deep it stands', () => {
  const done = {
    type: 'taskList',
    content: [{ type: 'taskItem', attrs: { checked: true }, content: [aParagraph('Done')] }],
  }
  const nested = aList('bulletList', [aParagraph('One'), aParagraph('more of it'), aList('orderedList', 'Deeper')])
  const quote = { type: 'blockquote', content: [aParagraph('Quoted')] }
  const forms = textBlocks(aDocument(nested, done, quote, aTable(['Cell']))).map(
    ({ form, depth }) => `${form} ${depth}`,
  )
  expect(forms).toEqual(['bullet 1', 'paragraph 1', 'numbered 2', 'task-done 1', 'quote 0', 'cell 0'])
})

test('[ED-14] words are counted as each language divides them', () => {
  expect(countWords('We hold to tactical control.')).toBe(5)
  expect(countWords('l’opération de l’armée', 'fr')).toBe(3)
  expect(countWords('تضع كل دولة وحداتها تحت المراقبة التكتيكية', 'ar')).toBe(7)
  expect(countWords('部队由指挥官指挥', 'zh')).toBeGreaterThan(2)
  expect(countWords('— [ ] …')).toBe(0)
  expect(wordCount(aDocument('Two words', 'and three more'))).toBe(5)
})

test('[ED-14] the count while writing is the count of the whole text', () => {
  const count = wordCounter('en')
  expect(count(['Two words', 'and three more', 'Two words'])).toBe(7)
  expect(count(['Two words', 'and four more words'])).toBe(6)
  expect(count([])).toBe(0)
})
