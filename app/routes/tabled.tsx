import { useLoaderData } from '@remix-run/react'
import { tabledList } from '#app/features/drafts/contract.ts'
import { TabledTable } from '#app/features/drafts/tabled-table.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('tabled.title') }

export const loader = load(async ({ caller }) => ({
  list: await caller.ask(tabledList, {}),
  isObserver: actingIn(caller.actor).side === 'observer',
  hasShared: actingIn(caller.actor).side !== 'observer',
}))

export default function Tabled() {
  const { t } = useWords()
  const { list, isObserver, hasShared } = useLoaderData<typeof loader>()
  const { texts } = useLive<typeof tabledList>('tabled.list', {}, list)
  return (
    <Page
      title={t('tabled.title')}
      sub={t('tabled.texts', { count: texts.length })}
      end={hasShared ? <LinkButton to="/shared">{t('drafts.sharedDrafts')}</LinkButton> : null}
      visibility={{ kind: isObserver ? 'published' : 'tabled' }}
      isFlush
    >
      <div className="body">
        {texts.length > 0 ? (
          <TabledTable caption={t('tabled.title')} texts={texts} />
        ) : (
          <EmptyState>{t('tabled.empty')}</EmptyState>
        )}
      </div>
    </Page>
  )
}
