import type { Strength } from '#app/features/force/balance.ts'

/** A capability at one phase. */
export interface CapabilityGap {
  readonly key: string
  /** In the reader's language. */
  readonly name: string
  readonly strength: Strength
  readonly isCritical: boolean
}

/** Where something is missing: what is critical first, then the larger gap; equal ones as `compare` has their names. */
export const gapsInOrder = (
  rows: readonly CapabilityGap[],
  compare: (name: string, other: string) => number,
): CapabilityGap[] =>
  rows
    .filter(({ strength }) => strength.gap > 0)
    .sort(
      (a, b) =>
        Number(b.isCritical) - Number(a.isCritical) || b.strength.gap - a.strength.gap || compare(a.name, b.name),
    )
