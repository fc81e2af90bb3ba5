import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { agendaBoard } from '#app/features/agenda/contract.ts'
import { roster } from '#app/features/conference/contract.ts'
import { openSharedDraft } from '#app/features/drafts/contract.ts'
import { DraftFields } from '#app/features/drafts/draft-form.tsx'
import { GroupChoices } from '#app/features/drafts/drafting-group.tsx'
import { mayOpenSharedDraft } from '#app/features/drafts/policy.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { assertAllowed } from '#app/kernel/policy.ts'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { Submit } from '#app/ui/submit.tsx'

export const handle: PageHandle = { title: ({ t }) => t('drafts.openShared') }

export const loader = load(async ({ caller, url }) => {
  assertAllowed(mayOpenSharedDraft(actingIn(caller.actor)))
  const { items } = await caller.ask(agendaBoard, {})
  const { delegations } = await caller.ask(roster, {})
  return {
    items,
    itemId: url.searchParams.get('item'),
    states: delegations.filter(({ kind, step }) => kind === 'STATE' && step === 'TAKING_PART'),
  }
})

export const action = formAction(leadsTo(openSharedDraft, ({ draftId }) => redirect(`/shared/${draftId}`)))

export default function NewSharedDraft() {
  const { t } = useWords()
  const { items, itemId, states } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('drafts.openShared')}
      crumbs={[{ label: t('drafts.sharedDrafts'), to: '/shared' }, { label: t('drafts.openShared') }]}
      visibility={{ kind: 'secretariat' }}
      isFlush
    >
      <div className="body">
        <MutationForm<typeof openSharedDraft> intent="drafts.openShared" className="form">
          <DraftFields items={items} itemId={itemId} isShared />
          <GroupChoices states={states} chosen={[]} />
          <div className="row">
            <Submit>{t('drafts.openShared')}</Submit>
            <LinkButton to="/shared" kind="quiet">
              {t('common.cancel')}
            </LinkButton>
          </div>
        </MutationForm>
      </div>
    </Page>
  )
}
