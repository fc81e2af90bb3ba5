export interface StoredAt {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * `saved` speaks for every push up to its counter, so a push that is stored waits with its answer until each one before
 * it was stored or refused: otherwise a crash could take back what its writer believes to be saved.
 */
export class AckLedger {
  private readonly open = new Set<number>()
  private readonly stored = new Map<number, StoredAt>()

  received(counter: number): void {
    this.open.add(counter)
  }

  /** It gets no answer any more, or has got it: it holds up nothing. */
  done(counter: number): void {
    this.open.delete(counter)
  }

  saved(counter: number, stored: StoredAt): void {
    this.open.delete(counter)
    this.stored.set(counter, stored)
  }

  /** The highest counter that may be told now, once; null when there is none. */
  take(): ({ readonly counter: number } & StoredAt) | null {
    const firstOpen = Math.min(...this.open)
    let told: ({ counter: number } & StoredAt) | null = null
    for (const [counter, stored] of this.stored) {
      if (counter > firstOpen) continue
      this.stored.delete(counter)
      if (!told || counter > told.counter) told = { counter, ...stored }
    }
    return told
  }
}
