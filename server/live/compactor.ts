import type * as Y from 'yjs'
import { CONTENT_ROOT } from '#app/live/messages.ts'
import { digestOf } from './digest.ts'
import type { Journal, StoredSnapshot } from './journal.ts'
import { goodSnapshot, rowsAfter } from './load-document.ts'
import { docFrom, replay } from './replay.ts'
import type { Report } from './report.ts'
import { digestOfDoc, type RoomText } from './room-text.ts'

/** What a snapshot is made of: a room that is open. */
export interface Compacted {
  readonly documentId: string
  readonly seq: number
  readonly text: RoomText
  sinceSnapshot: number
  snapshotAt: number
  /** What the edits that no proven snapshot holds take in the journal. */
  readonly logBytes: number
  /** A proven snapshot holds so many of them. */
  compacted(bytes: number): void
}

const limits = { edits: 500, leastMs: 60_000, mostMs: 10 * 60_000, onClosing: 50, logBytes: 10 * 1024 * 1024 }

/** Half of what may lie in the journal without a snapshot: one is made whenever this is passed (SEC-074). */
export const isLogLong = ({ logBytes }: Pick<Compacted, 'logBytes'>) => logBytes >= limits.logBytes

export const isSnapshotDue = (room: Pick<Compacted, 'sinceSnapshot' | 'snapshotAt' | 'logBytes'>, now: number) =>
  ((room.sinceSnapshot >= limits.edits || isLogLong(room)) && now - room.snapshotAt >= limits.leastMs) ||
  (room.sinceSnapshot > 0 && now - room.snapshotAt >= limits.mostMs)

/** Worth one before the room is closed, so that the next opening reads little. */
export const isSnapshotWorthwhile = ({ sinceSnapshot }: Compacted) => sinceSnapshot >= limits.onClosing

/** Writes snapshots beside the journal and proves each before it counts. */
export class Compactor {
  constructor(
    private readonly journal: Journal,
    private readonly report: Report,
    private readonly clock: () => number,
  ) {}

  async compact(room: Compacted): Promise<void> {
    const started = this.clock()
    const { documentId, seq, logBytes } = room
    const apart = isLogLong(room) ? 1 : undefined
    const bytes = room.text.encode()
    const snapshot = { seq, bytes, digest: digestOf(bytes) }
    room.sinceSnapshot = 0
    room.snapshotAt = started
    try {
      if (!(await this.journal.saveSnapshot(documentId, snapshot, apart))) {
        if (apart) room.compacted(logBytes)
        return
      }
      const isVerified = await this.verify(documentId, snapshot)
      if (isVerified) {
        await this.journal.markVerified(documentId, seq)
        room.compacted(logBytes)
      }
      this.report({ kind: 'snapshot', ms: this.clock() - started, isVerified })
    } catch (error) {
      this.report({ kind: 'trouble', what: 'a snapshot could not be made', error })
    }
  }

  /** The last proven state and every edit after it must give the same document: by induction, the whole journal does. */
  async verify(documentId: string, snapshot: StoredSnapshot): Promise<boolean> {
    const base = await goodSnapshot(this.journal, documentId, snapshot.seq)
    const rows = await rowsAfter(this.journal, documentId, base?.seq ?? 0, snapshot.seq)
    const setAside = await this.journal.setAside(documentId)
    const { doc, bad } = replay(base, rows, snapshot.seq, setAside)
    const made = docFrom(snapshot)
    const isSame = bad.length === 0 && sameDocument(doc, made)
    doc.destroy()
    made.destroy()
    return isSame
  }
}

const sameDocument = (one: Y.Doc, other: Y.Doc) =>
  digestOfDoc(one) === digestOfDoc(other) &&
  one.getXmlFragment(CONTENT_ROOT).toString() === other.getXmlFragment(CONTENT_ROOT).toString()
