import { useLoaderData } from '@remix-run/react'
import { endTotals, outreachBook, releaseTotals } from '#app/features/force/contract.ts'
import { ObserversPage } from '#app/features/force/observers/observers-page.tsx'
import { formAction, load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'
import { offerViews } from './load-force-desk.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('shell.forces') }

export const loader = load(async ({ caller }) => {
  // A page of the secretariat, like its book: for others neither is there.
  await caller.ask(outreachBook, {})
  const loaded = await loadForce(caller)
  const views = await offerViews(caller, loaded.board.offers)
  const countedIds = views.filter(({ release }) => release?.audience === 'ALL').map(({ offerId }) => offerId)
  return { loaded, countedIds }
})

export const action = formAction(releaseTotals, endTotals)

export { clientAction } from '#app/ui/offline-action.ts'

export default function ForcesObservers() {
  return <ObserversPage {...useLoaderData<typeof loader>()} />
}
