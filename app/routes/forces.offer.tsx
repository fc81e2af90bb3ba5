import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { tabledList, tabledView } from '#app/features/drafts/contract.ts'
import {
  changeOffer,
  discardOffer,
  dropCondition,
  dropLine,
  lookAtLink,
  moveCaveat,
  moveOffer,
  offerView,
  setCaveat,
  setCondition,
  setLine,
  settleCondition,
} from '#app/features/force/contract.ts'
import { circleOf } from '#app/features/force/offers/circle-of.ts'
import type { LinkTo } from '#app/features/force/offers/link-forms.tsx'
import { OfferPage } from '#app/features/force/offers/offer-page.tsx'
import { paragraphsOf } from '#app/features/force/offers/text-paragraphs.ts'
import { savedOverAt } from '#app/features/force/offers/two-editors.tsx'
import { useForce } from '#app/features/force/use-force.tsx'
import type { Caller } from '#app/kernel/caller.ts'
import type { Mutation } from '#app/kernel/contract.ts'
import { must } from '#app/kernel/must.ts'
import { type Entry, formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('forceOffers.offer') }

export const loader = load(async ({ caller, params, url }) => {
  const offer = await caller.ask(offerView, { offerId: must(params.offerId) })
  return {
    offer,
    force: await loadForce(caller),
    acting: actingIn(caller.actor),
    linkTo: offer.hasOwnAccess ? await linkToOf(caller, url.searchParams) : nothingToLink,
    hasReceipt: url.searchParams.has('receipt'),
  }
})

const nothingToLink: LinkTo = { texts: [], conditionId: null, symbol: null, paragraphs: [] }

/** What a condition may hang on: the latest revision of each text in sight, and the paragraphs of the one that is chosen. */
async function linkToOf(caller: Caller, search: URLSearchParams): Promise<LinkTo> {
  const { texts } = await caller.ask(tabledList, {})
  const latest = texts.filter(({ withdrawnAt, replacedBy }) => !withdrawnAt && !replacedBy)
  const chosen = latest.find(({ baseSymbol }) => baseSymbol === search.get('link'))
  const text = chosen ? await caller.ask(tabledView, { symbol: chosen.symbol }) : null
  return {
    texts: latest.map(({ baseSymbol, title }) => ({ symbol: baseSymbol, title })),
    conditionId: search.get('condition'),
    symbol: chosen?.baseSymbol ?? null,
    paragraphs: paragraphsOf(text?.content ?? null),
  }
}

/** Without a script the page says at an address of its own what of a colleague was overwritten. */
const saved =
  ({ name }: Mutation) =>
  (output: { readonly overwritten: readonly string[] }, { request, url }: Entry) =>
    request.headers.get('Sec-Fetch-Dest') === 'document'
      ? redirect(savedOverAt(url.pathname, output.overwritten), 303)
      : Response.json({ ok: true, intent: name, output })

export const action = formAction(
  leadsTo(changeOffer, saved(changeOffer)),
  leadsTo(setLine, saved(setLine)),
  dropLine,
  leadsTo(discardOffer, () => redirect('/forces/offers')),
  leadsTo(setCondition, saved(setCondition)),
  dropCondition,
  settleCondition,
  lookAtLink,
  leadsTo(setCaveat, saved(setCaveat)),
  moveCaveat,
  moveOffer,
)

export default function Offer() {
  const loaded = useLoaderData<typeof loader>()
  const force = useForce(loaded.force)
  const { offerId } = loaded.offer
  const offer = useLive<typeof offerView>('force.offer', { offerId }, loaded.offer)
  const { acting, linkTo, hasReceipt } = loaded
  const here = { offer, force, acting, circle: circleOf(offer, acting.conferenceId) }
  return <OfferPage here={here} linkTo={linkTo} hasReceipt={hasReceipt} />
}
