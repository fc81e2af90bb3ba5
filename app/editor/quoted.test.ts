import { expect, test } from 'vitest'
import { flatten } from './flatten.ts'
import { quotedOf, saysTheSame } from './quoted.ts'

const asOf = '2026-10-21T08:20:00.000Z'

test('[ED-43] a figure is the same however it is written, and a name as it is', () => {
  const figure = { words: '3,384', figure: 3384 }
  expect(['3,384', '3 384', '3384', '٣٬٣٨٤', ' 3.384 '].map((words) => saysTheSame(words, figure))).toEqual(
    Array(5).fill(true),
  )
  expect(saysTheSame('3,104', figure)).toBe(false)
  expect(saysTheSame('Engineer group', { words: 'Engineer group', figure: null })).toBe(true)
  expect(saysTheSame('Engineer Group', { words: 'Engineer group', figure: null })).toBe(false)
})

test('[ED-43] [SEC-067] what is no quotation is none', () => {
  expect(quotedOf({ fact: 'force.total.filled.abc', asOf })).toEqual({ fact: 'force.total.filled.abc', asOf })
  for (const attributes of [
    null,
    {},
    { fact: 'force', asOf },
    { fact: 'force.<b>', asOf },
    { fact: 'force.total', asOf: 'yesterday' },
    { fact: ['force.total'], asOf },
  ])
    expect(quotedOf(attributes)).toBeNull()
})

test('[ED-43] [SEC-017] a snapshot keeps what its words quote and when they did, and nothing else', () => {
  const marks = [{ type: 'quoted', attrs: { fact: 'force.total.gap.abc', asOf, author: 'IKD' } }]
  const text = { type: 'text', text: '1,616', marks }
  const snapshot = flatten({ type: 'doc', content: [{ type: 'paragraph', content: [text] }] })
  expect(snapshot.content[0]?.content?.[0]).toEqual({
    type: 'text',
    text: '1,616',
    marks: [{ type: 'quoted', attrs: { asOf, fact: 'force.total.gap.abc' } }],
  })
  const hostile = { ...text, marks: [{ type: 'quoted', attrs: { fact: 'x', asOf } }] }
  const cleaned = flatten({ type: 'doc', content: [{ type: 'paragraph', content: [hostile] }] })
  expect(cleaned.content[0]?.content?.[0]).toEqual({ type: 'text', text: '1,616' })
})
