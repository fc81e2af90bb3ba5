import { useState } from 'react'
import type { Phase, removePhase, setPhase } from '#app/features/force/contract.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'

interface PhaseFormProps {
  readonly phase?: Phase
  /** Only the last one can be taken away. */
  readonly isLast: boolean
  readonly onDone: () => void
}

export function PhaseForm({ phase: now, isLast, onDone }: PhaseFormProps) {
  const { t } = useWords()
  // One that a colleague takes away meanwhile is not made anew.
  const [phase] = useState(now)
  const milestone = (kind: 'IOC' | 'FOC') => phase?.milestones.find((each) => each.kind === kind)?.target ?? ''
  return (
    <div className="stack-16">
      <MutationForm<typeof setPhase>
        intent="force.setPhase"
        fixed={{ phaseId: phase?.phaseId }}
        className="form"
        onDone={onDone}
      >
        <TextField name="name" label={t('forceDesk.phaseName')} defaultValue={phase?.name} required maxLength={60} />
        <div className="cols2">
          <TextField
            name="ceiling"
            label={t('forceDesk.ceiling')}
            hint={t('forceDesk.ceilingHint')}
            defaultValue={phase ? String(phase.ceiling) : ''}
            inputMode="numeric"
            required
          />
          <TextField
            type="date"
            name="targetDate"
            label={t('forceDesk.targetDate')}
            hint={t('forceDesk.targetHint')}
            defaultValue={phase?.targetDate}
            required
          />
          <TextField
            type="date"
            name="ioc"
            label={t('forces.milestone.IOC')}
            defaultValue={milestone('IOC')}
            isOptional
          />
          <TextField
            type="date"
            name="foc"
            label={t('forces.milestone.FOC')}
            defaultValue={milestone('FOC')}
            isOptional
          />
        </div>
        <Submit>{t('forceDesk.save')}</Submit>
      </MutationForm>
      {phase && isLast ? (
        <MutationForm<typeof removePhase> intent="force.removePhase" fixed={{ phaseId: phase.phaseId }} onDone={onDone}>
          <Submit kind="danger" size="normal">
            {t('forceDesk.removePhase')}
          </Submit>
        </MutationForm>
      ) : null}
    </div>
  )
}
