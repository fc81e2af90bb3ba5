import type { Bearer, ReadOnlyReason, Revoked } from './messages.ts'

/** Why a document is no longer shown. `gone`: it could not be opened; `broken`: this copy is no longer to be trusted. */
export type EndReason = Extract<Revoked, { scope: 'room' }>['code'] | 'gone' | 'broken'

/** What a page needs to know about an open document besides its text, its carets and its save state. */
export interface DocumentStatus {
  /** `away`: it was open and the connection is lost; what is shown may be old, and writing goes on. */
  readonly phase: 'opening' | 'open' | 'away' | 'ended'
  readonly ended: EndReason | null
  readonly mayWrite: boolean
  readonly readOnly: ReadOnlyReason | null
  /** It is open in so many windows of this reader that it cannot be opened here until one is closed. */
  readonly isCrowded: boolean
  /** The journal was damaged and the last good state is shown; its owners are told. */
  readonly isDamaged: boolean
  /** Edits of an earlier visit that were found on this device and sent. */
  readonly restored: number
  /** This copy and the server's had drifted apart and were brought together again. */
  readonly wasResynced: boolean
  readonly massDeletion: { readonly seq: number; readonly who: Bearer | null } | null
}

export const nothingKnown: DocumentStatus = {
  phase: 'opening',
  ended: null,
  mayWrite: false,
  readOnly: null,
  isCrowded: false,
  isDamaged: false,
  restored: 0,
  wasResynced: false,
  massDeletion: null,
}

/** A reason that time does not take away: what waits to be saved never will be. */
export const isLasting = (reason: ReadOnlyReason) =>
  reason === 'reader' || reason === 'closed' || reason === 'too-large'
