import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Page } from '#app/ui/page.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import type {
  admitAsParticipant,
  amendDelegation,
  DelegationLine,
  recordCredentials,
  recordWithdrawal,
} from './contract.ts'
import { credentialsSteps } from './delegation.ts'
import { DelegationFields } from './delegation-form.tsx'

/** One delegation as the secretariat keeps it. */
export function DelegationPage({ delegation }: { delegation: DelegationLine }) {
  const { t, locale } = useWords()
  const { delegationId } = delegation
  return (
    <Page
      title={<bdi>{nameIn(delegation.names, locale)}</bdi>}
      crumbs={[{ label: t('conference.delegations'), to: '/organiser/delegations' }, { label: delegation.code }]}
    >
      <section className="sec" aria-labelledby="names">
        <h2 id="names">{t('conference.registeredNames')}</h2>
        <MutationForm<typeof amendDelegation>
          intent="conference.amendDelegation"
          fixed={{ delegationId, categories: [...delegation.categories], language: delegation.language }}
          className="form"
          said={t('common.changesSaved')}
        >
          <DelegationFields known={delegation} />
          <Submit>{t('common.saveChanges')}</Submit>
        </MutationForm>
      </section>
      <section className="sec" aria-labelledby="credentials">
        <h2 id="credentials">{t('conference.credentials')}</h2>
        {delegation.credentials === 'PROVISIONAL' ? <p className="muted">{t('conference.provisionalHint')}</p> : null}
        <MutationForm<typeof recordCredentials>
          intent="conference.recordCredentials"
          fixed={{ delegationId }}
          className="form"
          said={t('common.changesSaved')}
        >
          <Select
            name="credentials"
            label={t('conference.credentials')}
            defaultValue={delegation.credentials}
            choices={credentialsSteps.map((step) => ({ value: step, label: t(`conference.credentialsState.${step}`) }))}
          />
          <TextField
            name="form"
            label={t('conference.credentialsForm')}
            hint={t('conference.credentialsFormHint')}
            isOptional
            maxLength={60}
          />
          <Submit kind="outlined">{t('conference.recordCredentials')}</Submit>
        </MutationForm>
      </section>
      {delegation.step === 'TAKING_PART' ? (
        <section className="sec" aria-labelledby="part">
          <h2 id="part">{t('conference.takingPart')}</h2>
          <div className="row wrap">
            {delegation.kind === 'OBSERVER' ? (
              <Confirm ask={t('conference.admit')} title={t('conference.admitTitle')}>
                {(close) => (
                  <MutationForm<typeof admitAsParticipant>
                    intent="conference.admitAsParticipant"
                    fixed={{ delegationId }}
                    onDone={close}
                  >
                    <p>{t('conference.admitText')}</p>
                    <Submit>{t('conference.admitNow')}</Submit>
                  </MutationForm>
                )}
              </Confirm>
            ) : null}
            <Confirm ask={t('conference.recordLeaving')} title={t('conference.leavingTitle')} kind="danger">
              {(close) => (
                <MutationForm<typeof recordWithdrawal>
                  intent="conference.recordWithdrawal"
                  fixed={{ delegationId }}
                  onDone={close}
                >
                  <p>{t('conference.leavingText')}</p>
                  <p>{t('conference.leavingSeals')}</p>
                  <Submit kind="danger">{t('conference.leavingNow')}</Submit>
                </MutationForm>
              )}
            </Confirm>
          </div>
        </section>
      ) : null}
    </Page>
  )
}
