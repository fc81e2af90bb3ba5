import type { OfferView } from '#app/features/force/contract.ts'
import type { OfferCircle } from '#app/features/force/policy.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import type { Acting } from '#app/kernel/actor.ts'

/** An offer's page as its parts know it: the offer and the force around it, live, and who looks. */
export interface OfferHere {
  readonly offer: OfferView
  readonly force: ForceInSight
  readonly acting: Acting
  readonly circle: OfferCircle
}
