import { expect, test } from 'vitest'
import { discussedFromTo } from './masthead.ts'

const line = (kind: string, hour: number) => ({ kind, at: new Date(Date.UTC(2026, 9, 21, hour)) })
const times = (...lines: ReturnType<typeof line>[]) => {
  const { openedAt, closedAt } = discussedFromTo(lines)
  return [openedAt?.slice(11, 13), closedAt?.slice(11, 13)]
}

test('[MI-8] an item taken up again in a later meeting has the time at which it was resumed there', () => {
  expect(times(line('item-resumed', 14), line('item-suspended', 17))).toEqual(['14', '17'])
})

test('[MI-8] a break in between does not end it, and while it goes on it has no end', () => {
  const [opened, paused, resumed] = [line('item-opened', 9), line('item-suspended', 10), line('item-resumed', 11)]
  expect(times(opened, paused, resumed)).toEqual(['09', undefined])
  expect(times(opened, paused, resumed, line('item-moved', 12), line('item-closed', 13))).toEqual(['09', '13'])
})
