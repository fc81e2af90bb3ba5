import type { ForceFacts, setStatement } from '#app/features/force/contract.ts'
import { figuresKinds } from '#app/features/force/figures.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { RadioGroup } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'

/** Begins the statement, or names it anew. How figures are stated can be chosen until the first of them stands. */
export function StatementForm({ board, onDone }: { board: ForceFacts; onDone?: () => void }) {
  const { t } = useWords()
  const { statement } = board
  return (
    <MutationForm<typeof setStatement> intent="force.setStatement" className="form" onDone={onDone}>
      <TextField
        name="title"
        label={t('forceDesk.statementTitle')}
        defaultValue={statement?.title ?? t('forceDesk.requirement')}
        required
        maxLength={200}
      />
      <RadioGroup
        name="figures"
        label={t('forceDesk.figuresAre')}
        hint={t('forceDesk.figuresHint')}
        defaultValue={statement?.figures ?? 'CUMULATIVE_AT_MILESTONE'}
        choices={figuresKinds.map((kind) => ({
          value: kind,
          label: t(`forceDesk.figures.${kind}`),
          hint: t(`forceDesk.figuresLong.${kind}`),
        }))}
      />
      <Submit>{statement ? t('forceDesk.save') : t('forceDesk.begin')}</Submit>
    </MutationForm>
  )
}
