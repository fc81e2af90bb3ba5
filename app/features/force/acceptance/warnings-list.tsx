import { Link } from '@remix-run/react'
import type { Caveat } from '#app/features/force/contract.ts'
import { Section } from '#app/features/force/requirement/section.tsx'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useVenueDay, useWarningWords } from '#app/features/force/warning-words.tsx'
import { warningsOf } from '#app/features/force/warnings.ts'
import { useWords } from '#app/i18n/words-provider.tsx'

/** What to look at; nothing of it stops anybody (FS-16). */
export function Warnings({ force, caveats }: { force: ForceInSight; caveats: readonly Caveat[] }) {
  const { t } = useWords()
  const sentence = useWarningWords(force)
  const today = useVenueDay()
  const { statement, phases, elements, offers } = force.board
  const figures = statement?.figures ?? 'CUMULATIVE_AT_MILESTONE'
  const warnings = warningsOf({ figures, phases, elements, offers, caveats, today })
  return (
    <Section title={t('forceDesk.warnings')}>
      {warnings.length === 0 ? <p className="muted">{t('forceDesk.noWarnings')}</p> : null}
      <ul className="stack-8">
        {warnings.map((warning) => {
          const offer = force.offer(warning.offerId)
          return (
            <li key={`${warning.code} ${warning.offerId} ${warning.elementId} ${JSON.stringify(warning.params)}`}>
              <Link to={`/forces/offers/${warning.offerId}`}>
                <bdi>{`${force.delegation(offer?.delegationId ?? '').code} ${offer?.title ?? ''}`}</bdi>
              </Link>
              {': '}
              {sentence(warning)}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
