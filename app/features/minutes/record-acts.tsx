import { useWords } from '#app/i18n/words-provider.tsx'
import type { Acting } from '#app/kernel/actor.ts'
import { all } from '#app/kernel/policy.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { approveRecord, circulateRecord, RecordView, takeRecordBack } from './contract.ts'
import { mayApprove, mayCirculate, mayWriteRecord, type RecordState } from './policy.ts'

interface RecordActsProps {
  readonly record: RecordView
  readonly acting: Acting
}

/** What can be done with the record in its present step; each says what it does before it is done. */
export function RecordActs({ record, acting }: RecordActsProps) {
  const { t } = useWords()
  if (acting.side !== 'secretariat') return null
  const rules: RecordState = { conferenceId: acting.conferenceId, step: record.step, present: [], closedAt: null }
  const mayWrite = mayWriteRecord(acting, rules)
  const fixed = { minutesId: record.minutesId }
  if (record.step === 'DRAFT') {
    return (
      <Confirm
        ask={t('minutes.circulate')}
        title={t('minutes.circulateTitle')}
        decision={all(mayWrite, mayCirculate(record.masthead.closedAt))}
        kind="primary"
      >
        {(close) => (
          <MutationForm<typeof circulateRecord> intent="minutes.circulate" fixed={fixed} onDone={close}>
            <p>{t('minutes.circulateText')}</p>
            <TextField
              name="correctionsHours"
              type="number"
              min={1}
              max={720}
              defaultValue={12}
              label={t('minutes.correctionsHours')}
              dir="ltr"
            />
            <Submit>{t('minutes.circulateNow')}</Submit>
          </MutationForm>
        )}
      </Confirm>
    )
  }
  if (record.step === 'CIRCULATED') {
    return (
      <>
        {mayWrite.ok ? (
          <Confirm ask={t('minutes.takeBack')} title={t('minutes.takeBackTitle')}>
            {(close) => (
              <MutationForm<typeof takeRecordBack> intent="minutes.takeBack" fixed={fixed} onDone={close}>
                <p>{t('minutes.takeBackText')}</p>
                <Submit>{t('minutes.takeBackNow')}</Submit>
              </MutationForm>
            )}
          </Confirm>
        ) : null}
        <Confirm
          ask={t('minutes.approve')}
          title={t('minutes.approveTitle')}
          decision={mayApprove(acting, rules)}
          kind="primary"
        >
          {(close) => (
            <MutationForm<typeof approveRecord> intent="minutes.approve" fixed={fixed} onDone={close}>
              <p>{t('minutes.approveText')}</p>
              <TextArea
                name="basis"
                label={t('minutes.approvalBasis')}
                hint={t('minutes.approvalBasisHint')}
                rows={2}
              />
              <Submit>{t('minutes.approveNow')}</Submit>
            </MutationForm>
          )}
        </Confirm>
      </>
    )
  }
  return record.step === 'APPROVED' && mayWrite.ok ? (
    <LinkButton to={`/minutes/${record.minutesId}/publish`} kind="primary">
      {t('minutes.publish')}
    </LinkButton>
  ) : null
}
