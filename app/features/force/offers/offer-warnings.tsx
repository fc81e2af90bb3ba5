import type { Caveat, Offer } from '#app/features/force/contract.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useVenueDay, useWarningWords } from '#app/features/force/warning-words.tsx'
import { warningsOf } from '#app/features/force/warnings.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'

interface OfferWarningsProps {
  readonly offer: Offer & { readonly caveats: readonly Caveat[] }
  readonly force: ForceInSight
}

/** What to look at in this offer, of what its reader sees; it blocks nothing (FS-16). */
export function OfferWarnings({ offer, force }: OfferWarningsProps) {
  const { t } = useWords()
  const sentence = useWarningWords(force)
  const today = useVenueDay()
  const { phases, elements, statement } = force.board
  const warnings = warningsOf({
    figures: statement?.figures ?? 'CUMULATIVE_AT_MILESTONE',
    phases,
    elements,
    offers: [...force.offers.filter(({ offerId }) => offerId !== offer.offerId), offer],
    caveats: offer.caveats,
    today,
  }).filter(({ offerId }) => offerId === offer.offerId)
  if (warnings.length === 0) return null
  return (
    <Notice kind="warn" title={t('forceOffers.warnings.title', { count: warnings.length })}>
      <ul className="stack-4">
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.elementId} ${JSON.stringify(warning.params)}`}>{sentence(warning)}</li>
        ))}
      </ul>
      <p className="sm muted">{t('forceOffers.warnings.blockNothing')}</p>
    </Notice>
  )
}
