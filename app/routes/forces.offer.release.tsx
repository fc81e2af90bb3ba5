import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { offerView, releaseOffer } from '#app/features/force/contract.ts'
import { circleOf } from '#app/features/force/offers/circle-of.ts'
import { choiceRefusal, releaseChoice } from '#app/features/force/offers/release-choice.ts'
import { ReleasePage, type ReleaseStep } from '#app/features/force/offers/release-page.tsx'
import { mayReleaseOffer } from '#app/features/force/policy.ts'
import { useForce } from '#app/features/force/use-force.tsx'
import { must } from '#app/kernel/must.ts'
import { assertAllowed } from '#app/kernel/policy.ts'
import { leadsTo, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { confirmedAction } from './confirmed-action.server.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('forceOffers.release.title') }

export const loader = load(async ({ caller, params, url }) => {
  const acting = actingIn(caller.actor)
  const offer = await caller.ask(offerView, { offerId: must(params.offerId) })
  assertAllowed(mayReleaseOffer(acting, circleOf(offer, acting.conferenceId)))
  const search = new URLSearchParams(url.searchParams)
  const chosen = releaseChoice(search)
  const refused = chosen && choiceRefusal(offer, chosen)
  const wanted = stepOf(search.get('step'))
  // What is refused is said where it was chosen.
  const step = wanted === 3 && refused ? 2 : wanted
  search.set('step', '2')
  return {
    offer,
    force: await loadForce(caller),
    acting,
    step,
    chosen,
    refused: wanted === 3 ? refused : null,
    reviewed: search.get('reviewed') ?? must(offer.reviewMark),
    path: url.pathname,
    search: search.toString(),
  }
})

const stepOf = (text: string | null): ReleaseStep => (text === '2' ? 2 : text === '3' ? 3 : 1)

export const action = confirmedAction(
  leadsTo(releaseOffer, (_, { params }) => redirect(`/forces/offers/${must(params.offerId)}?receipt=1`)),
)

export default function Release() {
  const loaded = useLoaderData<typeof loader>()
  const force = useForce(loaded.force)
  const { offerId } = loaded.offer
  const offer = useLive<typeof offerView>('force.offer', { offerId }, loaded.offer)
  const { acting, ...review } = loaded
  const here = { offer, force, acting, circle: circleOf(offer, acting.conferenceId) }
  return <ReleasePage {...review} here={here} />
}
