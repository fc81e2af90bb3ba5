import type { caveatList, Offer } from '#app/features/force/contract.ts'
import { isOver } from '#app/features/force/pipeline.ts'
import type { OutputOf } from '#app/kernel/contract.ts'

type Limit = OutputOf<typeof caveatList>['caveats'][number]

export interface LimitsInSight {
  /** What the delegations released: this alone goes into a matrix, or on paper. */
  readonly shared: readonly Limit[]
  /** What the reader's delegation keeps to itself. */
  readonly own: readonly Limit[]
}

/** Limits of offers that are not over, what others may read apart from what the own delegation keeps (FS-25). */
export function limitsInSight(
  caveats: readonly Limit[],
  offerOf: (offerId: string) => Offer | undefined,
): LimitsInSight {
  const going = caveats.filter(({ offerId }) => {
    const offer = offerOf(offerId)
    return offer !== undefined && !isOver(offer.status)
  })
  return { shared: going.filter(({ isShared }) => isShared), own: going.filter(({ isShared }) => !isShared) }
}
