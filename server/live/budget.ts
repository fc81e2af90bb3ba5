/** Allowance that fills at a steady rate up to a burst. Instants are milliseconds of any steady clock. */
export class TokenBucket {
  private tokens: number
  private filledAt: number

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number,
  ) {
    this.tokens = burst
    this.filledAt = now
  }

  /** Null when there was enough; otherwise how long until there is, and nothing is taken. */
  take(cost: number, now: number): number | null {
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond)
    this.filledAt = now
    if (this.tokens >= cost) {
      this.tokens -= cost
      return null
    }
    return Math.ceil(((Math.min(cost, this.burst) - this.tokens) / this.perSecond) * 1000)
  }

  /** For what has arrived already: may go below nothing, and everything waits until it is filled up again. */
  charge(cost: number, now: number): void {
    this.take(0, now)
    this.tokens = Math.max(-this.burst, this.tokens - cost)
  }
}

export type Cost = 'update' | 'cursor' | 'join' | 'ask' | 'mutate' | 'watch' | 'event' | 'bytes'

/** Per second and at once, for one connection (SEC-055). A person may use twice that on all connections together. */
export const rates: Record<Cost, { readonly perSecond: number; readonly burst: number }> = {
  update: { perSecond: 30, burst: 120 },
  cursor: { perSecond: 5, burst: 10 },
  join: { perSecond: 1, burst: 60 },
  ask: { perSecond: 10, burst: 60 },
  mutate: { perSecond: 5, burst: 30 },
  watch: { perSecond: 10, burst: 100 },
  event: { perSecond: 100, burst: 400 },
  bytes: { perSecond: 128 * 1024, burst: 1024 * 1024 },
}

/** What one connection, or one person, may still cost. What others do never enters into it. */
export class Budget {
  private readonly buckets = new Map<Cost, TokenBucket>()

  constructor(
    private readonly share: number,
    private readonly limits = rates,
  ) {}

  take(cost: Cost, now: number, amount = 1): number | null {
    return this.bucket(cost, now).take(amount, now)
  }

  charge(cost: Cost, now: number, amount: number): void {
    this.bucket(cost, now).charge(amount, now)
  }

  private bucket(cost: Cost, now: number): TokenBucket {
    const known = this.buckets.get(cost)
    if (known) return known
    const { perSecond, burst } = this.limits[cost]
    const made = new TokenBucket(perSecond * this.share, burst * this.share, now)
    this.buckets.set(cost, made)
    return made
  }
}
