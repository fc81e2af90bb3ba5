import { describe, expect, test } from 'vitest'
import { createBuckets } from './rate-limit.ts'

const many = (take: (key: string) => number, key: string, times: number) =>
  Array.from({ length: times }, () => take(key)).filter((waitMs) => waitMs === 0).length

describe('[SEC-024] buckets', () => {
  test('[SEC-024] let a burst through, then so many a second', () => {
    const clock = { now: 0 }
    const take = createBuckets({ perSecond: 10, burst: 60 }, () => clock.now)
    expect(many(take, 'a', 100)).toBe(60)
    expect(take('a')).toBe(100)
    clock.now = 500
    expect(many(take, 'a', 100)).toBe(5)
    clock.now = 3_600_000
    expect(many(take, 'a', 100)).toBe(60)
  })

  test('[SEC-024] of different people do not touch each other', () => {
    const take = createBuckets({ perSecond: 1, burst: 2 }, () => 0)
    many(take, 'a', 50)
    expect(many(take, 'b', 50)).toBe(2)
  })

  test('[SEC-024] are forgotten, the longest unused first, when there are too many', () => {
    const take = createBuckets({ perSecond: 1, burst: 1 }, () => 0, 3)
    for (const key of ['a', 'b', 'c', 'a', 'd']) take(key)
    expect(take('a')).toBeGreaterThan(0)
    expect(take('b')).toBe(0)
  })
})
