import { useState } from 'react'
import type { LineToAccept } from '#app/features/force/acceptance-list.ts'
import type { acceptLine, Phase } from '#app/features/force/contract.ts'
import { figureOf, isAny } from '#app/features/force/figures.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useFormState } from '#app/ui/form-state.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'

interface AcceptFormProps {
  readonly line: LineToAccept
  readonly phases: readonly Phase[]
  readonly decision: Decision | undefined
}

/** Accepts what lacks, another part, or all of it by decision; or takes back what was accepted. */
export function AcceptForm({ line, phases, decision }: AcceptFormProps) {
  const { t } = useWords()
  const { offer, line: own, suggested, isFitting } = line
  const fixed = { offerId: offer.offerId, elementId: own.elementId }
  const offered = phases.filter(({ phaseId }) => figureOf(own.offered, phaseId) > 0)
  if (offered.length === 0) return null
  return (
    <div className="row wrap">
      <MutationForm<typeof acceptLine>
        intent="force.acceptLine"
        fixed={{ ...fixed, accepted: onlyNaught(phases, offered) }}
        className="stack-8"
        label={offer.title}
        said={t('forceDesk.accepted')}
      >
        <div className="row wrap">
          {offered.map(({ phaseId, name }) => (
            <Suggested
              key={phaseId}
              name={`accepted.${phaseId}`}
              label={t('forceDesk.acceptIn', { phase: name })}
              suggested={figureOf(suggested, phaseId)}
            />
          ))}
        </div>
        <details className="sm" open={!isFitting}>
          <summary>{t('forceDesk.byDecision')}</summary>
          <div className="stack-8">
            <Checkbox name="keepsSurplus" label={t('forceDesk.keepSurplus')} />
            <TextField
              name="decision"
              label={t('forceDesk.reasonFor')}
              hint={isFitting ? undefined : t('forceDesk.mismatchHint')}
              defaultValue={own.decision ?? ''}
              maxLength={300}
              isDense
            />
          </div>
        </details>
        <div className="btns">
          <Submit kind="outlined" size="normal" decision={decision}>
            {t('forceDesk.acceptIt')}
          </Submit>
        </div>
      </MutationForm>
      {isAny(own.accepted) ? (
        <MutationForm<typeof acceptLine>
          intent="force.acceptLine"
          fixed={{ ...fixed, accepted: onlyNaught(phases, []), decision: isFitting ? null : t('forceDesk.takenBack') }}
          label={t('forceDesk.takeBackOf', { offer: offer.title })}
        >
          <Submit kind="quiet" size="normal" decision={decision} reasonPlace="tip">
            {t('forceDesk.takeBack')}
          </Submit>
        </MutationForm>
      ) : null}
    </div>
  )
}

/** Nobody in every phase but those. */
const onlyNaught = (phases: readonly Phase[], but: readonly Phase[]) =>
  Object.fromEntries(phases.filter((phase) => !but.includes(phase)).map(({ phaseId }) => [phaseId, 0]))

/** Follows what lacks, until somebody types another figure. */
function Suggested({ name, label, suggested }: { name: string; label: string; suggested: number }) {
  const before = useFormState().typed[name]?.at(-1)
  const [typed, setTyped] = useState(before)
  return (
    <TextField
      name={name}
      label={label}
      value={typed ?? String(suggested)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      inputMode="numeric"
      isDense
    />
  )
}
