import { type Offer, type OfferView, offerView } from '#app/features/force/contract.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { isDomainError } from '#app/kernel/errors.ts'

/** What the force generator must know of offers beyond the board; one that was withdrawn from sight meanwhile is left out. */
export async function offerViews(caller: Caller, offers: readonly Offer[]): Promise<OfferView[]> {
  const views: OfferView[] = []
  for (const { offerId } of offers) {
    const view = await inSight(caller, offerId)
    if (view) views.push(view)
  }
  return views
}

async function inSight(caller: Caller, offerId: string): Promise<OfferView | null> {
  try {
    return await caller.ask(offerView, { offerId })
  } catch (error) {
    if (isDomainError(error) && error.kind === 'missing') return null
    throw error
  }
}
