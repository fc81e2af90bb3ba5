import * as Y from 'yjs'
import { CONTENT_ROOT } from '#app/live/messages.ts'
import { stateDigest } from '#app/live/state-digest.ts'
import { isWhole } from './replay.ts'

export const documentLimits = {
  bytes: 2 * 1024 * 1024,
  blocks: 5_000,
  /** Edits in the journal that no proven snapshot holds yet (SEC-074). */
  logBytes: 20 * 1024 * 1024,
  /** Client ids that ever wrote: each is carried in the state for good (SEC-065). */
  clientIds: 2_000,
  sharedTailBytes: 64 * 1024,
}

const massDeletion = { leastUnits: 2_000, share: 0.5 }

export type ApplyUpdate = (doc: Y.Doc, update: Uint8Array) => void

/** The state of one document in memory, always exactly what its journal says up to some sequence. */
export class RoomText {
  /** Upper bound of the encoded size; exact again whenever the state is encoded. */
  private bytes: number
  private full: { readonly bytes: number; readonly is: boolean } | null = null
  private applied: Uint8Array[] = []
  private shared: { readonly state: Uint8Array; readonly seq: number; since: Uint8Array[]; sinceBytes: number } | null =
    null

  constructor(
    readonly doc: Y.Doc,
    private readonly apply: ApplyUpdate,
  ) {
    this.bytes = Y.encodeStateAsUpdate(doc).length
    doc.on('update', (update: Uint8Array) => this.applied.push(update))
  }

  /**
   * Applies edits as one step and answers the one merged update the room is told; null when all of it was known. Throws
   * when any of them does not apply, and the document is not to be used any more.
   */
  merge(updates: readonly Uint8Array[]): Uint8Array | null {
    this.applied = []
    this.doc.transact(() => {
      for (const update of updates) this.apply(this.doc, update)
    })
    if (!isWhole(this.doc)) throw new Error('An edit left something pending.')
    for (const { length } of updates) this.bytes += length
    const [first, ...others] = this.applied
    if (!first) return null
    const merged = others.length === 0 ? first : Y.mergeUpdates(this.applied)
    this.shared?.since.push(merged)
    if (this.shared) this.shared.sinceBytes += merged.length
    return merged
  }

  encode(): Uint8Array {
    const state = Y.encodeStateAsUpdate(this.doc)
    this.bytes = state.length
    return state
  }

  /**
   * The whole document for newcomers: encoded once and shared by all who come at about the same time, with what was
   * applied since. `seq` is the sequence of the state as it is now.
   */
  encodeShared(seq: number): { state: Uint8Array; seq: number; since: Uint8Array | null } {
    if (!this.shared || this.shared.sinceBytes > documentLimits.sharedTailBytes) {
      this.shared = { state: this.encode(), seq, since: [], sinceBytes: 0 }
    }
    const { state, since } = this.shared
    return { state, seq: this.shared.seq, since: since.length === 0 ? null : Y.mergeUpdates(since) }
  }

  /** What somebody lacks who knows so much; throws RangeError or TypeError when it is no state vector. */
  since(stateVector: Uint8Array): { state: Uint8Array; since: null } {
    return { state: Y.encodeStateAsUpdate(this.doc, stateVector), since: null }
  }

  /** About how many bytes the whole state takes. */
  get size(): number {
    return this.bytes
  }

  /** Nobody has come for a while: the shared copy would only take memory. */
  forgetShared(): void {
    this.shared = null
  }

  get isFull(): boolean {
    if (this.doc.getXmlFragment(CONTENT_ROOT).length > documentLimits.blocks) return true
    if (this.bytes <= documentLimits.bytes) return false
    // Encoding is dear: asked again only when something was applied since.
    if (this.full?.bytes !== this.bytes)
      this.full = { is: this.encode().length > documentLimits.bytes, bytes: this.bytes }
    return this.full.is
  }

  /** Of these, those under which nothing was written yet. */
  newIds(clientIds: readonly number[]): number[] {
    return clientIds.filter((id) => !this.doc.store.clients.has(id))
  }

  get clientCount(): number {
    return this.doc.store.clients.size
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  get digest(): string {
    return digestOfDoc(this.doc)
  }

  /** Characters and elements that are there and not deleted. Walks the whole document. */
  get units(): number {
    let units = 0
    for (const clock of Y.decodeStateVector(this.stateVector).values()) units += clock
    for (const ranges of Y.createDeleteSetFromStructStore(this.doc.store).clients.values()) {
      for (const { len } of ranges) units -= len
    }
    return units
  }

  destroy(): void {
    this.doc.destroy()
  }
}

export function digestOfDoc(doc: Y.Doc): string {
  const vector = Y.decodeStateVector(Y.encodeStateVector(doc))
  return stateDigest(vector, Y.createDeleteSetFromStructStore(doc.store).clients)
}

/** Whether edits that delete so much may be a mass deletion: cheap, and wrong only on the careful side (SEC-073). */
export const mayBeMassDeletion = (deletes: number) => deletes > massDeletion.leastUnits * massDeletion.share

export const isMassDeletion = (before: number, after: number) =>
  before > massDeletion.leastUnits && after < before * (1 - massDeletion.share)
