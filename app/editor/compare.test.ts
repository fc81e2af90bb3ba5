import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aBlock, aDocument, aList, anyDocument, aParagraph, aText, countingIds } from '#tests/builders/documents.ts'
import { withBlockIds } from './block-ids.ts'
import { type ComparedBlock, compareDocuments, isSame } from './compare.ts'
import { createEffort, type Effort } from './compare-effort.ts'
import { compareWords, type Run } from './compare-words.ts'
import type { DocumentJson } from './document-shape.ts'
import { textBlocks, textOf } from './text-blocks.ts'

const written = (runs: readonly Run[]) =>
  runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `⟦+${text}+⟧` : `⟦–${text}–⟧`)).join('')
const without = (runs: readonly Run[], kind: Run['kind']) =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join('')
const linesOf = (document: DocumentJson) => textBlocks(document).map(({ content }) => textOf(content))
const rowsOf = (rows: readonly ComparedBlock[]) => rows.map(({ kind, runs }) => `${kind}: ${written(runs)}`)

function sideOf(rows: readonly ComparedBlock[], side: 'before' | 'after') {
  const sorted = rows.filter((row) => row[side] !== null).sort((one, other) => Number(one[side]) - Number(other[side]))
  return sorted.map(({ runs }) => without(runs, side === 'before' ? 'added' : 'removed'))
}

