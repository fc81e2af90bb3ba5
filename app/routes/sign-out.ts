import { redirect, redirectDocument } from '@remix-run/node'
import { signOut } from '#app/features/identity/contract.ts'
import { act, load } from '#app/kernel/remix.server.ts'

/** Signing out is an act: a link or a picture that leads here changes nothing (SEC-081). */
export const loader = load(() => redirect('/'))

export const action = act(signOut.name, async ({ caller, context }) => {
  if (caller.actor.kind === 'person') await caller.mutate(signOut, {})
  const headers = new Headers({ 'Set-Cookie': context.cookies.endLogin(), 'Clear-Site-Data': '"cache", "storage"' })
  return redirectDocument('/sign-in?signed-out', { headers })
})
