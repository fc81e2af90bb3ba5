import { useLoaderData } from '@remix-run/react'
import { drawLot, roster } from '#app/features/conference/contract.ts'
import { DelegationsPage } from '#app/features/conference/delegations-page.tsx'
import { mayManageConference } from '#app/features/conference/policy.ts'
import { assertAllowed, hidden } from '#app/kernel/policy.ts'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('conference.delegations') }

export const loader = load(async ({ caller }) => {
  const acting = actingIn(caller.actor)
  if (acting.side !== 'secretariat') assertAllowed(hidden)
  return { list: await caller.ask(roster, {}), decision: mayManageConference(acting) }
})

export const action = formAction(drawLot)

export default function Delegations() {
  const { list, decision } = useLoaderData<typeof loader>()
  return <DelegationsPage list={useLive<typeof roster>('conference.roster', {}, list)} decision={decision} />
}
