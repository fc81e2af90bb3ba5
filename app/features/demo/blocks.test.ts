import { expect, test } from 'vitest'
import { plainText } from '#app/editor/text-blocks.ts'
import { documentOf, keepingIds } from './blocks.ts'

const empty = documentOf([''])
const counting = () => {
  let last = 0
  return () => `id-${String(++last).padStart(8, '0')}`
}

test('[DM-4] lines become headings, quotations, lists and tasks', () => {
  const { content } = documentOf(['# Line', 'Words.', '> Theirs', '- one', '- two', '- [x] done', '- [ ] to do'])
  expect(content.map(({ type, content: inner }) => [type, inner?.length])).toEqual([
    ['heading', 1],
    ['paragraph', 1],
    ['blockquote', 1],
    ['bulletList', 2],
    ['taskList', 2],
  ])
})

test('[DM-4] what stays the same keeps its identity, also where something new stands before it', () => {
  const newId = counting()
  const before = keepingIds(empty, documentOf(['One.', 'Two, so far.', '- [ ] ask']), newId)
  const after = keepingIds(before, documentOf(['Zero.', 'One.', 'Two, so far.', '- [ ] ask', '- [ ] answer']), newId)
  const ids = (document: typeof before) => document.content.map((block) => block.attrs?.id)
  expect(ids(after).slice(1, 3)).toEqual(ids(before).slice(0, 2))
  expect(plainText(after)).toBe('Zero.\nOne.\nTwo, so far.\nask\nanswer')
})

test('[DM-4] a block that was changed where it stands is the same block', () => {
  const newId = counting()
  const before = keepingIds(empty, documentOf(['One.', 'Two.']), newId)
  const after = keepingIds(before, documentOf(['One.', 'Two and more.']), newId)
  expect(after.content[1]?.attrs?.id).toBe(before.content[1]?.attrs?.id)
})
