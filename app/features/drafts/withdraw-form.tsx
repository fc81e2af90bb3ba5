import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { withdrawTabled } from './contract.ts'

/** Withdrawal: what it does, a reason, and the password. */
export function WithdrawForm({ symbol, decision }: { symbol: string; decision: Decision }) {
  const { t } = useWords()
  return (
    <Confirm
      ask={t('positions.withdraw')}
      title={t('positions.withdrawTitle', { symbol })}
      decision={decision}
      kind="danger"
    >
      {(close) => (
        <MutationForm<typeof withdrawTabled> intent="drafts.withdraw" fixed={{ symbol }} onDone={close}>
          <p>{t('positions.withdrawConfirm')}</p>
          <TextArea
            name="reason"
            label={t('positions.withdrawReason')}
            hint={t('positions.withdrawReasonHint')}
            rows={3}
          />
          <TextField
            name="password"
            type="password"
            label={t('positions.password')}
            autoComplete="current-password"
            dir="ltr"
          />
          <Submit kind="danger">{t('positions.withdrawNow')}</Submit>
        </MutationForm>
      )}
    </Confirm>
  )
}
