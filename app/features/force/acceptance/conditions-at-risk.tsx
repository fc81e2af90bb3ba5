import { Link } from '@remix-run/react'
import type { LinkedCondition } from '#app/features/force/contract.ts'
import { dependencies } from '#app/features/force/dependencies.ts'
import { Section } from '#app/features/force/requirement/section.tsx'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { Code } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** What a text or another offer carries: "3 offers depend on CRP.4". */
export function ConditionsAtRisk({
  force,
  conditions,
}: {
  force: ForceInSight
  conditions: readonly LinkedCondition[]
}) {
  const { t, format } = useWords()
  const { onTexts, onOffers, others } = dependencies(force.board.offers, conditions)
  const offersIn = (offerIds: readonly string[]) => (
    <ul className="sm">
      {offerIds.map((offerId) => {
        const offer = force.offer(offerId)
        return (
          <li key={offerId}>
            <Link to={`/forces/offers/${offerId}`}>
              <bdi>{`${force.delegation(offer?.delegationId ?? '').code} ${offer?.title ?? ''}`}</bdi>
            </Link>
            {(offer?.conditions ?? [])
              .filter(({ status }) => status === 'OPEN')
              .map(({ conditionId, text, due }) => (
                <span key={conditionId} className="muted">
                  {' · '}
                  <bdi>{text}</bdi> {due ? t('forceDesk.dueOn', { date: format.calendarDate(due) }) : null}
                </span>
              ))}
          </li>
        )
      })}
    </ul>
  )
  const isNone = onTexts.length + onOffers.length + others.length === 0
  return (
    <Section title={t('forceDesk.conditions')}>
      {isNone ? <p className="muted">{t('forceDesk.noConditions')}</p> : null}
      <div className="stack-16">
        {onTexts.map(({ symbol, hasChanged, offerIds }) => (
          <div key={symbol}>
            <p>
              {t('forceDesk.dependOn', { count: offerIds.length })}{' '}
              <Link to={`/tabled/${symbol}`}>
                <Code>{symbol}</Code>
              </Link>{' '}
              {hasChanged ? <Tag kind="warn">{t('forceDesk.textChanged')}</Tag> : null}
            </p>
            {offersIn(offerIds)}
          </div>
        ))}
        {onOffers.map(({ offerId, offerIds }) => {
          const lead = force.offer(offerId)
          return (
            <div key={offerId}>
              <p>
                {t('forceDesk.dependOn', { count: offerIds.length })}{' '}
                <Link to={`/forces/offers/${offerId}`}>
                  <bdi>{`${force.delegation(lead?.delegationId ?? '').code} ${lead?.title ?? ''}`}</bdi>
                </Link>
              </p>
              {offersIn(offerIds)}
            </div>
          )
        })}
        {others.length > 0 ? (
          <div>
            <p>{t('forceDesk.otherConditions', { count: others.length })}</p>
            {offersIn(others)}
          </div>
        ) : null}
      </div>
    </Section>
  )
}
