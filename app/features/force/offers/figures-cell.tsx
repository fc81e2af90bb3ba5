import type { Phase } from '#app/features/force/contract.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { PhaseFigure } from './offer-figures.ts'

/** What is offered in one phase, and under it what was accepted and what stays in reserve. */
export function FiguresCell({ phase, figure }: { phase: Phase; figure: PhaseFigure }) {
  const { t, format } = useWords()
  const { offered, accepted, reserve, isWaiting } = figure
  return (
    <td className="num" data-label={phase.name}>
      {offered === 0 ? <span className="muted">–</span> : <b>{format.number(offered)}</b>}
      {offered > 0 && isWaiting ? <div className="sm muted">{t('forceOffers.notYetAccepted')}</div> : null}
      {offered > 0 && reserve !== null ? (
        <div className="sm muted">
          {reserve > 0
            ? t('forceOffers.acceptedReserve', { accepted, reserve })
            : t('forceOffers.accepted', { accepted })}
        </div>
      ) : null}
    </td>
  )
}

/** The header of such cells. */
export function PhaseHeads({ phases }: { phases: readonly Phase[] }) {
  return phases.map(({ phaseId, name }) => (
    <th scope="col" className="num" key={phaseId}>
      <bdi>{name}</bdi>
    </th>
  ))
}
