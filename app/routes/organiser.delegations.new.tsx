import { redirect } from '@remix-run/node'
import { addDelegation } from '#app/features/conference/contract.ts'
import { DelegationFields } from '#app/features/conference/delegation-form.tsx'
import { mayManageConference } from '#app/features/conference/policy.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { assertAllowed } from '#app/kernel/policy.ts'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { Submit } from '#app/ui/submit.tsx'

export const handle: PageHandle = { title: ({ t }) => t('conference.addDelegation') }

export const loader = load(({ caller }) => {
  assertAllowed(mayManageConference(actingIn(caller.actor)))
  return null
})

export const action = formAction(leadsTo(addDelegation, () => redirect('/organiser/delegations')))

export default function NewDelegation() {
  const { t } = useWords()
  return (
    <Page
      title={t('conference.addDelegation')}
      crumbs={[
        { label: t('conference.delegations'), to: '/organiser/delegations' },
        { label: t('conference.addDelegation') },
      ]}
    >
      <MutationForm<typeof addDelegation> intent="conference.addDelegation" className="form">
        <DelegationFields />
        <Submit>{t('conference.addDelegation')}</Submit>
      </MutationForm>
    </Page>
  )
}
