import type { BoardFacts } from '#app/features/force/board.ts'
import type { Offer } from '#app/features/force/contract.ts'
import { isCounted, type OfferStatus } from '#app/features/force/pipeline.ts'
import { isStrength } from '#app/features/force/terms.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useLink } from '#app/live/live-context.ts'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { EffectTable } from './effect-table.tsx'
import { releaseEffect } from './release-effect.ts'

interface EffectSectionProps {
  readonly offer: Offer
  readonly force: ForceInSight
  /** The status with which it would be released. */
  readonly status: OfferStatus
}

/**
 * What the release would change in what its reader may see (FS-17). Where that cannot be computed from facts of this
 * moment, no figure stands there, rather than one of before.
 */
export function EffectSection({ offer, force, status }: EffectSectionProps) {
  const { t, rich } = useWords()
  const isOffline = useLink().kind === 'offline'
  if (!isStrength(offer.kind)) return null
  const effects = isOffline ? null : releaseEffect(releasedFacts(force), offer, status)
  return (
    <section className="sec stack-8" aria-labelledby="effect">
      <h3 id="effect">{t('forceOffers.effect.title')}</h3>
      {effects ? (
        <>
          <EffectTable effects={effects} phases={force.board.phases} />
          <p className="sm muted measure">
            {isCounted(status) ? `${t('forceOffers.effect.ifAccepted')} ` : null}
            {rich('forceOffers.effect.inSight', { time: <Timestamp at={force.asOf} show="full" /> })}
          </p>
        </>
      ) : (
        <p>{t('forceOffers.effect.unknown')}</p>
      )}
    </section>
  )
}

function releasedFacts({ board, offers }: ForceInSight): BoardFacts {
  const { statement, phases, elements } = board
  const figures = statement?.figures ?? 'CUMULATIVE_AT_MILESTONE'
  return { figures, phases, elements, offers: offers.filter(({ isReleased }) => isReleased) }
}
