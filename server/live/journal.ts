/** One edit on its way into the journal, with everything its author is checked by inside the commit. */
export interface JournalEntry {
  readonly documentId: string
  readonly opId: string
  readonly accreditationId: string
  readonly personId: string
  /** Epoch of the accreditation and its person, as it was when the connection was admitted. */
  readonly epoch: number
  /** Epoch of the access to the document, as it was when the document was opened. */
  readonly accessEpoch: number
  /** The opening that holds the client ids now; a later opening of the same ids takes them over. */
  readonly holder: string
  readonly clientIds: readonly number[]
  readonly bytes: Uint8Array
  readonly digest: Uint8Array
}

export type JournalFault = 'missing' | 'access' | 'op-id' | 'reopen' | 'closed' | 'gap'

export type JournalOutcome =
  | {
      readonly kind: 'saved'
      readonly seq: number
      /** Milliseconds since 1970, by the clock of the database. */
      readonly at: number
      /** False for a resend: it was stored before, under this sequence. */
      readonly isFresh: boolean
    }
  | { readonly kind: 'refused'; readonly fault: JournalFault }

export interface StoredUpdate {
  readonly seq: number
  readonly opId: string
  readonly accreditationId: string | null
  readonly bytes: Uint8Array
  readonly digest: Uint8Array
}

export interface StoredSnapshot {
  readonly seq: number
  readonly bytes: Uint8Array
  readonly digest: Uint8Array
}

export interface StoredDocument {
  readonly seq: number
  readonly isOpen: boolean
  readonly accessEpoch: number
  readonly isDamaged: boolean
}

export interface Repair {
  readonly lookedAt: number
  readonly opId: string
  readonly clientId: number
  readonly bytes: Uint8Array
}

/** What is kept of every document. The truth: memory is never ahead of it. */
export interface Journal {
  /** One commit for all of them; the answers are in the order of the entries. Rejects when nothing is known of the outcome. */
  append(entries: readonly JournalEntry[]): Promise<JournalOutcome[]>
  document(documentId: string): Promise<StoredDocument | null>
  /** The latest verified snapshot below `before`. */
  snapshot(documentId: string, before: number): Promise<StoredSnapshot | null>
  /** The edits after `seq`, in order, at most `most`. */
  since(documentId: string, seq: number, most: number): Promise<StoredUpdate[]>
  /** Sequences that were set aside before and are not read again. */
  setAside(documentId: string): Promise<ReadonlySet<number>>
  quarantine(documentId: string, rows: readonly { seq: number; bytes: Uint8Array; reason: string }[]): Promise<void>
  /**
   * False when there is a proven snapshot nearly as new: another process made it. `apart` is how many edits must lie
   * between two; 1 keeps every one that is newer than the last.
   */
  saveSnapshot(documentId: string, snapshot: StoredSnapshot, apart?: number): Promise<boolean>
  markVerified(documentId: string, seq: number): Promise<void>
  /**
   * Stores an edit of nobody's, which mends what is not of the schema. Answers its sequence; null when the document is
   * closed, or when such an edit came since `lookedAt`: another process has mended it.
   */
  repair(documentId: string, repair: Repair): Promise<number | null>
  /** Removes snapshots that newer verified ones replace, and rows older than `before` that a verified snapshot covers. */
  prune(before: Date): Promise<number>
}
