import { redirect, redirectDocument } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  changePassword,
  endLogin,
  myCapacities,
  mySecurity,
  setAppearance,
  setLanguage,
  signOutEverywhere,
} from '#app/features/identity/contract.ts'
import { failure } from '#app/features/identity/failure.ts'
import { SettingsPage } from '#app/features/identity/settings-page.tsx'
import { formAction, leadsTo, load, refused } from '#app/kernel/remix.server.ts'
import { personOf } from '#app/kernel/work.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export { clientAction } from '#app/ui/offline-action.ts'
export const handle: PageHandle = { title: ({ t }) => t('settings.title') }

export const loader = load(async ({ caller, context, url }) => ({
  locale: context.locale,
  look: context.look,
  security: await caller.ask(mySecurity, {}),
  currentLoginId: personOf(caller.actor).loginId,
  hasNewPassword: url.searchParams.has('password-changed'),
  capacities: (await caller.ask(myCapacities, {})).capacities.length,
}))

export const action = formAction(
  leadsTo(setLanguage, ({ locale }, { context }) =>
    redirectDocument('/settings', { headers: { 'Set-Cookie': context.cookies.locale(locale) } }),
  ),
  leadsTo(setAppearance, (look, { context }) =>
    redirectDocument('/settings', { headers: { 'Set-Cookie': context.cookies.look(look) } }),
  ),
  leadsTo(changePassword, (result, { context }) =>
    result.outcome === 'refused'
      ? refused(changePassword.name, failure(result, 'currentPassword'))
      : redirect('/settings?password-changed#security', {
          headers: { 'Set-Cookie': context.cookies.login(result.token, result) },
        }),
  ),
  signOutEverywhere,
  endLogin,
)

export default function SettingsRoute() {
  return <SettingsPage {...useLoaderData<typeof loader>()} />
}
