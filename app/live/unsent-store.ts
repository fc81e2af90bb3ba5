/** One push that the server has not acknowledged. The bytes of an op id never change: a changed edit is a new op id. */
export interface UnsentEdit {
  readonly opId: string
  /** Orders the edits of one document on this device. */
  readonly counter: number
  readonly bytes: Uint8Array
  /** When its oldest change was made, and how many changes it holds. */
  readonly at: number
  readonly edits: number
  /** The page load it was written in: what a page that is still open will send itself, others leave alone. */
  readonly tab: string
}

/** What one person has written, in one capacity, and the server has not acknowledged (SEC-093). */
export interface UnsentStore {
  /** False when what it keeps is gone with the tab. */
  readonly isDurable: boolean
  /** In the order of their counters. */
  load(documentId: string): Promise<UnsentEdit[]>
  /** Resolves when the edit would survive the tab; what it replaces is gone in the same step. Rejects when it is not kept. */
  keep(documentId: string, edit: UnsentEdit, replacing?: readonly string[]): Promise<void>
  drop(documentId: string, opIds: readonly string[]): Promise<void>
  /** The documents that hold something unsent, with the number of edits in each. */
  documents(): Promise<Map<string, number>>
  /** Everything of everybody on this device (SEC-048). */
  wipe(): Promise<void>
}

/** For a shared computer, and for browsers that keep nothing: what is unsent lives as long as the tab. */
export function memoryUnsentStore(): UnsentStore {
  const byDocument = new Map<string, Map<string, UnsentEdit>>()
  return {
    isDurable: false,
    load: async (documentId) => inOrder(byDocument.get(documentId)?.values() ?? []),
    keep: async (documentId, edit, replacing = []) => {
      const edits = byDocument.get(documentId) ?? new Map<string, UnsentEdit>()
      for (const opId of replacing) edits.delete(opId)
      byDocument.set(documentId, edits.set(edit.opId, edit))
    },
    drop: async (documentId, opIds) => {
      const edits = byDocument.get(documentId)
      for (const opId of opIds) edits?.delete(opId)
      if (edits?.size === 0) byDocument.delete(documentId)
    },
    documents: async () =>
      new Map([...byDocument].map(([documentId, edits]) => [documentId, countEdits(edits.values())])),
    wipe: async () => byDocument.clear(),
  }
}

export const inOrder = (edits: Iterable<UnsentEdit>): UnsentEdit[] =>
  [...edits].sort((a, b) => a.counter - b.counter || a.at - b.at)

export const countEdits = (edits: Iterable<UnsentEdit>): number => {
  let count = 0
  for (const each of edits) count += each.edits
  return count
}
