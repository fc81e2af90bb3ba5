import * as Y from 'yjs'
import { ownDifference } from './own-difference.ts'
import { stateDigest } from './state-digest.ts'

/** This page's copy of a document: the Yjs document, and the one id under which this page may write in it. */
export class DocumentCopy {
  readonly doc = new Y.Doc()
  /** Every id this page has written or may write under: with no other may it speak for the past. */
  private readonly ownIds = new Set<number>()
  private issuedId: number | null = null

  /** `edited` hears what this reader wrote; never what came through `merge`. */
  constructor(edited: (update: Uint8Array) => void) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) edited(update)
    })
  }

  /** Null before the first opening, for readers, and when Yjs found somebody else writing under it. */
  get clientId(): number | null {
    return this.issuedId
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** Only after everything the server has was merged: Yjs gives up an id under which something new comes in. */
  writeAs(clientId: number | null, carried: readonly number[]): void {
    for (const id of carried) this.ownIds.add(id)
    this.issuedId = clientId
    if (clientId === null) return
    this.ownIds.add(clientId)
    this.doc.clientID = clientId
  }

  giveUpId(): void {
    this.issuedId = null
  }

  /** `broken`: it threw, so this copy is no longer to be trusted. `id-taken`: somebody else writes under our id. */
  merge(update: Uint8Array): 'merged' | 'broken' | 'id-taken' {
    try {
      Y.applyUpdate(this.doc, update, this)
    } catch {
      return 'broken'
    }
    if (this.issuedId === null || this.doc.clientID === this.issuedId) return 'merged'
    this.issuedId = null
    return 'id-taken'
  }

  digest(): string {
    const known = Y.decodeStateVector(this.stateVector)
    return stateDigest(known, Y.createDeleteSetFromStructStore(this.doc.store).clients)
  }

  /** What the server has not got of this reader's words, waiting or not; null when it has them all. */
  ownDifference(stateVector: Uint8Array, waitingIds: readonly number[]): Uint8Array | null {
    return ownDifference(this.doc, new Set([...this.ownIds, ...waitingIds]), stateVector)
  }
}
