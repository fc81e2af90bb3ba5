import { Link } from '@remix-run/react'
import type { Offer } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { ElementRow } from './rows.ts'

/** An element in words: what it is, and every offer to it with its figures and where it stands. */
export function ElementStory({ row: { element }, force }: { row: ElementRow; force: ForceInSight }) {
  const { t } = useWords()
  const offers = force.released.offers.filter(({ lines }) =>
    lines.some(({ elementId }) => elementId === element.elementId),
  )
  return (
    <div className="note">
      <p className="sm muted">
        {t(`forces.capability.${element.capability}`)}
        {element.sector ? (
          <>
            {' · '}
            <bdi>{element.sector}</bdi>
          </>
        ) : null}
        {' · '}
        {element.isIndivisible ? t('forces.indivisible') : t('forces.sharedBy', { count: element.maxContributors })}
      </p>
      {element.specification ? (
        <p>
          <bdi>{element.specification}</bdi>
        </p>
      ) : null}
      {offers.length > 0 ? (
        <ul className="fb-offers">
          {offers.map((offer) => (
            <OfferSentence key={offer.offerId} offer={offer} elementId={element.elementId} force={force} />
          ))}
        </ul>
      ) : (
        <p>{t('forces.noOffers')}</p>
      )}
    </div>
  )
}

function OfferSentence({ offer, elementId, force }: { offer: Offer; elementId: string; force: ForceInSight }) {
  const { t, format } = useWords()
  const line = offer.lines.find((each) => each.elementId === elementId)
  if (!line) return null
  const figures = force.board.phases.map(({ phaseId, name }) =>
    t('forces.figureIn', { figure: figureOf(line.offered, phaseId), phase: name }),
  )
  const accepted = force.board.phases.map(({ phaseId }) => format.number(figureOf(line.accepted, phaseId)))
  return (
    <li>
      <Link to={`/forces/offers/${offer.offerId}`}>
        <bdi>{force.delegation(offer.delegationId).name}</bdi>
      </Link>
      {' – '}
      {figures.join(', ')}
      {'; '}
      {t(`forces.status.${offer.status}`).toLocaleLowerCase()}
      {offer.overSince ? (
        <>
          {' '}
          <Timestamp at={offer.overSince} show="day" />
        </>
      ) : (
        <> · {t('forces.acceptedOf', { figures: accepted.join(' / ') })}</>
      )}
      {line.unit ? (
        <>
          {' · '}
          <bdi>{line.unit}</bdi>
        </>
      ) : null}
      {offer.conditions.map(({ conditionId, text, status }) => (
        <div key={conditionId} className="sm muted">
          {t('forces.conditionIs', { state: t(`forces.condition.${status}`) })} <bdi>{text}</bdi>
        </div>
      ))}
    </li>
  )
}
