import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { issueRevision, tableRevision, tablingReview } from '#app/features/drafts/contract.ts'
import { mayTableAtAll } from '#app/features/drafts/policy.ts'
import { ReviewPage, type ReviewStep } from '#app/features/drafts/review-page.tsx'
import { tabledPath } from '#app/features/drafts/words-of.ts'
import { ForceFacts } from '#app/features/force/force-facts.tsx'
import { must } from '#app/kernel/must.ts'
import { assertAllowed } from '#app/kernel/policy.ts'
import { leadsTo, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { confirmedAction } from './confirmed-action.server.ts'
import { quotesFor } from './quotes.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('positions.reviewTitle') }

export const loader = load(async ({ caller, params, url }) => {
  const acting = actingIn(caller.actor)
  const isShared = url.pathname.startsWith('/shared')
  const revisionId = url.searchParams.get('revision') ?? ''
  const review = await caller.ask(tablingReview, { draftId: must(params.draftId), revisionId })
  if (!isShared) assertAllowed(mayTableAtAll(acting))
  return {
    review,
    quotes: await quotesFor(caller),
    acting,
    isShared,
    step: stepOf(url.searchParams.get('step')),
    path: `${url.pathname}?revision=${revisionId}`,
  }
})

const stepOf = (text: string | null): ReviewStep => (text === '2' ? 2 : text === '3' ? 3 : 1)

const toReceipt = ({ symbol }: { symbol: string }) => redirect(`${tabledPath(symbol)}?receipt=1`)
export const action = confirmedAction(leadsTo(tableRevision, toReceipt), leadsTo(issueRevision, toReceipt))

export default function Review() {
  const { quotes, ...review } = useLoaderData<typeof loader>()
  return (
    <ForceFacts quotes={quotes} isFrozen>
      <ReviewPage {...review} />
    </ForceFacts>
  )
}
