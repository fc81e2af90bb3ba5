import { Amount } from '#app/features/force/amount.tsx'
import type { Fund, setFund } from '#app/features/force/contract.ts'
import { Section } from '#app/features/force/requirement/section.tsx'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'

/** Funds that states pay into, and what each needs. */
export function Funds({ force, decision }: { force: ForceInSight; decision: Decision | undefined }) {
  const { t } = useWords()
  const { funds } = force.board
  return (
    <Section title={t('forceDesk.funds')}>
      <div className="stack-8">
        {funds.map((fund) => (
          <details key={fund.fundId}>
            <summary>
              <bdi>{fund.name}</bdi>: <Amount money={{ amount: fund.target, currency: fund.currency }} />
            </summary>
            <FundForm fund={fund} decision={decision} />
          </details>
        ))}
        <details open={funds.length === 0}>
          <summary>{t('forceDesk.addFund')}</summary>
          <FundForm decision={decision} />
        </details>
      </div>
    </Section>
  )
}

function FundForm({ fund, decision }: { fund?: Fund; decision: Decision | undefined }) {
  const { t } = useWords()
  return (
    <MutationForm<typeof setFund>
      intent="force.setFund"
      fixed={{ fundId: fund?.fundId }}
      className="form"
      isReset={!fund}
      said={t('forceDesk.saved')}
    >
      <TextField name="name" label={t('forceDesk.fundName')} defaultValue={fund?.name} maxLength={120} required />
      <div className="cols2">
        <TextField
          name="currency"
          label={t('forceDesk.currency')}
          hint={t('forceDesk.currencyHint')}
          defaultValue={fund?.currency}
          maxLength={3}
          dir="ltr"
          required
        />
        <TextField
          name="target"
          label={t('forceDesk.target')}
          defaultValue={fund?.target}
          inputMode="decimal"
          dir="ltr"
          required
        />
      </div>
      <Submit size="normal" decision={decision}>
        {fund ? t('forceDesk.save') : t('forceDesk.addFund')}
      </Submit>
    </MutationForm>
  )
}
