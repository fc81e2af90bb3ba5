import { useState } from 'react'
import { balanceOf } from '#app/features/force/board.ts'
import { isOver } from '#app/features/force/pipeline.ts'
import type { Outcome } from '#app/features/force/scenario.ts'
import { isStrength } from '#app/features/force/terms.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { must } from '#app/kernel/must.ts'
import { PlainSelect } from '#app/ui/select.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'

/** "What if these conditions fail": worked out on this page alone, and nobody hears of it (FS-17). */
export function Scenario({ force }: { force: ForceInSight }) {
  const { t } = useWords()
  const isAwake = useHydrated()
  const [assumed, setAssumed] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const open = force.released.offers
    .filter(({ kind, status }) => isStrength(kind) && !isOver(status))
    .flatMap((offer) =>
      offer.conditions.filter(({ status }) => status === 'OPEN').map((condition) => ({ offer, condition })),
    )
  if (!isAwake || open.length === 0) return null
  const assume = (conditionId: string, outcome: string) => {
    const next = new Map(assumed)
    if (outcome === 'MET' || outcome === 'FAILED') next.set(conditionId, outcome)
    else next.delete(conditionId)
    setAssumed(next)
  }
  return (
    <details className="fb-scenario">
      <summary>
        <h2>{t('forces.whatIf')}</h2>
      </summary>
      <p className="sm muted">{t('forces.whatIfHint')}</p>
      <Supposed force={force} assumed={assumed} />
      <ul>
        {open.map(({ offer, condition }) => (
          <li key={condition.conditionId}>
            <label htmlFor={`if-${condition.conditionId}`}>
              <b>{force.delegation(offer.delegationId).code}</b> <bdi>{condition.text}</bdi>
            </label>
            <PlainSelect
              id={`if-${condition.conditionId}`}
              value={assumed.get(condition.conditionId) ?? ''}
              onChange={({ target }) => assume(condition.conditionId, target.value)}
            >
              <option value="">{t('forces.condition.OPEN')}</option>
              <option value="MET">{t('forces.condition.MET')}</option>
              <option value="FAILED">{t('forces.condition.FAILED')}</option>
            </PlainSelect>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Supposed({ force, assumed }: { force: ForceInSight; assumed: ReadonlyMap<string, Outcome> }) {
  const { t } = useWords()
  const then = balanceOf(force.released, assumed)
  return (
    <ul role="status" className="fb-supposed">
      {force.board.phases.map(({ phaseId, name }, place) => {
        const [now, supposed] = [must(force.balances[place]).total, must(then[place]).total]
        return (
          <li key={phaseId}>
            {t(supposed.surplus > 0 ? 'forces.supposedOver' : 'forces.supposed', {
              phase: name,
              from: now.filled,
              to: supposed.filled,
              required: supposed.required,
              firm: supposed.firm,
              gap: supposed.gap,
              surplus: supposed.surplus,
            })}
          </li>
        )
      })}
    </ul>
  )
}
