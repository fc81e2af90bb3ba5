import { describe, expect, test } from 'vitest'
import { aBlock, aDocument, aList, aParagraph, countingIds } from '#tests/builders/documents.ts'
import { withBlockIds } from './block-ids.ts'
import type { DocumentJson } from './document-shape.ts'
import { alphabetic, labelsById, numberBlocks, permanentNumbers, roman } from './numbering.ts'

const identified = (document: DocumentJson) => withBlockIds(document, countingIds())
const record = identified(
  aDocument(
    aParagraph('The meeting was called to order at 2.05 p.m.', 'opening1'),
    aBlock('heading', 'Statement of requirements (item 6(a))', { level: 1 }),
    aParagraph('The Chair recalled three points:', 'recalled'),
    aList('orderedList', 'the referral;', [aParagraph('the order:'), aList('orderedList', 'item 6(a);', 'item 6(b).')]),
    aParagraph('', 'empty001'),
    aParagraph('It was so decided.', 'decided1'),
  ),
)

describe('numbers as labels', () => {
  test('[ED-9] paragraphs count in order, headings and empty ones do not, lists beneath are (a) and (i)', () => {
    expect(numberBlocks(record, 'paragraphs').map(({ label, cited }) => `${label} ${cited}`)).toEqual([
      '1. 1',
      '2. 2',
      '(a) 2(a)',
      '(b) 2(b)',
      '(i) 2(b)(i)',
      '(ii) 2(b)(ii)',
      '3. 3',
    ])
  })

  test('[ED-9] in other texts only numbered lists count, from where they start', () => {
    const list = aList('orderedList', 'One', [aParagraph('Two'), aList('orderedList', 'Sub', 'Sub')])
    const document = identified(aDocument('Words', { ...list, attrs: { start: 4 } }))
    expect(numberBlocks(document, 'lists').map(({ label, cited }) => `${label} ${cited}`)).toEqual([
      '4. 4',
      '5. 5',
      '(a) 5(a)',
      '(b) 5(b)',
    ])
  })

  test('[ED-9] a label follows the order, the id stays', () => {
    const [first, ...rest] = record.content
    const moved = { ...record, content: [...rest, ...(first ? [first] : [])] }
    expect(labelsById(numberBlocks(record, 'paragraphs')).opening1).toBe('1.')
    expect(labelsById(numberBlocks(moved, 'paragraphs')).opening1).toBe('3.')
  })

  test('[ED-9] a block that has no id yet counts as well', () => {
    const document = aDocument('Just typed.', aParagraph('Known.', 'known001'))
    expect(labelsById(numberBlocks(document, 'paragraphs'))).toEqual({ known001: '2.' })
  })

  test('[ED-9] letters and roman numerals go on as they should', () => {
    expect([1, 26, 27, 52, 53].map(alphabetic)).toEqual(['a', 'z', 'aa', 'az', 'ba'])
    expect([1, 4, 9, 14, 40, 99, 1994].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xcix', 'mcmxciv'])
  })
})

describe('numbers of a published record', () => {
  test('[ED-10] each paragraph gets its permanent number at publication', () => {
    expect(permanentNumbers(record)).toEqual({ opening1: '1', recalled: '2', decided1: '3' })
  })

  test('[ED-10] a number given once never changes; an added paragraph is bis, at the end the next one', () => {
    const published = permanentNumbers(record)
    const [opening, ...rest] = record.content
    const corrected = {
      ...record,
      content: [
        ...(opening ? [opening] : []),
        aParagraph('Added.', 'added001'),
        aParagraph('Added too.', 'added002'),
        ...rest.filter(({ attrs }) => attrs?.id !== 'recalled'),
        aParagraph('The meeting rose.', 'closing1'),
      ],
    }
    expect(permanentNumbers(corrected, published)).toEqual({
      opening1: '1',
      added001: '1 bis',
      added002: '1 ter',
      decided1: '3',
      closing1: '4',
    })
  })
})
