import type { OfferStep } from '#app/features/force/contract.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { type Role, roles } from '#app/kernel/actor.ts'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { phaseFigures } from './offer-figures.ts'
import { Basis } from './offer-words.tsx'

/** What happened to the offer, latest first: when, who, and on what basis. */
export function HistorySection({ steps, force }: { steps: readonly OfferStep[]; force: ForceInSight }) {
  const { t } = useWords()
  return (
    <section className="sec stack-8" aria-labelledby="history">
      <h2 id="history">{t('forceOffers.history.title')}</h2>
      <ol className="revs">
        {steps.toReversed().map((step) => (
          <li key={`${step.at} ${step.kind}`}>
            <div className="grow">
              <b>{t(`forceOffers.history.${step.kind}`)}</b>
              <StatusChange step={step} />
              <div className="sm muted">
                <Timestamp at={step.at} show="full" /> · <By step={step} force={force} />
              </div>
              {step.note ? (
                <div className="sm of-text" dir="auto">
                  {step.note}
                </div>
              ) : null}
              {step.lines.length > 0 ? <Figures step={step} force={force} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function StatusChange({ step: { kind, from, to, basisKind, basisReference } }: { step: OfferStep }) {
  const { t } = useWords()
  if (!to) return null
  const status = t(`forces.status.${to}`)
  return (
    <div className="sm">
      {kind === 'STATUS' && from
        ? t('forceOffers.history.fromTo', { from: t(`forces.status.${from}`), to: status })
        : status}
      {basisKind ? (
        <>
          {' · '}
          <Basis kind={basisKind} reference={basisReference} />
        </>
      ) : null}
    </div>
  )
}

const roleOf = (text: string): Role | undefined => roles.find((role) => role === text)

function By({ step: { byRole, byDelegationId }, force }: { step: OfferStep; force: ForceInSight }) {
  const { t } = useWords()
  const role = roleOf(byRole)
  const whose = byDelegationId ? force.delegation(byDelegationId).name : t('tabled.secretariat')
  return (
    <>
      {role ? t(`roles.${role}`) : null} (<bdi>{whose}</bdi>)
    </>
  )
}

function Figures({ step, force }: { step: OfferStep; force: ForceInSight }) {
  const { t, format } = useWords()
  const { phases } = force.board
  const phaseIds = phases.map(({ phaseId }) => phaseId)
  return (
    <details className="fp-data sm">
      <summary>{t('forceOffers.history.figures')}</summary>
      <ul>
        {step.lines.map((line) => (
          <li key={line.elementId}>
            <bdi>{force.element(line.elementId)?.name ?? t('forceOffers.elementGone')}</bdi>
            {': '}
            {phaseFigures([line], phaseIds, 'PLEDGED')
              .map(({ offered, accepted }, place) =>
                t('forceOffers.history.phaseFigures', {
                  phase: phases[place]?.name ?? '',
                  offered: format.number(offered),
                  accepted: format.number(accepted),
                }),
              )
              .join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  )
}
