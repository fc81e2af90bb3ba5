import type { Clock } from '#app/live/clock.ts'

/** A clock that only moves when told; what is due runs in the order of its time. */
export class FakeClock implements Clock {
  private due: { at: number; run: () => void }[] = []

  constructor(private time = Date.parse('2026-10-21T12:00:00Z')) {}

  now(): number {
    return this.time
  }

  later(delayMs: number, run: () => void): () => void {
    const entry = { at: this.time + delayMs, run }
    this.due.push(entry)
    return () => {
      this.due = this.due.filter((each) => each !== entry)
    }
  }

  get waiting(): number {
    return this.due.length
  }

  advance(ms: number): void {
    const until = this.time + ms
    for (;;) {
      const next = this.due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.due = this.due.filter((each) => each !== next)
      this.time = Math.max(this.time, next.at)
      next.run()
    }
    this.time = until
  }
}
