import * as Y from 'yjs'
import { CONTENT_ROOT } from '#app/live/messages.ts'
import { isWhole } from '#server/live/replay.ts'
import { openDatabase } from '#server/store/client.ts'
import { createJournal } from '#server/store/journal-store.ts'
import type { Act } from './storm-page.ts'

/** What one page did and how much of it it was told is durable. */
export interface Claim {
  readonly documentId: string
  readonly acts: readonly Act[]
  readonly acknowledged: number
}

const mostRows = 1_000_000

/** Each document as its journal alone gives it, read while no server runs. */
export async function readJournals(
  database: { readonly dataDir: string; readonly url: string | undefined },
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, Y.Doc>> {
  const { dataDir, url } = database
  const opened = await openDatabase({ ...(url ? { url } : {}), dataDir })
  try {
    const journal = createJournal(opened)
    const docs = new Map<string, Y.Doc>()
    for (const id of documentIds) {
      const doc = new Y.Doc()
      for (const { bytes } of await journal.since(id, 0, mostRows)) Y.applyUpdate(doc, bytes)
      docs.set(id, doc)
    }
    return docs
  } finally {
    await opened.close()
  }
}

/**
 * What the journal says against what pages were told: an acknowledged mark that is not there once, an acknowledged
 * erasure that is not done, anything there twice, and history with a hole. Each as a sentence.
 */
export function faultsIn(journals: ReadonlyMap<string, Y.Doc>, claims: readonly Claim[]): string[] {
  const faults: string[] = []
  const counts = new Map<string, ReadonlyMap<string, number>>()
  for (const [id, doc] of journals) {
    if (!isWhole(doc)) faults.push(`the journal of ${id} has a hole`)
    counts.set(id, marksIn(doc))
  }
  for (const claim of claims) {
    const found = counts.get(claim.documentId) ?? new Map<string, number>()
    faults.push(...faultsOf(claim, found))
  }
  return faults
}

function faultsOf({ acts, acknowledged }: Claim, found: ReadonlyMap<string, number>): string[] {
  const erasedAt = new Map(acts.flatMap(({ kind, mark }, place) => (kind === 'erase' ? [[mark, place] as const] : [])))
  return acts.flatMap(({ kind, mark }, place) => {
    if (kind === 'erase') return []
    const times = found.get(mark) ?? 0
    const gone = erasedAt.get(mark)
    if (times > 1) return [`${mark} is there ${times} times`]
    if (times === 0 && place < acknowledged && gone === undefined) return [`${mark} was acknowledged and is lost`]
    if (times === 1 && gone !== undefined && gone < acknowledged)
      return [`${mark} was erased, acknowledged, and is back`]
    return []
  })
}

function marksIn(doc: Y.Doc): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [mark] of doc
    .getXmlFragment(CONTENT_ROOT)
    .toString()
    .matchAll(/\[[\w.]+\]/g))
    counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return counts
}

/** How many pages show something else than the journal says, or know another history. */
export function differing(
  journals: ReadonlyMap<string, Y.Doc>,
  pages: readonly { readonly documentId: string; readonly doc: Y.Doc }[],
): number {
  return pages.filter(({ documentId, doc }) => {
    const truth = journals.get(documentId)
    return !truth || wordsOf(truth) !== wordsOf(doc) || !sameHistory(truth, doc)
  }).length
}

const wordsOf = (doc: Y.Doc) => doc.getXmlFragment(CONTENT_ROOT).toString()
const sameHistory = (one: Y.Doc, other: Y.Doc) =>
  Buffer.compare(Y.encodeStateVector(one), Y.encodeStateVector(other)) === 0
