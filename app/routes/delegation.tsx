import { useLoaderData } from '@remix-run/react'
import { changeRole, endAccreditation, giveRights, ownDelegation } from '#app/features/conference/contract.ts'
import { OwnDelegationPage } from '#app/features/conference/own-delegation-page.tsx'
import {
  confirmInvitation,
  confirmLinks,
  declineInvitation,
  delegationNews,
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

export const handle: PageHandle = { title: ({ t }) => t('delegation.title') }

export const loader = load(async ({ caller }) => ({
  own: await caller.ask(ownDelegation, {}),
  pending: await caller.ask(pendingInvitations, {}),
  newcomers: await caller.ask(neverSignedIn, {}),
  news: await caller.ask(delegationNews, {}),
  acting: actingIn(caller.actor),
}))

const shown = (intent: string) => (output: unknown) => Response.json({ ok: true, intent, output })
export const action = confirmedAction(
  leadsTo(invite, shown(invite.name)),
  leadsTo(renewInvitation, shown(renewInvitation.name)),
  leadsTo(giveAccess, shown(giveAccess.name)),
  revokeInvitation,
  confirmInvitation,
  confirmLinks,
  declineInvitation,
  giveRights,
  changeRole,
  endAccreditation,
)

export default function Delegation() {
  const loaded = useLoaderData<typeof loader>()
  const own = useLive<typeof ownDelegation>('conference.ownDelegation', {}, loaded.own)
  const { invitations } = useLive<typeof pendingInvitations>('identity.pendingInvitations', {}, loaded.pending)
  const waiting = useLive<typeof neverSignedIn>('identity.neverSignedIn', {}, loaded.newcomers)
  const { news } = useLive<typeof delegationNews>('identity.delegationNews', {}, loaded.news)
  return (
    <OwnDelegationPage
      own={own}
      invitations={invitations}
      newcomers={waiting.people}
      news={news}
      acting={loaded.acting}
    />
  )
}
