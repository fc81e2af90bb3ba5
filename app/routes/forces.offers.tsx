import { useLoaderData } from '@remix-run/react'
import { offerReaders } from '#app/features/force/contract.ts'
import { OffersPage } from '#app/features/force/offers/offers-page.tsx'
import { useForce } from '#app/features/force/use-force.tsx'
import { load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('forceOffers.title') }

export const loader = load(async ({ caller }) => ({
  force: await loadForce(caller),
  readers: await caller.ask(offerReaders, {}),
  acting: actingIn(caller.actor),
}))

export default function Offers() {
  const { force, ...rest } = useLoaderData<typeof loader>()
  return <OffersPage force={useForce(force)} {...rest} />
}
