import type { Caveat, Offer } from '#app/features/force/contract.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { type Warning, warningsOf } from '#app/features/force/warnings.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { unreachable } from '#app/kernel/must.ts'
import { useNow } from '#app/ui/clock.tsx'
import { Notice } from '#app/ui/notice.tsx'

interface OfferWarningsProps {
  readonly offer: Offer & { readonly caveats: readonly Caveat[] }
  readonly force: ForceInSight
}

/** What to look at in this offer, of what its reader sees; it blocks nothing (FS-16). */
export function OfferWarnings({ offer, force }: OfferWarningsProps) {
  const { t } = useWords()
  const sentence = useWarningWords(force)
  const now = useNow()
  const { phases, elements, statement } = force.board
  const warnings = warningsOf({
    figures: statement?.figures ?? 'CUMULATIVE_AT_MILESTONE',
    phases,
    elements,
    offers: [...force.offers.filter(({ offerId }) => offerId !== offer.offerId), offer],
    caveats: offer.caveats,
    today: new Date(now).toISOString().slice(0, 10),
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

function useWarningWords(force: ForceInSight): (warning: Warning) => string {
  const { t, format } = useWords()
  const phaseName = (phaseId: string) => force.board.phases.find((phase) => phase.phaseId === phaseId)?.name ?? ''
  const elementName = (elementId: string | null) => (elementId ? (force.element(elementId)?.name ?? '') : '')
  return (warning) => {
    const element = elementName(warning.elementId)
    switch (warning.code) {
      case 'unit-named-twice':
        return t('forceOffers.warnings.unitTwice', {
          unit: warning.params.unit,
          title: force.offer(warning.params.otherOfferId)?.title ?? '',
          element: elementName(warning.params.otherElementId),
        })
      case 'phase-counted-twice': {
        const { phaseId, figure } = warning.params
        return t('forceOffers.warnings.phaseTwice', { element, phase: phaseName(phaseId), figure })
      }
      case 'kind-does-not-fit': {
        const { kind, capability } = warning.params
        return t('forceOffers.warnings.kind', {
          element,
          kind: t(`forces.kind.${kind}`),
          capability: t(`forces.capability.${capability}`),
        })
      }
      case 'above-requirement': {
        const { phaseId, offered, required } = warning.params
        return t('forceOffers.warnings.above', { element, phase: phaseName(phaseId), offered, required })
      }
      case 'ready-too-late': {
        const { phaseId, availableFrom, targetDate } = warning.params
        return t('forceOffers.warnings.late', {
          element,
          from: format.calendarDate(availableFrom),
          phase: phaseName(phaseId),
          target: format.calendarDate(targetDate),
        })
      }
      case 'lower-later': {
        const { phaseId, earlier, later } = warning.params
        return t('forceOffers.warnings.lower', { element, phase: phaseName(phaseId), earlier, later })
      }
      case 'orphan': {
        const { leadId, status } = warning.params
        return t('forceOffers.warnings.orphan', {
          title: force.offer(leadId)?.title ?? '',
          status: t(`forces.status.${status}`),
        })
      }
      case 'condition-overdue':
        return t('forceOffers.warnings.overdue', { due: format.calendarDate(warning.params.due) })
      case 'late-caveat':
        return t('forceOffers.warnings.limit')
      default:
        return unreachable(warning)
    }
  }
}