describe('words', () => {
  test('[ED-12] a replaced phrase is one change, not one for each word', () => {
    const runs = compareWords(
      'units under operational control of the Commander',
      'units under full tactical authority of the Commander',
    )
    expect(written(runs)).toBe('units under ⟦–operational control–⟧⟦+full tactical authority+⟧ of the Commander')
  })

  test('[ED-12] punctuation and a single word are told apart', () => {
    expect(written(compareWords('The Force shall leave.', 'The Force may leave;'))).toBe(
      'The Force ⟦–shall–⟧⟦+may+⟧ leave⟦–.–⟧⟦+;+⟧',
    )
  })

  test('[ED-12] languages without spaces are compared word by word', () => {
    const runs = compareWords('代表团支持第四段', '代表团反对第四段', 'zh')
    expect(written(runs)).toBe('代表团⟦–支持–⟧⟦+反对+⟧第四段')
  })

  test('[EC-52] [ED-12] Arabic with Latin codes and brackets is compared in logical order', () => {
    const runs = compareWords('تقترح IKD [المراقبة] التكتيكية', 'تقترح ZMR [المراقبة] التكتيكية', 'ar')
    expect(written(runs)).toBe('تقترح ⟦–IKD–⟧⟦+ZMR+⟧ [المراقبة] التكتيكية')
  })

  test('[ED-12] the runs are exactly each text', () => {
    const text = fc
      .array(fc.constantFrom('force', 'the', ' ', '  ', ',', 'المادة', '第四段', '\n', '[sic]', '👩‍🚀'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
        const runs = compareWords(before, after)
        expect(without(runs, 'added')).toBe(before)
        expect(without(runs, 'removed')).toBe(after)
      }),
    )
  })

  test('[ED-12] two long texts with nothing in common are shown one for the other', () => {
    const before = Array.from({ length: 3_000 }, (_, index) => `a${index}`).join(' ')
    const after = Array.from({ length: 3_000 }, (_, index) => `b${index}`).join(', ')
    expect(compareWords(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

describe('what a comparison may cost', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  /** How many letters are given to how many segmenters from here on. */
  function given() {
    const counted = { letters: 0, segmenters: new Set<Intl.Segmenter>() }
    const { segment } = Intl.Segmenter.prototype
    vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (this: Intl.Segmenter, text: string) {
      counted.letters += text.length
      counted.segmenters.add(this)
      return segment.call(this, text)
    })
    return counted
  }

  const shuffled = (count: number, step: number) =>
    Array.from({ length: count }, (_, index) => `w${(index * step) % count}`).join(' ')

  test('[REL-20] after so many steps one text is shown for the other, and no further step is taken', () => {
    const effort = createEffort(5_000)
    let steps = 0
    const counted: Effort = {
      ...effort,
      spend(taken) {
        const goesOn = effort.spend(taken)
        if (goesOn) steps += taken
        return goesOn
      },
    }
    const compare = () => compareWords(shuffled(401, 1), shuffled(401, 7), 'en', counted)
    expect(compare().map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect(compare().map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect(steps).toBeLessThanOrEqual(5_000)
    expect(compareWords(shuffled(401, 1), shuffled(401, 7), 'en').length).toBeGreaterThan(2)
  })

  test('[REL-20] [ED-13] many rewritten paragraphs share one measure, and each text is still shown whole', () => {
    const before = withBlockIds(aDocument(...Array.from({ length: 60 }, () => shuffled(401, 1))), countingIds())
    const after = withBlockIds(aDocument(...Array.from({ length: 60 }, () => shuffled(401, 7))), countingIds())
    const rows = compareDocuments(before, after)
    expect(rows[0]?.runs.length).toBeGreaterThan(2)
    expect(rows.at(-1)?.runs.map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect([rows[0]?.isWhole, rows.at(-1)?.isWhole]).toEqual([false, true])
    expect(sideOf(rows, 'before')).toEqual(linesOf(before))
    expect(sideOf(rows, 'after')).toEqual(linesOf(after))
  })

  test('[ED-42] [REL-20] of 2,500 rewritten paragraphs each is compared word by word', () => {
    const line = (index: number, word: string) => `Paragraph ${index} about the ${word} of the whole Force.`
    const written = (word: string) => Array.from({ length: 2_500 }, (_, index) => line(index, word))
    const rows = compareDocuments(
      withBlockIds(aDocument(...written('command')), countingIds()),
      withBlockIds(aDocument(...written('structure')), countingIds()),
      'en',
    )
    expect(rows.every(({ isWhole, runs }) => !isWhole && runs.length === 4)).toBe(true)
  })

  test('[ED-42] [REL-20] a segmenter is made once for a language and given a bounded number of letters', () => {
    const counted = given()
    const paragraphs = (ending: string) =>
      Array.from({ length: 2_500 }, () => `${'代表团支持第四段'.repeat(8)}${ending}`)
    const before = withBlockIds(aDocument(...paragraphs('甲')), countingIds())
    const after = withBlockIds(aDocument(...paragraphs('乙乙').map((text, index) => `${index}${text}`)), countingIds())
    const rows = compareDocuments(before, after, 'zh')
    expect(counted.segmenters.size).toBe(1)
    expect(counted.letters).toBeGreaterThan(40_000)
    expect(counted.letters).toBeLessThanOrEqual(50_000)
    expect(rows[0]).toMatchObject({ kind: 'changed', isWhole: false })
    expect(rows.at(-1)).toMatchObject({ kind: 'changed', isWhole: true })
    expect(sideOf(rows, 'before')).toEqual(linesOf(before))
    expect(sideOf(rows, 'after')).toEqual(linesOf(after))
  })

  test('[ED-42] a text that became another one is not called too long to compare', () => {
    const rows = compareDocuments(
      withBlockIds(aDocument('Nothing', ''), countingIds()),
      withBlockIds(aDocument('Everything', 'A line'), countingIds()),
    )
    expect(rows.map(({ isWhole }) => isWhole)).toEqual([false, false])
  })

  test('[REL-20] texts without a word in common are not searched for one', () => {
    const effort = createEffort(1)
    compareWords(shuffled(2_000, 1), shuffled(2_000, 1).replaceAll('w', 'x'), 'en', effort)
    expect(effort.isSpent()).toBe(false)
  })

  test('[REL-20] [ED-13] a text put in reverse order is recognised, every block of it', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `Paragraph ${index}`)
    const rows = compareDocuments(aDocument(...lines), aDocument(...lines.toReversed()))
    expect(rows.filter(({ kind }) => kind === 'moved')).toHaveLength(4_999)
    expect(rows.filter(({ kind }) => kind === 'kept')).toHaveLength(1)
  })
})

describe('documents', () => {
  const base = withBlockIds(
    aDocument('First paragraph stays.', 'Second is about command.', 'Third is about pay.'),
    countingIds(),
  )
  const [first, second, third] = base.content
  const blocks = (...content: (typeof first)[]): DocumentJson => ({
    type: 'doc',
    content: content.flatMap((each) => each ?? []),
  })

  test('[ED-13] a document is the same as itself', () => {
    fc.assert(fc.property(anyDocument(), (document) => isSame(compareDocuments(document, document))))
  })

  test('[ED-13] blocks are recognised by their permanent id, whatever became of their words', () => {
    const rewritten = aParagraph('Nothing of it is left here', 'block0002')
    expect(rowsOf(compareDocuments(base, blocks(first, rewritten, third)))).toEqual([
      'kept: First paragraph stays.',
      'changed: ⟦–Second–⟧⟦+Nothing of it+⟧ is ⟦–about command.–⟧⟦+left here+⟧',
      'kept: Third is about pay.',
    ])
  })

  test('[ED-13] a moved block is moved, not removed and added', () => {
    const rows = compareDocuments(base, blocks(third, first, second))
    expect(rows.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['moved', 2, 0],
      ['kept', 0, 1],
      ['kept', 1, 2],
    ])
  })

  test('[ED-13] without common ids, equal words and then like words are recognised', () => {
    const other = aDocument(
      'First paragraph stays.',
      'New between them, about something else.',
      'Second is about command and control.',
      'Third is about pay.',
    )
    expect(rowsOf(compareDocuments(base, other))).toEqual([
      'kept: First paragraph stays.',
      'added: ⟦+New between them, about something else.+⟧',
      'changed: Second is about command⟦+ and control+⟧.',
      'kept: Third is about pay.',
    ])
  })

  test('[ED-13] what was removed stands where it stood', () => {
    expect(rowsOf(compareDocuments(base, blocks(first, third)))).toEqual([
      'kept: First paragraph stays.',
      'removed: ⟦–Second is about command.–⟧',
      'kept: Third is about pay.',
    ])
  })

  test('[ED-13] a change of form or of marks is a change, and says so', () => {
    const heading = { ...second, type: 'heading', attrs: { id: 'block0002', level: 2 } }
    const bold = aBlock('paragraph', [aText('Third is about '), aText('pay', { type: 'bold' }), aText('.')], {
      id: 'block0003',
    })
    const [, asHeading, inBold] = compareDocuments(base, blocks(first, heading, bold))
    expect(asHeading).toMatchObject({ kind: 'changed', form: 'heading-2', formerForm: 'paragraph', isRestyled: false })
    expect(inBold).toMatchObject({ kind: 'changed', formerForm: null, isRestyled: true })
  })

  test('[ED-13] list items and cells are compared one by one', () => {
    const before = aDocument(aList('bulletList', 'Confirm the limits', 'Ask the capital'))
    const after = aDocument(aList('bulletList', 'Confirm the three limits', 'Ask the capital'))
    expect(rowsOf(compareDocuments(before, after))).toEqual([
      'changed: Confirm the ⟦+three +⟧limits',
      'kept: Ask the capital',
    ])
  })

  test('[ED-13] a comparison gives back each document exactly', () => {
    fc.assert(
      fc.property(anyDocument(), anyDocument(), fc.boolean(), (one, other, identified) => {
        const before = identified ? withBlockIds(one, countingIds()) : one
        const after = identified ? withBlockIds(other, countingIds()) : other
        const rows = compareDocuments(before, after)
        expect(sideOf(rows, 'before')).toEqual(linesOf(before))
        expect(sideOf(rows, 'after')).toEqual(linesOf(after))
      }),
    )
  })

  test('[ED-13] in a text of 200 paragraphs each change is found', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index % 17}`).join(' ')
    const before = aDocument(...Array.from({ length: 200 }, (_, index) => `${index} ${words}`))
    const after = aDocument(
      ...Array.from({ length: 200 }, (_, index) => `${index} ${words}${index % 3 ? '' : ' more'}`),
    )
    const changed = compareDocuments(before, after).filter(({ kind }) => kind === 'changed')
    expect(changed).toHaveLength(67)
  })
})
