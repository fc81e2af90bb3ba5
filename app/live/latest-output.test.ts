import { expect, test } from 'vitest'
import { latest, seenAgain, seenFirst, seenPush } from './latest-output.ts'

const opened = { item: 4, state: 'open' }
const closed = { item: 4, state: 'closed' }
const first = seenFirst('agenda.item 4', opened)

test('[LV-19] the page’s own answer is shown until something newer is pushed', () => {
  expect(latest(first)).toBe(opened)
  expect(latest(seenPush(first, 'agenda.item 4', closed))).toBe(closed)
})

test('[LV-19] an answer the page brings later wins over what was pushed before', () => {
  const deferred = { item: 4, state: 'deferred' }
  const pushed = seenPush(first, 'agenda.item 4', closed)
  expect(latest(seenAgain(pushed, 'agenda.item 4', deferred))).toBe(deferred)
})

test('[LV-19] a page that brings the same answer as before takes nothing back', () => {
  const pushed = seenPush(first, 'agenda.item 4', closed)
  expect(seenAgain(pushed, 'agenda.item 4', { ...opened })).toBe(pushed)
})

test('[LV-19] another question starts anew, and late answers to the old one are dropped', () => {
  const other = seenAgain(seenPush(first, 'agenda.item 4', closed), 'agenda.item 5', { item: 5, state: 'open' })
  expect(latest(other)).toEqual({ item: 5, state: 'open' })
  expect(seenPush(other, 'agenda.item 4', closed)).toBe(other)
})

test('what says nothing new changes nothing: the screen is not drawn again', () => {
  expect(seenPush(first, 'agenda.item 4', { ...opened })).toBe(first)
})
