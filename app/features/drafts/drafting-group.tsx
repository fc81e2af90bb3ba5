import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import type { Names } from '#app/kernel/text.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import type { DraftView, nameDraftingGroup } from './contract.ts'

export interface StateChoice {
  readonly delegationId: string
  readonly code: string
  readonly names: Names
}

interface DraftingGroupProps {
  readonly draft: Pick<DraftView, 'draftId' | 'group'>
  readonly states: readonly StateChoice[]
  readonly decision: Decision
}

/** Who writes in a shared draft; the secretariat names the whole group at once. */
export function DraftingGroup({ draft, states, decision }: DraftingGroupProps) {
  const { t, locale } = useWords()
  return (
    <section className="sec" aria-labelledby="group">
      <div className="sech">
        <h2 id="group">{t('drafts.group')}</h2>
        {decision.ok ? (
          <span className="end">
            <Confirm ask={t('drafts.nameGroup')} title={t('drafts.group')} size="small">
              {(close) => (
                <MutationForm<typeof nameDraftingGroup>
                  intent="drafts.nameGroup"
                  fixed={{ draftId: draft.draftId }}
                  onDone={close}
                >
                  <p>{t('drafts.nameGroupText')}</p>
                  <GroupChoices states={states} chosen={draft.group.map(({ delegationId }) => delegationId)} />
                  <Submit>{t('common.saveChanges')}</Submit>
                </MutationForm>
              )}
            </Confirm>
          </span>
        ) : null}
      </div>
      <ul className="plain">
        {draft.group.map((member) => (
          <li key={member.delegationId}>
            <span className="code">{member.code}</span> <bdi>{nameIn(member.names, locale)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function GroupChoices({ states, chosen }: { states: readonly StateChoice[]; chosen: readonly string[] }) {
  const { locale, t } = useWords()
  return (
    <fieldset className="field choices">
      <legend>{t('drafts.groupChoice')}</legend>
      {states.map(({ delegationId, code, names }) => (
        <Checkbox
          key={delegationId}
          name="delegationIds"
          value={delegationId}
          label={
            <>
              <span className="code">{code}</span> <bdi>{nameIn(names, locale)}</bdi>
            </>
          }
          defaultChecked={chosen.includes(delegationId)}
        />
      ))}
    </fieldset>
  )
}
