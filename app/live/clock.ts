export interface Clock {
  now(): number
  /** Runs once after so many milliseconds; the answer takes it back. */
  later(delayMs: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  later: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
