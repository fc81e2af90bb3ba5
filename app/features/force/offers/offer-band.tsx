import type { OfferView } from '#app/features/force/contract.ts'
import type { OfferAudience } from '#app/features/force/terms.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { VisibilityBand } from '#app/ui/visibility-label.tsx'
import type { OfferHere } from './here.tsx'

interface Audience {
  readonly audience: OfferAudience
  readonly recipientIds: readonly string[]
}

/** To whom an offer is or will be shown, in words, each delegation by its name. */
export function useAudienceWords(force: ForceInSight): (to: Audience) => string {
  const { t, format } = useWords()
  return ({ audience, recipientIds }) =>
    audience === 'NAMED'
      ? t('forceOffers.secretariatAnd', { names: format.list(recipientIds.map((id) => force.delegation(id).name)) })
      : t(`forces.offerAudience.${audience}`)
}

/** Who sees this offer: private, or who it was released to as far as its reader knows. */
export function OfferBand({ here: { offer, force } }: { here: Pick<OfferHere, 'offer' | 'force'> }) {
  const { t } = useWords()
  const toWhom = useAudienceWords(force)
  if (!offer.isReleased)
    return (
      <VisibilityBand
        kind="delegation"
        of={force.delegation(offer.delegationId).name}
        end={t('visibility.nothingHasLeft')}
      />
    )
  const words = offer.release
    ? t('forceOffers.releasedTo', { readers: toWhom(offer.release) })
    : t(isOnBoard(offer, force) ? 'forceOffers.seenByStates' : 'forceOffers.seenByNamed')
  return (
    <div className="vis tab" data-visibility="released">
      <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="6" className="dot" />
      </svg>
      <span>{words}</span>
    </div>
  )
}

/** The board shows a state what every state sees; what names its delegation comes apart. */
const isOnBoard = ({ offerId }: OfferView, { board }: ForceInSight): boolean =>
  board.offers.some((offer) => offer.offerId === offerId)
