import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CapacityPage } from '#app/features/identity/capacity-page.tsx'
import { actAs, myCapacities } from '#app/features/identity/contract.ts'
import { actingOf } from '#app/kernel/actor.ts'
import { act, load, nextPath } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { inNewCapacity } from './new-capacity.server.ts'

export { clientAction } from '#app/ui/offline-action.ts'
export { BareErrorPage as ErrorBoundary } from '#app/ui/shell/bare-error.tsx'
export const handle: PageHandle = { title: ({ t }) => t('identity.capacities') }

export const loader = load(async ({ caller }) => {
  const { capacities, isOrganiser } = await caller.ask(myCapacities, {})
  // Whoever only sets up conferences has nothing to choose from, and something to do.
  if (capacities.length === 0 && isOrganiser) throw redirect('/conferences')
  return { capacities, isOrganiser, acting: actingOf(caller.actor)?.accreditationId ?? null }
})

export const action = act(actAs.name, async (entry, { accreditationId }) => {
  const { token, isShared } = await entry.caller.mutate(actAs, { accreditationId: String(accreditationId ?? '') })
  return inNewCapacity(nextPath(entry.url), token === null ? null : { token, isShared }, entry)
})

export default function CapacityRoute() {
  return <CapacityPage {...useLoaderData<typeof loader>()} />
}
