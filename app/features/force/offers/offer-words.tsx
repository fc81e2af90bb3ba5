import { Amount } from '#app/features/force/amount.tsx'
import { isConditional } from '#app/features/force/board.ts'
import type { Offer } from '#app/features/force/contract.ts'
import { type BasisKind, isCounted, isOver, type OfferStatus } from '#app/features/force/pipeline.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Choice } from '#app/ui/select.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'

const tagOf = (status: OfferStatus): TagKind => (isCounted(status) ? 'ok' : isOver(status) ? 'plain' : 'info')

export const offerPath = (offerId: string) => `/forces/offers/${offerId}`

/** Offers to choose from, by the name of their state. */
export function useOfferChoices(force: ForceInSight): (offers: readonly Offer[]) => Choice[] {
  const { format } = useWords()
  return (offers) =>
    format.sorted(
      offers.map(({ offerId, delegationId, title }) => ({
        value: offerId,
        label: `${force.delegation(delegationId).name}: ${title}`,
      })),
      ({ label }) => label,
    )
}

/** Where the offer stands; conditional is said beside it, for those that still count. */
export function StatusTags({ offer }: { offer: Pick<Offer, 'status' | 'conditions' | 'isReleased'> }) {
  const { t } = useWords()
  return (
    <span className="of-tags">
      {offer.isReleased ? (
        <Tag kind={tagOf(offer.status)}>{t(`forces.status.${offer.status}`)}</Tag>
      ) : (
        <Tag kind="private">{t('forceOffers.inPreparation')}</Tag>
      )}
      {isConditional(offer) && !isOver(offer.status) ? <Tag kind="warn">{t('forcePictures.conditional')}</Tag> : null}
    </span>
  )
}

/** On what a status rests: the instrument, and how the document is called. */
export function Basis({ kind, reference }: { kind: BasisKind; reference: string | null }) {
  const { t } = useWords()
  return (
    <>
      {t(`forces.basis.${kind}`)}
      {reference ? (
        <>
          {' · '}
          <bdi>{reference}</bdi>
        </>
      ) : null}
    </>
  )
}

/** What the offer brings that is no strength: an amount, or measures by phase. */
export function OtherMeasure({ offer, force }: { offer: Offer; force: ForceInSight }) {
  const { t, format } = useWords()
  const { money, measures, measureUnit } = offer
  if (money) {
    const fund = force.board.funds.find(({ fundId }) => fundId === money.fundId)
    return (
      <>
        <b>
          <Amount money={money} />
        </b>
        <div className="sm muted">{fund ? <bdi>{fund.name}</bdi> : t(`forces.instrument.${money.instrument}`)}</div>
      </>
    )
  }
  if (!measures) return null
  return (
    <ul>
      {force.board.phases.map(({ phaseId, name }) => (
        <li key={phaseId}>
          <bdi>{name}</bdi>: <b>{format.number(measures[phaseId] ?? 0)}</b>{' '}
          {measureUnit ? <bdi>{measureUnit}</bdi> : null}
        </li>
      ))}
    </ul>
  )
}
