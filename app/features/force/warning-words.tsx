import { useWords } from '#app/i18n/words-provider.tsx'
import { wallText } from '#app/i18n/zone-clock.ts'
import { unreachable } from '#app/kernel/must.ts'
import { useNow } from '#app/ui/clock.tsx'
import { useVenue } from '#app/ui/places.tsx'
import type { ForceInSight } from './use-force.tsx'
import type { Warning } from './warnings.ts'

/** The calendar date where the conference meets. */
export const useVenueDay = (): string => wallText(useNow(3_600_000), useVenue().timeZone).slice(0, 10)

/** What a warning says, with the element it is about. */
export function useWarningWords(force: ForceInSight): (warning: Warning) => string {
  const { t, format } = useWords()
  const phaseName = (phaseId: string) => force.board.phases.find((phase) => phase.phaseId === phaseId)?.name ?? ''
  const elementName = (elementId: string | null) => (elementId ? (force.element(elementId)?.name ?? '') : '')
  const offerName = (offerId: string) => {
    const offer = force.offer(offerId)
    return offer ? `${force.delegation(offer.delegationId).code} ${offer.title}` : ''
  }
  return (warning) => {
    const element = elementName(warning.elementId)
    switch (warning.code) {
      case 'unit-named-twice': {
        const { unit, otherOfferId, otherElementId } = warning.params
        return t('forceOffers.warnings.unitTwice', {
          unit,
          title: offerName(otherOfferId),
          element: elementName(otherElementId),
        })
      }
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
          title: offerName(leadId),
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
