import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { Submit } from '#app/ui/submit.tsx'
import type { issueRevision, tableRevision } from './contract.ts'
import type { ReviewProps } from './review-page.tsx'

/** Step 3: who will read, whether it corrects an earlier text, and the password. */
export function ReviewConfirm({ review, acting, path, isShared }: ReviewProps) {
  const { t } = useWords()
  const person = useShellView()?.person
  const fixed = { draftId: review.draftId, revisionId: review.revision.revisionId, textHash: review.revision.textHash }
  const fields = (
    <>
      <RadioGroup
        name="audience"
        label={t('positions.whoWillRead')}
        defaultValue="STATES"
        choices={[
          {
            value: 'STATES',
            label: t('positions.toStates', { count: review.states }),
            hint: t('positions.observersDoNot'),
          },
          {
            value: 'ALL',
            label: t('positions.toAll', { count: review.states + review.observers }),
            hint: t('positions.leavesToObservers'),
          },
        ]}
      />
      {!isShared && review.mayCorrect.length > 0 ? (
        <Select
          name="corrects"
          label={t('positions.corrects')}
          hint={t('positions.correctsHint')}
          empty={t('positions.correctsNone')}
          choices={review.mayCorrect.map(({ baseSymbol, nextSymbol }) => ({
            value: baseSymbol,
            label: t('positions.correctsAs', { symbol: baseSymbol, next: nextSymbol }),
          }))}
        />
      ) : null}
      <dl className="dl">
        <dt>{t('positions.whoMayTable')}</dt>
        <dd>
          {t(isShared ? 'drafts.whoMayIssueText' : 'positions.whoMayTableText')}{' '}
          {person ? t('positions.youAre', { name: person.name, role: t(`roles.${acting.role}`) }) : null}
        </dd>
        <dt>{t('positions.textHash')}</dt>
        <dd className="hash">
          <bdi dir="ltr">{review.revision.textHash}</bdi>
        </dd>
      </dl>
      {isShared ? null : (
        <TextField
          name="password"
          type="password"
          label={t('positions.password')}
          hint={t('positions.passwordHint')}
          autoComplete="current-password"
          dir="ltr"
          required
        />
      )}
      <div className="review-foot">
        <LinkButton to={`${path}&step=2`} size="large">
          {t('common.back')}
        </LinkButton>
        <Submit>{t(isShared ? 'drafts.issueNow' : 'positions.table')}</Submit>
      </div>
    </>
  )
  return isShared ? (
    <MutationForm<typeof issueRevision> intent="drafts.issue" fixed={fixed}>
      {fields}
    </MutationForm>
  ) : (
    <MutationForm<typeof tableRevision> intent="drafts.table" fixed={fixed}>
      {fields}
    </MutationForm>
  )
}
