import { redirect, redirectDocument } from '@remix-run/node'
import { setLanguage } from '#app/features/identity/contract.ts'
import { isLocale } from '#app/i18n/choose-locale.ts'
import { localPath } from '#app/kernel/local-path.ts'
import { act, load } from '#app/kernel/remix.server.ts'

export const loader = load(() => redirect('/'))

/** The choice holds for this browser, and for the person where somebody is signed in. */
export const action = act(setLanguage.name, async ({ caller, context }, { locale, next }) => {
  const to = localPath(typeof next === 'string' ? next : null) ?? '/'
  if (!isLocale(locale)) return redirectDocument(to)
  if (caller.actor.kind === 'person') await caller.mutate(setLanguage, { locale })
  return redirectDocument(to, { headers: { 'Set-Cookie': context.cookies.locale(locale) } })
})
