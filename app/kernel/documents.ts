import type { Actor } from './actor.ts'
import type { Tx } from './work.server.ts'

type Attributes = Readonly<Record<string, string | number | boolean | null>>

/** A node of the editor's schema as plain JSON: what ProseMirror's `toJSON` gives. */
export interface ProseMirrorNode {
  readonly type: string
  readonly attrs?: Attributes
  readonly content?: readonly ProseMirrorNode[]
  readonly marks?: readonly { readonly type: string; readonly attrs?: Attributes }[]
  readonly text?: string
}

/** A whole document in that form. */
export interface ProseMirrorJson extends ProseMirrorNode {
  readonly type: 'doc'
  readonly content: readonly ProseMirrorNode[]
}

export interface DocumentAccess {
  readonly access: 'none' | 'read' | 'write'
  /**
   * How this reader is shown to the others in the document, and whether they are shown to this reader. `none`: neither,
   * for documents that many may read and few write.
   */
  readonly caret: 'person' | 'delegation' | 'none'
}

/**
 * How the live engine opens one kind of document. `open` runs in its own transaction, under row-level security for the
 * actor; `none` is answered in the words of a document that does not exist. It is asked again whenever access may have
 * changed.
 */
export interface DocumentKind {
  readonly kind: string
  open(tx: Tx, actor: Actor, documentId: string): Promise<DocumentAccess>
}

/**
 * Whose document it is: the circle that row-level security lets in. All null is a document of the conference that only a
 * feature's own policy opens (a drafting group's, for instance).
 */
export interface DocumentCircle {
  readonly conferenceId: string
  readonly delegationId?: string | null
  /** The owner of a personal paper. */
  readonly accreditationId?: string | null
  readonly side?: 'secretariat' | 'state' | 'observer' | null
}

export interface NewDocument extends DocumentCircle {
  readonly kind: string
  /** The first content, made once and here; one empty paragraph when there is none. */
  readonly content?: ProseMirrorJson
  readonly now: Date
  readonly newId: () => string
}

export interface DocumentReading {
  readonly json: ProseMirrorJson
  /** Sequence of the last edit that is in `json`. */
  readonly seq: number
  /** How many edits the document has had, from the first one. */
  readonly updates: number
}

/** One stretch of edits by one person in one capacity. Authors come from the journal, never from the text (SEC-068). */
export interface DocumentAuthor {
  readonly accreditationId: string
  readonly personId: string
  /** The Yjs client ids under which this author's words stand in the document. */
  readonly clientIds: readonly number[]
  readonly edits: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/** A paragraph by who wrote which of its words; `authorId` is an accreditation, null where the journal names nobody. */
export interface WrittenBlock {
  readonly id: string | null
  readonly form: string
  readonly depth: number
  readonly lang: string | null
  readonly runs: readonly { readonly text: string; readonly authorId: string | null }[]
}

/** A new top-level block, which goes before the block that is now at place `at`; at the end when there is none. */
export interface PlacedBlock {
  readonly at: number
  readonly block: ProseMirrorNode
}

/** Live documents, as feature mutations and queries reach them inside their own transaction. */
export interface Documents {
  /** Answers the id of the new document. */
  create(tx: Tx, document: NewDocument): Promise<string>
  /** The text as it is now, or as it was after edit `atSeq`; throws `missing` when row-level security hides it. */
  read(tx: Tx, documentId: string, atSeq?: number): Promise<DocumentReading>
  /**
   * Adds blocks to the text as it is now, in nobody's name; what others type meanwhile merges, and whoever has it open
   * sees it right after the commit. `arrange` decides on the text while nobody can change it; adding nothing is no edit.
   * Answers the sequence of the edit, or null. Throws `missing` as `read` does, and a conflict once writing has ended.
   */
  add(
    tx: Tx,
    documentId: string,
    addition: {
      readonly arrange: (json: ProseMirrorJson) => readonly PlacedBlock[]
      readonly now: Date
      readonly newId: () => string
    },
  ): Promise<number | null>
  /** Ends writing, in this transaction: an edit committed later is refused. Closing twice changes nothing. */
  close(tx: Tx, documentId: string, reason: string): Promise<void>
  reopen(tx: Tx, documentId: string): Promise<void>
  /**
   * Who may open it has changed. Edits of everybody who opened it before are refused from this commit on until they were
   * asked again; the caller also names the document in `revoke`, so that those with no access any more lose sight of it.
   */
  accessChanged(tx: Tx, documentId: string): Promise<void>
  authors(tx: Tx, documentId: string): Promise<DocumentAuthor[]>
  /** The text as it is now, by its authors; throws `missing` as `read` does. */
  written(tx: Tx, documentId: string): Promise<WrittenBlock[]>
}
