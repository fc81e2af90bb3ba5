import { redirect, redirectDocument } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { frontDoor, signIn } from '#app/features/identity/contract.ts'
import { failure } from '#app/features/identity/failure.ts'
import { openedCookies } from '#app/features/identity/set-cookies.ts'
import { SignInPage } from '#app/features/identity/sign-in-page.tsx'
import { act, load, nextPath, refused } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export { clientAction } from '#app/ui/offline-action.ts'
export { BareErrorPage as ErrorBoundary } from '#app/ui/shell/bare-error.tsx'
export const handle: PageHandle = { title: ({ t }) => t('identity.signIn') }

export const loader = load(async ({ caller, url }) => {
  if (caller.actor.kind === 'person') throw redirect(nextPath(url))
  return { door: await caller.ask(frontDoor, {}), wasSignedOut: url.searchParams.has('signed-out') }
})

export const action = act(signIn.name, async ({ caller, context, url }, { name, password, isShared }) => {
  const typed = { name: String(name ?? ''), password: String(password ?? '') }
  const result = await caller.mutate(signIn, { ...typed, browser: { ...context.browser, isShared } })
  if (result.outcome === 'refused') return refused(signIn.name, failure(result, null), { name: [typed.name] })
  const next = nextPath(url)
  const to = result.mustChoose ? `/capacity?next=${encodeURIComponent(next)}` : next
  return redirectDocument(to, { headers: openedCookies(context.cookies, result) })
})

export default function SignInRoute() {
  return <SignInPage {...useLoaderData<typeof loader>()} />
}
