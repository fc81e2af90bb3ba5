import type * as Y from 'yjs'
import type { Journal, StoredDocument, StoredSnapshot, StoredUpdate } from './journal.ts'
import { type BadRow, docFrom, replay } from './replay.ts'

export interface LoadedDocument {
  readonly doc: Y.Doc
  readonly seq: number
  readonly stored: StoredDocument
  /** Edits since the snapshot it was loaded from. */
  readonly sinceSnapshot: number
  /** What those edits take in the journal. */
  readonly logBytes: number
  readonly bad: readonly BadRow[]
}

const pageRows = 5_000
const newest = 2 ** 31 - 1

/**
 * Opens a document from its journal: the latest good snapshot and everything after it. Damage is set aside, once, and the
 * document is marked so that its owners are told (REL-17); null when there is no such document.
 */
export async function loadDocument(journal: Journal, documentId: string): Promise<LoadedDocument | null> {
  const stored = await journal.document(documentId)
  if (!stored) return null
  const setAside = await journal.setAside(documentId)
  const snapshot = await goodSnapshot(journal, documentId)
  const rows = await rowsAfter(journal, documentId, snapshot?.seq ?? 0)
  const seq = Math.max(stored.seq, snapshot?.seq ?? 0, rows.at(-1)?.seq ?? 0)
  const { doc, bad } = replay(snapshot, rows, seq, setAside)
  if (bad.length > 0) await journal.quarantine(documentId, bad)
  const isDamaged = stored.isDamaged || bad.length > 0
  const logBytes = rows.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return { doc, seq, stored: { ...stored, isDamaged }, sinceSnapshot: seq - (snapshot?.seq ?? 0), logBytes, bad }
}

/** The latest snapshot before edit `seq` that can be read. */
export async function goodSnapshot(journal: Journal, documentId: string, seq = newest): Promise<StoredSnapshot | null> {
  for (let before = seq; ; ) {
    const snapshot = await journal.snapshot(documentId, before)
    if (!snapshot || isGood(snapshot)) return snapshot
    before = snapshot.seq
  }
}

function isGood(snapshot: StoredSnapshot): boolean {
  try {
    docFrom(snapshot).destroy()
    return true
  } catch {
    // The one before it and a longer tail give the same document.
    return false
  }
}

export async function rowsAfter(
  journal: Journal,
  documentId: string,
  seq: number,
  upTo = newest,
): Promise<StoredUpdate[]> {
  const rows: StoredUpdate[] = []
  for (let last = seq; ; ) {
    const page = await journal.since(documentId, last, pageRows)
    rows.push(...page.filter((row) => row.seq <= upTo))
    last = page.at(-1)?.seq ?? last
    if (page.length < pageRows || last >= upTo) return rows
  }
}
