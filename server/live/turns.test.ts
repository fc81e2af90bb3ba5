import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gate } from '#tests/support/engine.ts'
import { Pace, Turns } from './turns.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('[LE-7] so many documents load at once, the others in turn, and a failure frees its place', async () => {
  const turns = new Turns(2)
  const gates = Array.from({ length: 4 }, gate)
  const begun: number[] = []
  const work = gates.map(({ promise }, place) =>
    turns
      .run(async () => {
        begun.push(place)
        await promise
        if (place === 0) throw new Error('broken')
      })
      .catch(() => {}),
  )
  expect(begun).toEqual([0, 1])
  gates[0]?.open()
  await work[0]
  expect(begun).toEqual([0, 1, 2])
  for (const { open } of gates) open()
  await Promise.all(work)
  expect(begun).toEqual([0, 1, 2, 3])
})

test('[LE-7] big documents are handed out at a pace, small ones at once', async () => {
  const pace = new Pace()
  let came = 0
  for (let person = 0; person < 10; person++) void pace.turn(2_000_000).then(() => ++came)
  await vi.advanceTimersByTimeAsync(0)
  expect(came).toBe(3)
  let isSmallThere = false
  void pace.turn(1_000).then(() => {
    isSmallThere = true
  })
  await vi.advanceTimersByTimeAsync(0)
  expect(isSmallThere).toBe(true)
  await vi.advanceTimersByTimeAsync(20)
  expect(came).toBe(6)
  await vi.advanceTimersByTimeAsync(60)
  expect(came).toBe(10)
})
