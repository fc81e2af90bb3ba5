import { redirect } from '@remix-run/node'
import { reauthenticate } from '#app/features/identity/contract.ts'
import { failure } from '#app/features/identity/failure.ts'
import { ReauthenticationPage } from '#app/features/identity/reauthentication-page.tsx'
import { localPath } from '#app/kernel/local-path.ts'
import { formAction, leadsTo, load, refused } from '#app/kernel/remix.server.ts'
import { personOf } from '#app/kernel/work.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export { clientAction } from '#app/ui/offline-action.ts'
export const handle: PageHandle = { title: ({ t }) => t('identity.reauthenticateTitle') }

export const loader = load(({ caller }) => {
  personOf(caller.actor)
  return null
})

/** A page that asks in a dialog stays where it is; this page leads back to where the act was refused. */
export const action = formAction(
  leadsTo(reauthenticate, (result, { context, url }) => {
    if (result.outcome === 'refused') return refused(reauthenticate.name, failure(result, 'password'))
    const headers = { 'Set-Cookie': context.cookies.login(result.token, result) }
    const next = localPath(url.searchParams.get('next'))
    if (next) return redirect(next, { headers })
    return Response.json({ ok: true, intent: reauthenticate.name, output: {} }, { headers })
  }),
)

export default function ReauthenticationRoute() {
  return <ReauthenticationPage />
}
