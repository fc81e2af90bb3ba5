import { expect, test } from 'vitest'
import type { NodeJson } from '#app/editor/document-shape.ts'
import { missingLines, placesOf } from './line-places.ts'

const line = (blockId: string) => ({ blockId, at: '2026-10-21T08:20:00.000Z', sentence: `${blockId}.` })
const paragraph = (id: string, text = id): NodeJson => ({
  type: 'paragraph',
  attrs: { id },
  ...(text ? { content: [{ type: 'text', text }] } : {}),
})
const lines = ['opened', 'item', 'tabled', 'closed', 'rose'].map(line)

/** The text after the missing lines have been put into it. */
function filled(...content: NodeJson[]): string[] {
  const placed = placesOf(content, lines, missingLines(content, lines))
  return [...content.keys(), content.length].flatMap((place) => [
    ...placed.filter(({ at }) => at === place).map((each) => each.line.blockId),
    ...(content[place] ? [String(content[place]?.attrs?.id)] : []),
  ])
}

test('[MI-12] a line goes before the next one that is told, so that what was said of a step stays under it', () => {
  expect(filled(paragraph('opened'), paragraph('item'), paragraph('Estmark spoke'), paragraph('closed'))).toEqual([
    'opened',
    'item',
    'Estmark spoke',
    'tabled',
    'closed',
    'rose',
  ])
})

test('[MI-12] without a later line it goes after the last words, before empty paragraphs', () => {
  expect(filled(paragraph('opened'), paragraph('said'), paragraph('empty', ''))).toEqual([
    'opened',
    'said',
    'item',
    'tabled',
    'closed',
    'rose',
    'empty',
  ])
  expect(filled(paragraph('empty', ''))).toEqual([...lines.map(({ blockId }) => blockId), 'empty'])
})

test('[MI-12] a line that was moved into a list is told, and is not told again', () => {
  const list: NodeJson = {
    type: 'bulletList',
    attrs: { id: 'list' },
    content: [{ type: 'listItem', attrs: { id: 'first' }, content: [paragraph('tabled')] }],
  }
  expect(filled(paragraph('opened'), list)).toEqual(['opened', 'item', 'list', 'closed', 'rose'])
})

test('[MI-12] when later lines stand out of their order, the first of them in the text counts', () => {
  expect(filled(paragraph('rose'), paragraph('opened'), paragraph('closed'))).toEqual([
    'item',
    'tabled',
    'rose',
    'opened',
    'closed',
  ])
})
