import { useLoaderData } from '@remix-run/react'
import { draftList } from '#app/features/drafts/contract.ts'
import { DraftTable } from '#app/features/drafts/draft-table.tsx'
import { mayDraftPosition } from '#app/features/drafts/policy.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { assertAllowed } from '#app/kernel/policy.ts'
import { load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { VisibilityBand } from '#app/ui/visibility-label.tsx'

export const handle: PageHandle = { title: ({ t }) => t('positions.title') }

export const loader = load(async ({ caller }) => {
  const acting = actingIn(caller.actor)
  const decision = mayDraftPosition(acting)
  if (!decision.ok && decision.kind === 'missing') assertAllowed(decision)
  return { list: await caller.ask(draftList, {}), mayStart: decision.ok }
})

export default function Positions() {
  const { t, locale } = useWords()
  const loaded = useLoaderData<typeof loader>()
  const { positions, shared } = useLive<typeof draftList>('drafts.list', {}, loaded.list)
  const own = useShellView()?.acting?.delegation
  const start = loaded.mayStart ? (
    <LinkButton to="/positions/new" kind="primary">
      {t('positions.start')}
    </LinkButton>
  ) : null
  const writing = positions.filter(({ step }) => step === 'DRAFT')
  const aside = positions.filter(({ step }) => step === 'SET_ASIDE')
  return (
    <Page
      title={t('positions.title')}
      end={writing.length > 0 ? start : null}
      visibility={{
        kind: 'delegation',
        of: own ? nameIn(own.names, locale) : undefined,
        end: t('visibility.notVisibleToSecretariat'),
      }}
      isFlush
    >
      <div className="body">
        <section className="sec" aria-labelledby="own">
          <h2 id="own">{t('positions.mine')}</h2>
          {writing.length > 0 ? (
            <DraftTable caption={t('positions.mine')} drafts={writing} />
          ) : (
            <EmptyState action={start}>{t('positions.empty')}</EmptyState>
          )}
        </section>
        {shared.length > 0 ? (
          <section className="sec" aria-labelledby="shared">
            <h2 id="shared">{t('drafts.sharedDrafts')}</h2>
            {/* What stands at the top of the page is said of the delegation's own. */}
            <VisibilityBand kind="drafting-group" />
            <DraftTable caption={t('drafts.sharedDrafts')} drafts={shared} />
          </section>
        ) : null}
        {aside.length > 0 ? (
          <section className="sec" aria-labelledby="aside">
            <h2 id="aside">{t('drafts.setAsideList')}</h2>
            <DraftTable caption={t('drafts.setAsideList')} drafts={aside} />
          </section>
        ) : null}
      </div>
    </Page>
  )
}
