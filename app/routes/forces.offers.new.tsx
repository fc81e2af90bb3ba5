import { redirect } from '@remix-run/node'
import { prepareOffer } from '#app/features/force/contract.ts'
import { NewOfferPage } from '#app/features/force/offers/new-offer-page.tsx'
import { mayPrepareOffer } from '#app/features/force/policy.ts'
import { assertAllowed } from '#app/kernel/policy.ts'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('forceOffers.prepare') }

export const loader = load(({ caller }) => {
  assertAllowed(mayPrepareOffer(actingIn(caller.actor)))
  return null
})

export const action = formAction(leadsTo(prepareOffer, ({ offerId }) => redirect(`/forces/offers/${offerId}`)))

export default function NewOffer() {
  return <NewOfferPage />
}
