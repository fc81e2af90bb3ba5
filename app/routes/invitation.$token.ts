import { redirect } from '@remix-run/node'
import { load } from '#app/kernel/remix.server.ts'

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/**
 * Takes the token out of the address, where screens, histories and logs would keep it, and looks at nothing: scanners
 * of mail open links too (SEC-029).
 */
export const loader = load(({ context, params: { token } }) => {
  const { cookies } = context
  const cookie = token && tokenPattern.test(token) ? cookies.invitation(token) : cookies.endInvitation()
  return redirect('/invitation', { headers: { 'Set-Cookie': cookie } })
})
