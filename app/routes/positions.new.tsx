import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { agendaBoard } from '#app/features/agenda/contract.ts'
import { createPosition } from '#app/features/drafts/contract.ts'
import { DraftFields } from '#app/features/drafts/draft-form.tsx'
import { mayDraftPosition } from '#app/features/drafts/policy.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { assertAllowed } from '#app/kernel/policy.ts'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { Submit } from '#app/ui/submit.tsx'

export const handle: PageHandle = { title: ({ t }) => t('positions.start') }

export const loader = load(async ({ caller, url }) => {
  assertAllowed(mayDraftPosition(actingIn(caller.actor)))
  const { items } = await caller.ask(agendaBoard, {})
  return { items, itemId: url.searchParams.get('item') }
})

export const action = formAction(leadsTo(createPosition, ({ draftId }) => redirect(`/positions/${draftId}`)))

export default function NewPosition() {
  const { t, locale } = useWords()
  const { items, itemId } = useLoaderData<typeof loader>()
  const own = useShellView()?.acting?.delegation
  return (
    <Page
      title={t('positions.start')}
      crumbs={[{ label: t('positions.title'), to: '/positions' }, { label: t('positions.start') }]}
      visibility={{ kind: 'delegation', of: own ? nameIn(own.names, locale) : undefined }}
      isFlush
    >
      <div className="body">
        <MutationForm<typeof createPosition> intent="drafts.createPosition" className="form">
          <DraftFields items={items} itemId={itemId} />
          <div className="row">
            <Submit>{t('positions.start')}</Submit>
            <LinkButton to="/positions" kind="quiet">
              {t('common.cancel')}
            </LinkButton>
          </div>
        </MutationForm>
      </div>
    </Page>
  )
}
