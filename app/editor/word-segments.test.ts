import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aDocument } from '#tests/builders/documents.ts'
import { compareDocuments } from './compare.ts'
import { wordsOf } from './compare-divide.ts'
import { limits } from './document-shape.ts'
import { countWords, wordCount } from './word-count.ts'
import { longestPiece, wordSegments } from './word-segments.ts'

const words = (count: number, word = 'word') => Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ')
const whole = (text: string) =>
  Array.from(new Intl.Segmenter('en', { granularity: 'word' }).segment(text), ({ segment }) => segment)

/** How long the strings are that segmenters are given from here on. */
function lengthsGiven(): number[] {
  const lengths: number[] = []
  const { segment } = Intl.Segmenter.prototype
  vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (this: Intl.Segmenter, text: string) {
    lengths.push(text.length)
    return segment.call(this, text)
  })
  return lengths
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('long texts', () => {
  const long = {
    'one paragraph': aDocument(words(20_000).slice(0, limits.characters)),
    'many paragraphs': aDocument(...Array.from({ length: limits.paragraphs }, () => words(6))),
    'no spaces': aDocument('部队由指挥官指挥'.repeat(25_000)),
    'one letter': aDocument('a'.repeat(limits.characters)),
    'one letter with endless accents': aDocument(`a${'\u0301'.repeat(limits.characters - 1)}`),
  }

  test.each(Object.entries(long))('[REL-20] are divided in short pieces: %s', (_, document) => {
    const lengths = lengthsGiven()
    expect(wordCount(document, 'en')).toBeGreaterThan(0)
    compareDocuments(document, aDocument(words(20_000, 'other')))
    expect(lengths.length).toBeGreaterThan(100)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(longestPiece)
  })

  test('[ED-14] the pieces count no word twice and lose none', () => {
    expect(countWords(words(20_000), 'en')).toBe(20_000)
    expect(wordsOf(words(1_500), 'en')).toEqual(whole(words(1_500)))
  })

  test('[ED-12] where there are spaces or signs the words are those of the whole text', () => {
    const piece = fc.constantFrom(
      'force',
      ' ',
      '  ',
      '\n',
      '\t',
      ',',
      '3.14',
      'l’armée',
      'المادة',
      '第四段。',
      '👩‍🚀',
      'e\u0301',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 800, maxLength: 1_200 }), (pieces) => {
        const text = pieces.join('')
        const divided = wordsOf(text, 'en')
        expect(divided.join('')).toBe(text)
        const spaced = text.replace(/[^\n\t ]{200}/g, '$& ')
        expect(wordsOf(spaced, 'en')).toEqual(whole(spaced))
      }),
      { numRuns: 20 },
    )
  })

  test('[ED-12] what is plainly a word is one in every language', () => {
    const sign = fc.constantFrom(
      ...['a', 'Ž', 'é', 'e\u0301', 'ß', 'و', 'ّ', 'ـ', 'Ж', '7', '١', '代', '👩‍🚀', '\u200d', '\u00ad', '\u0301'],
      ...[
        ' ',
        ' ',
        ' ',
        '  ',
        '\u00a0',
        '\u2003',
        '\n',
        '\t',
        '.',
        ',',
        ';',
        ':',
        '’',
        "'",
        '-',
        '(',
        ')',
        '_',
        '…',
        '؟',
      ],
    )
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 40 }),
        fc.constantFrom('en', 'fr', 'ar', 'sv', 'zh'),
        (signs, language) => {
          const text = signs.join('')
          const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
          expect(wordsOf(text, language)).toEqual(Array.from(segments, ({ segment }) => segment))
        },
      ),
      { numRuns: 3_000 },
    )
  })

  test('[ED-12] no sign is cut in two', () => {
    for (const sign of ['👩‍🚀', '👍🏽', 'e\u0301', '𝄞']) {
      for (const lead of ['', 'a', 'ab', 'abc', 'abcd']) {
        const text = lead + sign.repeat(2_000)
        const segments = [...wordSegments(text, 'en')].map(({ segment }) => segment)
        expect(segments.join('')).toBe(text)
        expect(
          segments.filter((each) => /^[\udc00-\udfff\p{M}\p{Emoji_Modifier}\u200d]|[\u200d\ud800-\udbff]$/u.test(each)),
        ).toEqual([])
      }
    }
  })
})

test('[ED-12] a paragraph that names a language that is none is divided as any other', () => {
  expect(wordsOf('Two words', 'en-a1')).toEqual(['Two', ' ', 'words'])
})
