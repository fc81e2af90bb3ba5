import { redirectDocument } from '@remix-run/node'
import type { RenewedLogin } from '#app/features/identity/opening.ts'
import type { Entry } from '#app/kernel/remix.server.ts'

/** Onward in another capacity: the page is made anew for it, and the browser gets the login's new token (SEC-042). */
export function inNewCapacity(to: string, login: RenewedLogin | null, { context }: Pick<Entry, 'context'>): Response {
  const headers = new Headers()
  if (login) headers.append('Set-Cookie', context.cookies.login(login.token, login))
  return redirectDocument(to, { headers })
}
