import { Link } from '@remix-run/react'
import type { Caveat } from '#app/features/force/contract.ts'
import { Section } from '#app/features/force/requirement/section.tsx'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { type Warning, warningsOf } from '#app/features/force/warnings.ts'
import type { WordsOnPage } from '#app/i18n/words-provider.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { wallText } from '#app/i18n/zone-clock.ts'
import { unreachable } from '#app/kernel/must.ts'
import { useNow } from '#app/ui/clock.tsx'
import { useVenue } from '#app/ui/places.tsx'

/** What to look at; nothing of it stops anybody (FS-16). */
export function Warnings({ force, caveats }: { force: ForceInSight; caveats: readonly Caveat[] }) {
  const words = useWords()
  const { t } = words
  const { timeZone } = useVenue()
  const today = wallText(useNow(3_600_000), timeZone).slice(0, 10)
  const { statement, phases, elements, offers } = force.board
  const figures = statement?.figures ?? 'CUMULATIVE_AT_MILESTONE'
  const warnings = warningsOf({ figures, phases, elements, offers, caveats, today })
  return (
    <Section title={t('forceDesk.warnings')}>
      {warnings.length === 0 ? <p className="muted">{t('forceDesk.noWarnings')}</p> : null}
      <ul className="stack-8">
        {warnings.map((warning) => {
          const offer = force.offer(warning.offerId)
          const element = warning.elementId ? force.element(warning.elementId) : undefined
          return (
            <li key={`${warning.code} ${warning.offerId} ${warning.elementId} ${JSON.stringify(warning.params)}`}>
              <Link to={`/forces/offers/${warning.offerId}`}>
                <bdi>{`${force.delegation(offer?.delegationId ?? '').code} ${offer?.title ?? ''}`}</bdi>
              </Link>
              {element ? (
                <>
                  {' · '}
                  <bdi>{`${element.serial} ${element.name}`}</bdi>
                </>
              ) : null}
              {': '}
              {sentenceOf(words, warning, force)}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function sentenceOf({ t, format }: WordsOnPage, warning: Warning, { board, offer, delegation }: ForceInSight): string {
  const phaseOf = (phaseId: string) => board.phases.find((phase) => phase.phaseId === phaseId)?.name ?? ''
  switch (warning.code) {
    case 'unit-named-twice': {
      const other = offer(warning.params.otherOfferId)
      return t('forceDesk.warning.unitTwice', {
        unit: warning.params.unit,
        offer: `${delegation(other?.delegationId ?? '').code} ${other?.title ?? ''}`,
      })
    }
    case 'phase-counted-twice':
      return t('forceDesk.warning.phaseTwice', {
        phase: phaseOf(warning.params.phaseId),
        figure: warning.params.figure,
      })
    case 'kind-does-not-fit':
      return t('forceDesk.warning.kind', {
        kind: t(`forces.kind.${warning.params.kind}`),
        capability: t(`forces.capability.${warning.params.capability}`),
      })
    case 'above-requirement': {
      const { phaseId, offered, required } = warning.params
      return t('forceDesk.warning.above', { phase: phaseOf(phaseId), offered, required })
    }
    case 'ready-too-late': {
      const { phaseId, availableFrom, targetDate } = warning.params
      return t('forceDesk.warning.late', {
        date: format.calendarDate(availableFrom),
        phase: phaseOf(phaseId),
        target: format.calendarDate(targetDate),
      })
    }
    case 'lower-later': {
      const { phaseId, earlier, later } = warning.params
      return t('forceDesk.warning.lower', { phase: phaseOf(phaseId), earlier, later })
    }
    case 'orphan':
      return t('forceDesk.warning.orphan', { lead: offer(warning.params.leadId)?.title ?? '' })
    case 'condition-overdue':
      return t('forceDesk.warning.overdue', { date: format.calendarDate(warning.params.due) })
    case 'late-caveat':
      return t('forceDesk.warning.caveat')
    default:
      return unreachable(warning)
  }
}
