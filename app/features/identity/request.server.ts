import type { Appearance } from './appearance.ts'
import type { Cookies } from './cookies.server.ts'

/** What the pages of this folder, and the root, need to know of a request beside who asks. */
export interface RequestIdentity {
  readonly cookies: Cookies
  /** The network and device a request comes from, for the throttle and the list of logins. */
  readonly browser: { readonly network: string; readonly device: string; readonly deviceToken: string | null }
  /** How pages look, from the cookie: known before anybody has signed in. */
  readonly look: Appearance
  /** The login was opened on a shared computer: nothing is kept in this browser (SEC-093). */
  readonly isSharedComputer: boolean
  /** When the login ends if nothing more is done with it; null without one. */
  readonly loginEndsAt: string | null
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestIdentity {}
}
