import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { standing } from '#app/features/force/board.ts'
import type { Offer, OfferReaders } from '#app/features/force/contract.ts'
import { isOver } from '#app/features/force/pipeline.ts'
import { isStrength } from '#app/features/force/terms.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { VisibilityLabel } from '#app/ui/visibility-label.tsx'
import { FiguresCell, PhaseHeads } from './figures-cell.tsx'
import { useAudienceWords } from './offer-band.tsx'
import { phaseFigures } from './offer-figures.ts'
import { OtherMeasure, offerPath, StatusTags } from './offer-words.tsx'

export type ReadersById = ReadonlyMap<string, OfferReaders>

interface OffersTableProps {
  readonly caption: string
  readonly offers: readonly Offer[]
  readonly force: ForceInSight
  /** Who sees which, where its reader is told. */
  readonly readers?: ReadersById
  /** Says of each whose it is: for those of others. */
  readonly hasStates?: boolean
}

/** Offers with their figures as they stand at the milestones; of what is no strength, its own measure. */
export function OffersTable({ caption, offers, force, readers, hasStates }: OffersTableProps) {
  const { t } = useWords()
  const { phases, elements, statement } = force.board
  const figures = statement?.figures ?? 'CUMULATIVE_AT_MILESTONE'
  const stood = standing({ figures, phases, elements, offers }).offers
  const phaseIds = phases.map(({ phaseId }) => phaseId)
  const head = (
    <>
      {hasStates ? <th scope="col">{t('forceOffers.state')}</th> : null}
      <th scope="col" className="x">
        {t('forceOffers.offer')}
      </th>
      <th scope="col">{t('forceOffers.status')}</th>
      {readers ? <th scope="col">{t('visibility.label')}</th> : null}
      <PhaseHeads phases={phases} />
    </>
  )
  return (
    <Table caption={caption} isCaptionHidden head={head} isStacked>
      {stood.map((offer) => (
        <tr key={offer.offerId}>
          {hasStates ? (
            <td className="mid h">
              <bdi>{force.delegation(offer.delegationId).name}</bdi>
            </td>
          ) : null}
          <th scope="row">
            <OfferTitle offer={offer} />
            <div className="sm muted">
              {t(`forces.kind.${offer.kind}`)}
              <ElementNames offer={offer} force={force} />
            </div>
          </th>
          <td data-label={t('forceOffers.status')}>
            <StatusTags offer={offer} />
          </td>
          {readers ? (
            <td data-label={t('visibility.label')}>
              <Readers offer={offer} force={force} readers={readers} />
            </td>
          ) : null}
          {isStrength(offer.kind) ? (
            phaseFigures(offer.lines, phaseIds, offer.status).map((figure, place) => {
              const phase = phases[place]
              return phase ? <FiguresCell key={phase.phaseId} phase={phase} figure={figure} /> : null
            })
          ) : phases.length > 0 ? (
            <td colSpan={phases.length} className="num">
              <OtherMeasure offer={offer} force={force} />
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

function OfferTitle({ offer }: { offer: Offer }): ReactNode {
  const title = (
    <Link to={offerPath(offer.offerId)}>
      <bdi>{offer.title}</bdi>
    </Link>
  )
  return isOver(offer.status) ? <s>{title}</s> : title
}

function ElementNames({ offer, force }: { offer: Offer; force: ForceInSight }) {
  const { format } = useWords()
  const names = offer.lines.flatMap(({ elementId }) => force.element(elementId)?.name ?? [])
  return names.length > 0 ? (
    <>
      {' · '}
      <bdi>{format.list(names)}</bdi>
    </>
  ) : null
}

function Readers({ offer, force, readers }: { offer: Offer; force: ForceInSight; readers: ReadersById }) {
  const toWhom = useAudienceWords(force)
  if (!offer.isReleased) return <VisibilityLabel kind="delegation" />
  const released = readers.get(offer.offerId)
  return released ? <bdi className="sm">{toWhom(released)}</bdi> : null
}
