import { useLoaderData } from '@remix-run/react'
import { AcceptPage } from '#app/features/force/acceptance/accept-page.tsx'
import { acceptLine, caveatList, conditionLinks, outreachBook, setFund } from '#app/features/force/contract.ts'
import { formAction, load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('shell.forces') }

export const loader = load(async ({ caller }) => {
  // A page of the secretariat, like its book: for others neither is there.
  await caller.ask(outreachBook, {})
  return {
    loaded: await loadForce(caller),
    caveats: await caller.ask(caveatList, {}),
    links: await caller.ask(conditionLinks, {}),
  }
})

export const action = formAction(acceptLine, setFund)

export { clientAction } from '#app/ui/offline-action.ts'

export default function ForcesAccept() {
  return <AcceptPage {...useLoaderData<typeof loader>()} />
}
