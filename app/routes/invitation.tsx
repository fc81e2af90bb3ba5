import { redirectDocument } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { acceptInvitation, invitationShown } from '#app/features/identity/invitation-contract.ts'
import { InvitationPage } from '#app/features/identity/invitation-page.tsx'
import { openedCookies } from '#app/features/identity/set-cookies.ts'
import { act, load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export { clientAction } from '#app/ui/offline-action.ts'
export { BareErrorPage as ErrorBoundary } from '#app/ui/shell/bare-error.tsx'
export const handle: PageHandle = { title: ({ t }) => t('identity.invitation') }

const gone = { state: 'gone' } as const

export const loader = load(async ({ caller, context, request }) => {
  const token = context.cookies.readInvitation(request.headers.get('Cookie'))
  const invitation = token ? await caller.ask(invitationShown, { token }) : gone
  return { invitation, signedInAs: caller.actor.kind === 'person' ? caller.actor.name : null }
})

export const action = act(acceptInvitation.name, async ({ caller, context, request }, input) => {
  const { browser, cookies } = context
  const token = cookies.readInvitation(request.headers.get('Cookie')) ?? ''
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const result = await caller.mutate(acceptInvitation, {
    token,
    name: text(input.name),
    password: text(input.password),
    browser: { ...browser, isShared: input.isShared },
  })
  if (result.outcome === 'sign-in-first') return redirectDocument('/sign-in?next=/invitation')
  const headers = result.outcome === 'signed-in' ? openedCookies(cookies, result) : new Headers()
  headers.append('Set-Cookie', cookies.endInvitation())
  const mustChoose = result.outcome === 'added' || result.mustChoose
  return redirectDocument(mustChoose ? '/capacity' : '/', { headers })
})

export default function InvitationRoute() {
  return <InvitationPage {...useLoaderData<typeof loader>()} />
}
