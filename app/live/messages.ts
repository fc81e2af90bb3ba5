// What travels on the socket, as types and numbers only: the browser imports this file, so no schema library may reach
// it. `protocol.ts` holds the same shapes as schemas for the server; a test proves that the two agree.

import type { Refusal } from '#app/kernel/errors.ts'

export const PROTOCOL_VERSION = 2
export const LIVE_PATH = '/live'
export const CONTENT_ROOT = 'content'

/** How many colours of carets there are. */
export const PALETTE_SIZE = 12

/** Code of the refusal to open a document once more for somebody who has it open very often. */
export const TOO_MANY_OPENINGS = 'live/too-many-openings'

export const LIMITS = {
  updateBytes: 64 * 1024,
  bulkBytes: 1024 * 1024,
  cursorBytes: 1024,
  nameLength: 80,
  opIdLength: 22,
  resumedIds: 20,
  updatesPerSecond: 30,
  cursorsPerSecond: 5,
} as const

/** 16 random bytes in base64url, made by whoever sends the update; the same for every resend of it. */
export type OpId = string

/** What an acknowledged event answers. Expected refusals are values; a socket acknowledgement never throws. */
export type Answer<Output> = { ok: true; output: Output } | { ok: false; refusal: LiveRefusal }

/** `requestId` is what a person quotes to the secretariat when something went wrong (SEC-060). */
export interface LiveRefusal extends Refusal {
  readonly retryAfterMs?: number
  readonly requestId?: string
}

/** How a member of a room is shown to the others. Identity is always the server's word, never the client's. */
export type Bearer =
  | { kind: 'person'; name: string }
  | { kind: 'delegation'; names: Record<string, string> }
  | { kind: 'secretariat' }

export interface Peer {
  /** Number of the member within this room. */
  peer: number
  who: Bearer
  /** Index into the palette of carets; equal for equal bearers. */
  palette: number
  mayWrite: boolean
}

export interface AskInput {
  name: string
  input: unknown
}

export interface MutateInput extends AskInput {
  /** The same key twice is the same act. */
  once?: string
  /** The capacity the page was made for. */
  acting?: string
}

export interface WatchInput {
  query: string
  input: unknown
}

export interface Watching {
  watch: number
  output: unknown
}

/** What the last answer on this watch has become. */
export interface Patched {
  watch: number
  /** A `Patch`. */
  patch: unknown
}

export interface OpenInput {
  document: string
  /** Version of the editor's schema; an older editor may read and not write. */
  schema: number
  /** State vector of what this page already holds; absent on the first opening. */
  stateVector?: Uint8Array
  /** The client id this page wrote with before the connection was lost. Only the page that used it may ask. */
  resume?: number
  /** Client ids of unsent updates found in this browser, left by an earlier page of the same person. */
  carry?: number[]
}

export interface Opened {
  /** Number of the room for this and every later message about the document. */
  room: number
  /** Yjs client id to write with; null for readers. */
  clientId: number | null
  /** Those of `carry` under which updates will be accepted on this connection. */
  carried: number[]
  seq: number
  /** What was missing: a Yjs update relative to the state vector that came with `open`. */
  update: Uint8Array
  stateVector: Uint8Array
  mayWrite: boolean
  /** Why one may read and not write; null when one may write. */
  readOnly: ReadOnlyReason | null
  /** The journal of this document was damaged and it was opened from its last good state. */
  damaged: boolean
  /** Own number among the peers; null where presence is not shown. */
  peer: number | null
  peers: Peer[]
  /** Cursors at this moment, as `decodeCursors` reads them. */
  cursors: Uint8Array
}

export type ReadOnlyReason = 'reader' | 'closed' | 'editor-version' | 'too-large' | 'unconfirmed'

export interface Push {
  room: number
  /** Counts the pushes of this connection in this room, from 1. */
  counter: number
  opId: OpId
  update: Uint8Array
  /** An explicit paste, import or resend after a long absence: up to `LIMITS.bulkBytes` instead of `updateBytes`. */
  bulk?: boolean
}

