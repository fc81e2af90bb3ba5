import * as Y from 'yjs'
import { digestOf, sameBytes } from './digest.ts'
import type { StoredSnapshot, StoredUpdate } from './journal.ts'
import { bulkLimits, validate } from './validator.ts'

export interface BadRow {
  readonly seq: number
  readonly bytes: Uint8Array
  readonly reason: 'missing' | 'digest' | 'does-not-fit' | 'throws'
}

export interface Replayed {
  readonly doc: Y.Doc
  readonly seq: number
  readonly bad: readonly BadRow[]
}

/** What an update must never do, whoever made it: leave something pending, which Yjs would drag along for ever. */
export const isWhole = (doc: Y.Doc): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null

/**
 * The document as it was after edit `upTo`, from a snapshot and the edits after it. Edits that cannot be read or that
 * build on such a one are left out and listed; those in `setAside` were listed before.
 */
export function replay(
  snapshot: StoredSnapshot | null,
  rows: readonly StoredUpdate[],
  upTo: number,
  setAside: ReadonlySet<number> = new Set(),
): Replayed {
  const { good, bad } = sortOut(rows, snapshot?.seq ?? 0, upTo, setAside)
  const quick = docFrom(snapshot)
  if (applies(quick, good) && isWhole(quick)) return { doc: quick, seq: upTo, bad }
  quick.destroy()
  // A throw is not a roll-back: whatever it left behind goes, and the edits are tried one by one.
  return { ...oneByOne(snapshot, good, [...bad]), seq: upTo }
}

/** A document with the snapshot in it; throws when the snapshot cannot be read. */
export function docFrom(snapshot: StoredSnapshot | null): Y.Doc {
  const doc = new Y.Doc()
  if (!snapshot) return doc
  if (!sameBytes(digestOf(snapshot.bytes), snapshot.digest)) throw new Error('The snapshot is damaged.')
  Y.applyUpdate(doc, snapshot.bytes)
  if (!isWhole(doc)) throw new Error('The snapshot is not whole.')
  return doc
}

function sortOut(rows: readonly StoredUpdate[], after: number, upTo: number, setAside: ReadonlySet<number>) {
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  const good: StoredUpdate[] = []
  const bad: BadRow[] = []
  const first = rows[0]?.seq ?? upTo
  for (let seq = after + 1; seq <= upTo; seq++) {
    if (setAside.has(seq)) continue
    // What was pruned because of a snapshot that cannot be read now is one loss, however many edits it was.
    if (seq > after + 1 && seq < first) continue
    const row = bySeq.get(seq)
    if (!row) bad.push({ seq, bytes: new Uint8Array(), reason: 'missing' })
    else if (sameBytes(digestOf(row.bytes), row.digest)) good.push(row)
    else bad.push({ seq, bytes: row.bytes, reason: 'digest' })
  }
  return { good, bad }
}

function applies(doc: Y.Doc, rows: readonly StoredUpdate[]): boolean {
  try {
    doc.transact(() => {
      for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
    })
    return true
  } catch {
    // The caller finds out which one, and lists it.
    return false
  }
}

function oneByOne(snapshot: StoredSnapshot | null, rows: readonly StoredUpdate[], bad: BadRow[]) {
  const throwing = new Set<number>()
  for (;;) {
    const unfit: BadRow[] = []
    const doc = docFrom(snapshot)
    const thrower = rows.find((row) => {
      if (throwing.has(row.seq)) return false
      if (fits(doc, row.bytes)) return !applies(doc, [row]) || !isWhole(doc)
      unfit.push({ seq: row.seq, bytes: row.bytes, reason: 'does-not-fit' })
      return false
    })
    if (!thrower) return { doc, bad: [...bad, ...unfit] }
    doc.destroy()
    throwing.add(thrower.seq)
    bad.push({ seq: thrower.seq, bytes: thrower.bytes, reason: 'throws' })
  }
}

const anyName = { isNode: () => true, isMark: () => true, isAttribute: () => true }

const fits = (doc: Y.Doc, bytes: Uint8Array) =>
  validate(bytes, doc, { owns: () => true, overlay: new Map() }, anyName, { ...bulkLimits, bytes: bytes.length })
    .kind === 'accepted'
