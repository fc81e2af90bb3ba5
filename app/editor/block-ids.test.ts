import { describe, expect, test } from 'vitest'
import { aDocument, aList, aParagraph, countingIds } from '#tests/builders/documents.ts'
import { newBlockIds, type PlacedBlock, withBlockIds } from './block-ids.ts'

const block = (at: number, id: string | null, size = 5): PlacedBlock => ({ at, id, size, isText: true })
const stays = (at: number) => at

describe('ids in a document', () => {
  test('[ED-1] every block gets an id; those it has stay', () => {
    const document = aDocument(aParagraph('First.', 'permanent'), aList('bulletList', 'One'))
    const [paragraph, list] = withBlockIds(document, countingIds()).content
    expect(paragraph?.attrs?.id).toBe('permanent')
    expect(list?.attrs?.id).toBe('block0001')
    expect(list?.content?.[0]?.attrs?.id).toBe('block0002')
    expect(list?.content?.[0]?.content?.[0]?.attrs?.id).toBe('block0003')
    expect(list?.content?.[0]?.content?.[0]?.content?.[0]?.attrs).toBeUndefined()
  })

  test('[ED-1] an id that is there twice, or is none, is replaced', () => {
    const document = aDocument(aParagraph('a', 'permanent'), aParagraph('b', 'permanent'), aParagraph('c', 'no id!'))
    const ids = withBlockIds(document, countingIds()).content.map(({ attrs }) => attrs?.id)
    expect(ids).toEqual(['permanent', 'block0001', 'block0002'])
  })
})

describe('ids after an edit', () => {
  test('[ED-1] a block without an id gets one, and nothing else changes', () => {
    const changes = newBlockIds([block(0, 'one')], [block(0, 'one'), block(7, null)], stays, countingIds())
    expect(changes).toEqual([{ at: 7, id: 'block0001' }])
  })

  test('[ED-1] a copy pasted before its original does not take the id away from it', () => {
    const before = [block(0, 'one'), block(7, 'two')]
    const after = [block(0, 'two'), block(7, 'one'), block(14, 'two')]
    expect(newBlockIds(before, after, (at) => at + 7, countingIds())).toEqual([{ at: 0, id: 'block0001' }])
  })

  test('[ED-1] a paragraph moved by cut and paste keeps its id', () => {
    expect(newBlockIds([block(0, 'one')], [block(0, 'one'), block(7, 'moved')], stays, countingIds())).toEqual([])
  })

  test('[ED-1] when a paragraph is split before its first letter, the words keep the id', () => {
    const changes = newBlockIds([block(0, 'one', 12)], [block(0, 'one', 0), block(2, null, 12)], stays, countingIds())
    expect(changes).toEqual(
      expect.arrayContaining([
        { at: 2, id: 'one' },
        { at: 0, id: 'block0001' },
      ]),
    )
    expect(changes).toHaveLength(2)
  })

  test('[ED-1] two copies that a merge has brought together are told apart', () => {
    const ids = countingIds()
    expect(newBlockIds([], [block(0, 'one'), block(7, 'one')], stays, ids)).toEqual([{ at: 7, id: 'block0001' }])
  })
})