export interface Saved {
  room: number
  /** Every push up to and including this counter is durable or was refused before. */
  counter: number
  /** Sequence of the last of them in the document. */
  seq: number
  /** Milliseconds since 1970 by the clock of the database. */
  at: number
}

/** `retry` codes keep the update: send it again, with the same op id. The others mean that it can never be accepted. */
export type RefusedCode =
  | 'busy'
  | 'limited'
  | 'not-saved'
  | 'not-open'
  | 'reopen'
  | 'gap'
  | 'unconfirmed'
  | 'read-only'
  | 'closed'
  | 'too-large'
  | 'document-full'
  | 'malformed'
  | 'foreign-client'
  | 'forbidden-content'
  | 'op-id'

/** After these the update stays in the queue; after the others it is offered to its writer as a copy. */
export const RETRIED: readonly RefusedCode[] = [
  'busy',
  'limited',
  'not-saved',
  'not-open',
  'reopen',
  'gap',
  'unconfirmed',
]

export interface Refused {
  room: number
  counter: number
  code: RefusedCode
  retryAfterMs?: number
}

export interface Batch {
  room: number
  seq: number
  update: Uint8Array
}

export interface CursorInput {
  room: number
  /** `encodeCursor` of anchor and head; null takes the cursor away. */
  cursor: Uint8Array | null
}

export interface CursorNews {
  room: number
  joined?: Peer[]
  left?: number[]
  /** Cursors that changed, as `decodeCursors` reads them. */
  cursors?: Uint8Array
}

export interface Need {
  room: number
  stateVector: Uint8Array
}

export interface Digest {
  room: number
  seq: number
  /** `stateDigest` of the document as it was after the last batch sent before this message. */
  digest: string
}

export type Notice =
  | { room: number; notice: 'damaged' }
  | { room: number; notice: 'mass-deletion'; seq: number; who: Bearer | null }
  | { room: number; notice: 'read-only'; reason: ReadOnlyReason }
  | { room: number; notice: 'writable' }

export type Revoked =
  | { scope: 'room'; room: number; code: 'access' | 'closed' | 'taken-over' | 'reload' }
  | { scope: 'watch'; watch: number }
  | { scope: 'login'; code: 'signed-out' | 'access' | 'acting-changed' | 'unconfirmed' | 'rate' | 'replaced' }

export interface GoingAway {
  /** Come back after a random delay of up to so many milliseconds. */
  withinMs: number
}

export interface ClientToServer {
  ask: (message: AskInput, ack: (answer: Answer<unknown>) => void) => void
  mutate: (message: MutateInput, ack: (answer: Answer<unknown>) => void) => void
  watch: (message: WatchInput, ack: (answer: Answer<Watching>) => void) => void
  unwatch: (message: { watch: number }) => void
  open: (message: OpenInput, ack: (answer: Answer<Opened>) => void) => void
  leave: (message: { room: number }) => void
  push: (message: Push) => void
  cursor: (message: CursorInput) => void
}

export interface ServerToClient {
  result: (message: Watching) => void
  patch: (message: Patched) => void
  batch: (message: Batch) => void
  saved: (message: Saved) => void
  refused: (message: Refused) => void
  cursor: (message: CursorNews) => void
  need: (message: Need) => void
  behind: (message: { room: number }) => void
  digest: (message: Digest) => void
  notice: (message: Notice) => void
  revoked: (message: Revoked) => void
  'going-away': (message: GoingAway) => void
}

/** The `auth` of the handshake. `tab` is 16 random bytes in base64url, new for each page load. */
export interface Hello {
  version: number
  tab: string
}

/** `data` of the `connect_error` a refused handshake gets. */
export interface HandshakeRefusal {
  code: 'reload' | 'signed-out' | 'crowded' | 'unavailable'
  retryAfterMs?: number
}
