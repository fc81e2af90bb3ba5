import type { Appearance } from './appearance.ts'

/** The makers of cookies that a route finds in its context. */
export interface CookieMakers {
  login(token: string, options: { isShared: boolean }): string
  device(token: string): string
  locale(value: string): string
  look(value: Appearance): string
  endInvitation(): string
}

interface Opened {
  readonly token: string
  readonly deviceToken: string | null
  readonly isShared: boolean
  readonly locale: string
  readonly appearance: Appearance
}

/** What the browser keeps of a sign-in. On a shared computer that is the login alone, until it closes. */
export function openedCookies(
  cookies: CookieMakers,
  { token, deviceToken, isShared, locale, appearance }: Opened,
): Headers {
  const headers = new Headers()
  headers.append('Set-Cookie', cookies.login(token, { isShared }))
  headers.append('Set-Cookie', cookies.look(appearance))
  if (deviceToken) headers.append('Set-Cookie', cookies.device(deviceToken))
  if (!isShared) headers.append('Set-Cookie', cookies.locale(locale))
  return headers
}
