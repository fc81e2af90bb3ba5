import { useLoaderData } from '@remix-run/react'
import { draftList } from '#app/features/drafts/contract.ts'
import { DraftTable } from '#app/features/drafts/draft-table.tsx'
import { mayOpenSharedDraft } from '#app/features/drafts/policy.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('drafts.sharedDrafts') }

export const loader = load(async ({ caller }) => ({
  list: await caller.ask(draftList, {}),
  mayOpen: mayOpenSharedDraft(actingIn(caller.actor)).ok,
}))

export default function SharedDrafts() {
  const { t } = useWords()
  const { list, mayOpen } = useLoaderData<typeof loader>()
  const { shared } = useLive<typeof draftList>('drafts.list', {}, list)
  const open = mayOpen ? (
    <LinkButton to="/shared/new" kind="primary">
      {t('drafts.openShared')}
    </LinkButton>
  ) : null
  return (
    <Page
      title={t('drafts.sharedDrafts')}
      crumbs={[{ label: t('tabled.title'), to: '/tabled' }, { label: t('drafts.sharedDrafts') }]}
      end={shared.length > 0 ? open : null}
      visibility={{ kind: 'drafting-group' }}
      isFlush
    >
      <div className="body">
        {shared.length > 0 ? (
          <DraftTable caption={t('drafts.sharedDrafts')} drafts={shared} />
        ) : (
          <EmptyState action={open}>{t('drafts.emptySharedList')}</EmptyState>
        )}
      </div>
    </Page>
  )
}
