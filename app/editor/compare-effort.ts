/** How many pairs of words one comparison may look at: a fraction of a second, whatever two texts there are. */
const mostSteps = 1_500_000

/** What a comparison may still cost. Counted and not timed, so that two texts always compare alike. */
export interface Effort {
  isSpent(): boolean
  /** How many steps there still are. */
  left(): number
  /** Counts so many steps; false once there are none left. */
  spend(steps: number): boolean
}

export function createEffort(steps = mostSteps): Effort {
  let left = steps
  return {
    isSpent: () => left <= 0,
    left: () => Math.max(0, left),
    spend(taken) {
      left -= taken
      return left > 0
    },
  }
}
