import { useLoaderData } from '@remix-run/react'
import { changeRole, endAccreditation, people } from '#app/features/conference/contract.ts'
import { PeoplePage } from '#app/features/conference/people-page.tsx'
import {
  giveAccess,
  invite,
  neverSignedIn,
  pendingInvitations,
  renewInvitation,
  revokeInvitation,
} from '#app/features/identity/invitation-contract.ts'
import { leadsTo, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { confirmedAction } from './confirmed-action.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('people.title') }

export const loader = load(async ({ caller }) => ({
  list: await caller.ask(people, {}),
  pending: await caller.ask(pendingInvitations, {}),
  newcomers: await caller.ask(neverSignedIn, {}),
  acting: actingIn(caller.actor),
}))

// The link is shown in the answer itself, also without JavaScript: nowhere else is it to be had.
const shown = (intent: string) => (output: unknown) => Response.json({ ok: true, intent, output })
export const action = confirmedAction(
  leadsTo(invite, shown(invite.name)),
  leadsTo(renewInvitation, shown(renewInvitation.name)),
  leadsTo(giveAccess, shown(giveAccess.name)),
  revokeInvitation,
  changeRole,
  endAccreditation,
)

export default function People() {
  const { list, pending, newcomers, acting } = useLoaderData<typeof loader>()
  const everybody = useLive<typeof people>('conference.people', {}, list)
  const { invitations } = useLive<typeof pendingInvitations>('identity.pendingInvitations', {}, pending)
  const waiting = useLive<typeof neverSignedIn>('identity.neverSignedIn', {}, newcomers)
  return <PeoplePage list={everybody} invitations={invitations} newcomers={waiting.people} acting={acting} />
}
