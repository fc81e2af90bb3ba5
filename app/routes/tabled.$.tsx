import { useLoaderData } from '@remix-run/react'
import { tabledView, withdrawTabled } from '#app/features/drafts/contract.ts'
import { mayWithdraw } from '#app/features/drafts/policy.ts'
import { Receipt } from '#app/features/drafts/receipt.tsx'
import { TabledText } from '#app/features/drafts/tabled-text.tsx'
import { WithdrawForm } from '#app/features/drafts/withdraw-form.tsx'
import { DependingOffers } from '#app/features/force/depending-offers.tsx'
import { ForceFacts } from '#app/features/force/force-facts.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { PrintButton } from '#app/ui/print-button.tsx'
import { confirmedAction } from './confirmed-action.server.ts'
import { linksFor, quotesFor } from './quotes.server.ts'

export const handle: PageHandle = { title: ({ t }, params) => params['*'] ?? t('tabled.title') }

export const loader = load(async ({ caller, params, url }) => ({
  text: await caller.ask(tabledView, { symbol: params['*'] ?? '' }),
  quotes: await quotesFor(caller),
  links: await linksFor(caller),
  acting: actingIn(caller.actor),
  hasReceipt: url.searchParams.has('receipt'),
}))

export const action = confirmedAction(withdrawTabled)

export default function Tabled() {
  const { t } = useWords()
  const loaded = useLoaderData<typeof loader>()
  const text = useLive<typeof tabledView>('tabled.view', { symbol: loaded.text.symbol }, loaded.text)
  const withdrawal = mayWithdraw(loaded.acting, {
    conferenceId: loaded.acting.conferenceId,
    delegationId: text.delegation?.delegationId ?? null,
    audience: text.audience,
    tabledAt: new Date(text.tabledAt),
    withdrawnAt: text.withdrawnAt ? new Date(text.withdrawnAt) : null,
  })
  const isOwn = withdrawal.ok || (withdrawal.kind !== 'missing' && withdrawal.code !== 'drafts/not-your-text')
  return (
    <Page
      title={<bdi dir="ltr">{text.symbol}</bdi>}
      crumbs={[{ label: t('tabled.title'), to: '/tabled' }, { label: text.symbol }]}
      end={
        <>
          <PrintButton />
          {isOwn && !text.withdrawnAt ? <WithdrawForm symbol={text.symbol} decision={withdrawal} /> : null}
        </>
      }
      symbol={text.symbol}
      visibility={{ kind: text.audience === 'ALL' ? 'published' : 'tabled' }}
      isFlush
    >
      <div className="body">
        {loaded.hasReceipt ? <Receipt text={text} back={text.delegation ? '/positions' : '/shared'} /> : null}
        {loaded.links ? <DependingOffers symbol={text.symbol} links={loaded.links} /> : null}
        <ForceFacts quotes={loaded.quotes} isFrozen>
          <TabledText text={text} />
        </ForceFacts>
      </div>
    </Page>
  )
}
