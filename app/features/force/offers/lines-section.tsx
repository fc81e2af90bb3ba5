import { Fragment } from 'react'
import type { dropLine, OfferView } from '#app/features/force/contract.ts'
import { isOver } from '#app/features/force/pipeline.ts'
import { mayChangeOffer } from '#app/features/force/policy.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { EditFold } from './edit-fold.tsx'
import { FiguresCell, PhaseHeads } from './figures-cell.tsx'
import type { OfferHere } from './here.tsx'
import { LineForm } from './line-form.tsx'
import { phaseFigures } from './offer-figures.ts'

/** What the offer brings, element by element and phase by phase, as the statement states its figures. */
export function LinesSection({ here }: { here: OfferHere }) {
  const { t } = useWords()
  const { offer, force, acting, circle } = here
  const decision = mayChangeOffer(acting, circle)
  const mayEdit = offer.hasOwnAccess && !isOver(offer.status)
  return (
    <section className="sec stack-8" aria-labelledby="lines">
      <h2 id="lines">{t('forceOffers.lines')}</h2>
      {offer.lines.length > 0 ? (
        <LinesTable offer={offer} force={force} here={mayEdit ? here : undefined} />
      ) : (
        <EmptyState>{t('forceOffers.noLines')}</EmptyState>
      )}
      {mayEdit ? (
        <EditFold
          label={t('forceOffers.addLine')}
          decision={decision}
          unavailable={force.board.phases.length === 0 ? t('forceOffers.noPhases') : undefined}
          intent="force.setLine"
          isOther={({ elementId }) => offer.lines.some((line) => line.elementId === elementId?.at(-1))}
          isOpen={offer.lines.length === 0 && decision.ok && force.board.phases.length > 0}
        >
          {(close) => <LineForm here={here} line={null} onDone={close} />}
        </EditFold>
      ) : null}
    </section>
  )
}

interface LinesTableProps {
  readonly offer: Pick<OfferView, 'lines' | 'status' | 'isReleased'>
  readonly force: ForceInSight
  /** Where its lines may be changed. */
  readonly here?: OfferHere
}

export function LinesTable({ offer, force, here }: LinesTableProps) {
  const { t } = useWords()
  const { phases, statement } = force.board
  const phaseIds = phases.map(({ phaseId }) => phaseId)
  const lines = [...offer.lines].sort((a, b) => serialOf(force, a) - serialOf(force, b))
  const rowOf = (these: typeof lines) =>
    phaseFigures(these, phaseIds, offer.isReleased ? offer.status : 'INDICATED').map((figure, place) => {
      const phase = phases[place]
      return phase ? <FiguresCell key={phase.phaseId} phase={phase} figure={figure} /> : null
    })
  return (
    <>
      <Table
        caption={t('forceOffers.lines')}
        isCaptionHidden
        isStacked
        head={
          <>
            <th scope="col" className="x">
              {t('forceOffers.element')}
            </th>
            <PhaseHeads phases={phases} />
          </>
        }
      >
        {lines.map((line) => (
          <Fragment key={line.elementId}>
            <tr className={here ? 'of-line' : undefined}>
              <th scope="row">
                <ElementName force={force} elementId={line.elementId} />
                <LineNotes line={line} />
              </th>
              {rowOf([line])}
            </tr>
            {here ? (
              <tr>
                <td colSpan={phases.length + 1}>
                  <LineActs here={here} line={line} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
        {lines.length > 1 ? (
          <tr>
            <th scope="row">{t('forceOffers.inAll')}</th>
            {rowOf(lines)}
          </tr>
        ) : null}
      </Table>
      {statement?.figures === 'INCREMENTAL' ? <p className="sm muted">{t('forceOffers.increments')}</p> : null}
    </>
  )
}

type Line = OfferView['lines'][number]

const serialOf = (force: ForceInSight, { elementId }: Line): number => force.element(elementId)?.serial ?? 0

function LineNotes({ line: { unit, isLead, note, decision } }: { line: Line }) {
  const { t } = useWords()
  return (
    <>
      {unit || isLead ? (
        <div className="sm muted row wrap">
          {unit ? <bdi>{unit}</bdi> : null}
          {isLead ? <Tag>{t('forceOffers.lead')}</Tag> : null}
        </div>
      ) : null}
      {note ? <div className="sm muted">{note}</div> : null}
      {decision ? <div className="sm muted">{t('forceOffers.decided', { decision })}</div> : null}
    </>
  )
}

function LineActs({ here, line }: { here: OfferHere; line: Line }) {
  const { t } = useWords()
  const { offer, force, acting, circle } = here
  const fixed = { offerId: offer.offerId, elementId: line.elementId }
  const decision = mayChangeOffer(acting, circle)
  const name = force.element(line.elementId)?.name ?? ''
  return (
    <EditFold label={t('forceOffers.change')} of={name} decision={decision} intent="force.setLine" fixed={fixed}>
      {(close) => (
        <>
          <LineForm here={here} line={line} onDone={close} />
          <MutationForm<typeof dropLine> intent="force.dropLine" fixed={fixed} className="form">
            <Submit kind="danger" size="small">
              {t('forceOffers.dropLine')}
            </Submit>
          </MutationForm>
        </>
      )}
    </EditFold>
  )
}

/** An element by its serial and name; one that is no longer there is said so. */
export function ElementName({ force, elementId }: { force: ForceInSight; elementId: string }) {
  const { t, format } = useWords()
  const element = force.element(elementId)
  if (!element) return <span className="muted">{t('forceOffers.elementGone')}</span>
  return (
    <>
      <span className="muted">{format.number(element.serial)}</span> <bdi>{element.name}</bdi>
    </>
  )
}
