/** How many pairs of words one comparison may look at: a fraction of a second, whatever two texts there are. */
const mostSteps = 1_500_000

/** What a comparison may still cost. Counted and not timed, so that two texts always compare alike. */
export interface Effort {
  isSpent(): boolean
  /** Counts so many steps; false once there are none left. */
  spend(steps: number): boolean
  /** Work that calls `step` for each step it takes; undefined, and nothing is left, where it takes too many. */
  within<T>(work: (step: () => true) => T): T | undefined
}

class Spent extends Error {
  override readonly name = 'Spent'
}

export function createEffort(steps = mostSteps): Effort {
  let left = steps
  const effort: Effort = {
    isSpent: () => left <= 0,
    spend(taken) {
      left -= taken
      return left > 0
    },
    within(work) {
      try {
        return work(() => {
          if (!effort.spend(1)) throw new Spent()
          return true
        })
      } catch (error) {
        // The library knows no other way to be stopped after so many steps.
        if (error instanceof Spent) return undefined
        throw error
      }
    },
  }
  return effort
}
