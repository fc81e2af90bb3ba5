import { useLoaderData } from '@remix-run/react'
import {
  admitAsParticipant,
  amendDelegation,
  recordCredentials,
  recordWithdrawal,
  roster,
} from '#app/features/conference/contract.ts'
import { DelegationPage } from '#app/features/conference/delegation-page.tsx'
import { mayManageConference } from '#app/features/conference/policy.ts'
import { missing } from '#app/kernel/errors.ts'
import { assertAllowed } from '#app/kernel/policy.ts'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('conference.delegation') }

export const loader = load(async ({ caller, params }) => {
  assertAllowed(mayManageConference(actingIn(caller.actor)))
  const { delegations } = await caller.ask(roster, {})
  const delegation = delegations.find(({ delegationId }) => delegationId === params.delegationId)
  if (!delegation) throw missing()
  return delegation
})

export const action = formAction(amendDelegation, recordCredentials, admitAsParticipant, recordWithdrawal)

export default function Delegation() {
  return <DelegationPage delegation={useLoaderData<typeof loader>()} />
}
