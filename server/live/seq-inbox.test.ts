import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SeqInbox } from './seq-inbox.ts'

test('[LE-6] rows come out in order, once, whatever order they came in', () => {
  const rows = Array.from({ length: 12 }, (_, place) => ({ seq: place + 5 }))
  const order = fc.shuffledSubarray([...rows, ...rows.slice(3, 7)], { minLength: 16, maxLength: 16 })
  fc.assert(
    fc.property(order, (coming) => {
      const inbox = new SeqInbox(4)
      const taken: number[] = []
      for (const row of coming) {
        inbox.put(row)
        taken.push(...inbox.takeReady().map(({ seq }) => seq))
      }
      expect(taken).toEqual(rows.map(({ seq }) => seq))
      expect(inbox).toMatchObject({ seq: 16, hasHole: false, isEmpty: true })
    }),
  )
})

test('[LE-6] a hole is seen', () => {
  const inbox = new SeqInbox(1)
  inbox.put({ seq: 3 })
  expect(inbox.takeReady()).toEqual([])
  expect(inbox.hasHole).toBe(true)
})
