import { useLoaderData } from '@remix-run/react'
import { neverSignedIn, pendingInvitations } from '#app/features/identity/invitation-contract.ts'
import { mayInvite } from '#app/features/identity/policy.ts'
import { AccessPage } from '#app/features/imports/access-page.tsx'
import { assertAllowed, hidden } from '#app/kernel/policy.ts'
import { load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('imports.accessTitle') }

export const loader = load(async ({ caller, url }) => {
  const acting = actingIn(caller.actor)
  assertAllowed(acting.side === 'secretariat' ? mayInvite(acting) : hidden)
  const [answer, pending] = [await caller.ask(neverSignedIn, {}), await caller.ask(pendingInvitations, {})]
  return { answer, pending, isDone: url.searchParams.has('done') }
})

export default function Access() {
  const { answer, pending, isDone } = useLoaderData<typeof loader>()
  const { people, linksMadeAt } = useLive<typeof neverSignedIn>('identity.neverSignedIn', {}, answer)
  const { invitations } = useLive<typeof pendingInvitations>('identity.pendingInvitations', {}, pending)
  const waitingForHeads = invitations.filter(({ step }) => step === 'AWAITING_HEAD').length
  return <AccessPage people={people} linksMadeAt={linksMadeAt} isDone={isDone} waitingForHeads={waitingForHeads} />
}
