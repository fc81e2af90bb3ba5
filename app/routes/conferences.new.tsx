import { ConferenceFields } from '#app/features/conference/conference-form.tsx'
import { createConference } from '#app/features/conference/contract.ts'
import { mayCreateConference } from '#app/features/conference/policy.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { assertAllowed } from '#app/kernel/policy.ts'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import { personOf } from '#app/kernel/work.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { Submit } from '#app/ui/submit.tsx'
import { inNewCapacity } from './new-capacity.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('conference.create') }

export const loader = load(({ caller }) => {
  assertAllowed(mayCreateConference(personOf(caller.actor)))
  return null
})

// One acts in the new conference from here on.
export const action = formAction(
  leadsTo(createConference, ({ login }, entry) => inNewCapacity('/organiser/delegations', login, entry)),
)

export default function NewConference() {
  const { t } = useWords()
  return (
    <Page
      title={t('conference.create')}
      crumbs={[{ label: t('conference.conferences'), to: '/conferences' }, { label: t('conference.create') }]}
    >
      <MutationForm<typeof createConference> intent="conference.create" className="form" isDocument>
        <TextField
          name="symbolRoot"
          label={t('conference.symbolRoot')}
          hint={t('conference.symbolRootHint')}
          maxLength={40}
          dir="ltr"
        />
        <ConferenceFields />
        <div className="row">
          <Submit>{t('conference.create')}</Submit>
          <LinkButton to="/conferences" kind="quiet">
            {t('common.cancel')}
          </LinkButton>
        </div>
      </MutationForm>
    </Page>
  )
}
