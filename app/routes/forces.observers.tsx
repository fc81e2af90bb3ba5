import { useLoaderData } from '@remix-run/react'
import { endTotals, offerReaders, outreachBook, releaseTotals } from '#app/features/force/contract.ts'
import { ObserversPage } from '#app/features/force/observers/observers-page.tsx'
import { formAction, load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('shell.forces') }

export const loader = load(async ({ caller }) => {
  // A page of the secretariat, like its book: for others neither is there.
  await caller.ask(outreachBook, {})
  return { loaded: await loadForce(caller), readers: await caller.ask(offerReaders, {}) }
})

export const action = formAction(releaseTotals, endTotals)

export { clientAction } from '#app/ui/offline-action.ts'

export default function ForcesObservers() {
  return <ObserversPage {...useLoaderData<typeof loader>()} />
}
