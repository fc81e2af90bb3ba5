import type { Revoked } from './messages.ts'

/**
 * Why this page is no longer served at all: its content is taken from the screen. `replaced` is none of them: it is said
 * to a connection that this same page has given up.
 */
export type LinkEnd = Exclude<Extract<Revoked, { scope: 'login' }>['code'], 'replaced'>

/** The page's connection as the screen knows it. `since` is milliseconds of the reader's clock. */
export type LinkState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected'; readonly over: 'websocket' | 'polling' }
  /** `isCrowded`: this person has more pages open than the server takes. */
  | { readonly kind: 'offline'; readonly since: number; readonly isCrowded: boolean }
  /** The server speaks a newer version than this page: what is typed is kept until it is loaded again. */
  | { readonly kind: 'reload' }
  | { readonly kind: 'ended'; readonly because: LinkEnd }
