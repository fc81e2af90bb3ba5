import { describe, expect, test } from 'vitest'
import { Budget, TokenBucket } from './budget.ts'

describe('[LE-23] allowances', () => {
  test('[SEC-055] a burst is allowed, then the rate, and the wait is told', () => {
    const bucket = new TokenBucket(30, 120, 0)
    for (let each = 0; each < 120; each++) expect(bucket.take(1, 0)).toBeNull()
    expect(bucket.take(1, 0)).toBe(34)
    expect(bucket.take(1, 34)).toBeNull()
    expect(bucket.take(1, 34)).toBe(33)
  })

  test('[SEC-055] whoever types 15 keys a second and pastes 40 KB is never limited', () => {
    const budget = new Budget(1)
    for (let ms = 0; ms < 60_000; ms += 66) {
      const bytes = ms % 6_600 === 0 ? 40_000 : 60
      budget.charge('bytes', ms, bytes)
      for (const cost of ['bytes', 'event', 'update'] as const)
        expect(budget.take(cost, ms, cost === 'bytes' ? 0 : 1)).toBeNull()
    }
  })

  test('[SEC-055] one large paste is let through and delays what follows, not for ever', () => {
    const budget = new Budget(1)
    budget.charge('bytes', 0, 1_400_000)
    const wait = budget.take('bytes', 0, 0)
    expect(wait).toBeGreaterThan(1_000)
    expect(budget.take('bytes', wait ?? 0, 0)).toBeNull()
  })

  test('[SEC-055] one allowance is not another’s', () => {
    const budget = new Budget(1)
    for (let each = 0; each < 20; each++) budget.take('cursor', 0)
    expect(budget.take('cursor', 0)).not.toBeNull()
    expect(budget.take('update', 0)).toBeNull()
    expect(new Budget(1).take('cursor', 0)).toBeNull()
  })
})
