import type { OfferView } from '#app/features/force/contract.ts'
import type { OfferCircle } from '#app/features/force/policy.ts'

/**
 * The offer as policies ask about it, as far as its reader knows: that it is read is known; by whom else, only to its own
 * delegation and the secretariat.
 */
export const circleOf = (
  { delegationId, isReleased, release }: Pick<OfferView, 'delegationId' | 'isReleased' | 'release'>,
  conferenceId: string,
): OfferCircle => ({
  conferenceId,
  delegationId,
  audience: isReleased ? (release?.audience ?? 'STATES') : 'NONE',
  recipientIds: release?.recipientIds ?? [],
})
