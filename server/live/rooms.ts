import { randomInt } from 'node:crypto'
import * as Y from 'yjs'
import { missing } from '#app/kernel/errors.ts'
import type { CommitQueue } from './commit-queue.ts'
import { Compactor, isSnapshotDue, isSnapshotWorthwhile } from './compactor.ts'
import { frameOf } from './frame.ts'
import type { Journal } from './journal.ts'
import { loadDocument } from './load-document.ts'
import type { PendingEdit } from './member.ts'
import type { Report } from './report.ts'
import { Room } from './room.ts'
import type { ApplyUpdate } from './room-text.ts'
import type { CommittedEdit } from './row.ts'
import { type GuardParts, StructureGuard } from './structure-guard.ts'
import { Turns } from './turns.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface RoomsParts {
  readonly journal: Journal
  readonly queue: CommitQueue<PendingEdit>
  readonly names: Vocabulary
  readonly report: Report
  readonly clock: () => number
  readonly isShared: boolean
  /** How long an empty room stays in memory: a reload of a page should not load the document again. */
  readonly lingerMs: number
  publish(documentId: string, edits: readonly CommittedEdit[]): void
  presenceChanged(room: Room): void
  /** How soon the structure of a document is looked at after edits; null: never, for tests of everything else. */
  readonly structure?: GuardParts['delays'] | null
  /** Only a test of what happens when applying fails gives another. */
  readonly apply?: ApplyUpdate
}

const loadsAtOnce = 20
const roomNumbers = 2 ** 32 - 1

/** The documents that are open in this process. */
export class Rooms {
  private readonly loading = new Map<string, Promise<Room>>()
  private readonly byDocument = new Map<string, Room>()
  private readonly byNumber = new Map<number, Room>()
  private readonly loads = new Turns(loadsAtOnce)
  private readonly compactions = new Turns(1)
  private readonly compactor: Compactor
  private isConfirmed = true

  constructor(private readonly parts: RoomsParts) {
    this.compactor = new Compactor(parts.journal, parts.report, parts.clock)
  }

  get size(): number {
    return this.byDocument.size
  }

  get all(): Iterable<Room> {
    return this.byDocument.values()
  }

  find(documentId: string): Room | null {
    return this.byDocument.get(documentId) ?? null
  }

  numbered(number: number): Room | null {
    return this.byNumber.get(number) ?? null
  }

  /** Everybody who comes while a document is loading shares the one load. */
  async open(documentId: string): Promise<Room> {
    const room = this.byDocument.get(documentId)
    if (room) return room
    const loading = this.loading.get(documentId)
    if (loading) return loading
    const load = this.loads.run(() => this.load(documentId)).finally(() => this.loading.delete(documentId))
    this.loading.set(documentId, load)
    return load
  }

  receive(documentId: string, edits: readonly CommittedEdit[]): void {
    this.byDocument.get(documentId)?.receive(edits)
  }

  /** An act stored an edit itself: whoever has the document open gets it from the journal. */
  async reach(documentId: string, seq: number): Promise<void> {
    // A load that is under way may have read the journal before.
    await this.loading.get(documentId)
    const room = this.find(documentId)
    if (!room || room.seq >= seq) return
    await room.catchUp()
    // That may have been a look at the journal from before the commit.
    if (room.seq < seq && !room.isEvicted) await room.catchUp()
  }

  /** Asks the journal for everything: hints from other processes may have been lost. */
  catchUp(): void {
    for (const room of this.all) void room.catchUp()
  }

  /** While the database cannot confirm who may write, nobody writes (SEC-045). */
  setConfirmed(isConfirmed: boolean): void {
    this.isConfirmed = isConfirmed
    for (const room of this.all) room.setState({ isConfirmed })
  }

  /** Somebody left: the room goes when it stays empty. */
  left(room: Room): void {
    if (room.members.size > 0 || room.isEvicted) return
    setTimeout(() => void this.unload(room), this.parts.lingerMs).unref()
  }

  /** Every half minute: a digest for everybody to compare, and snapshots that are due. */
  async tick(): Promise<void> {
    const due: Room[] = []
    for (const room of this.all) {
      room.text.forgetShared()
      if (room.members.size > 0) room.fanOut.tell(frameOf('digest', digestOf(room)))
      else this.left(room)
      if (isSnapshotDue(room, this.parts.clock())) due.push(room)
    }
    for (const room of due) await this.compact(room)
  }

  close(): void {
    for (const room of [...this.all]) room.destroy()
    this.byDocument.clear()
    this.byNumber.clear()
  }

  private async load(documentId: string): Promise<Room> {
    const { journal, report, clock } = this.parts
    const started = clock()
    const loaded = await loadDocument(journal, documentId)
    if (!loaded) throw missing()
    if (loaded.bad.length > 0) report({ kind: 'damaged', documentId, rows: loaded.bad.length })
    const room = new Room({
      ...this.parts,
      apply: this.parts.apply ?? Y.applyUpdate,
      documentId,
      number: this.freeNumber(),
      loaded,
      publish: (edits) => this.parts.publish(documentId, edits),
      onEvicted: (evicted) => this.forget(evicted),
      logIsLong: (long) => void this.compact(long),
    })
    room.setState({ isConfirmed: this.isConfirmed })
    const { structure, ...guarding } = this.parts
    if (structure !== null) {
      const publish = (edits: readonly CommittedEdit[]) => this.parts.publish(documentId, edits)
      room.guard = new StructureGuard(room, { ...guarding, publish, ...(structure ? { delays: structure } : {}) })
    }
    this.byDocument.set(documentId, room)
    this.byNumber.set(room.number, room)
    report({ kind: 'loaded', ms: clock() - started })
    return room
  }

  /** One at a time, and not of a room that went away while it waited. */
  private compact(room: Room): Promise<void> {
    return this.compactions.run(async () => {
      if (!room.isEvicted) await this.compactor.compact(room)
    })
  }

  private freeNumber(): number {
    for (;;) {
      const number = randomInt(1, roomNumbers)
      if (!this.byNumber.has(number)) return number
    }
  }

  private async unload(room: Room): Promise<void> {
    if (!room.isIdle || room.isEvicted) return
    if (isSnapshotWorthwhile(room)) await this.compact(room)
    // Somebody may have come while the snapshot was written.
    if (!room.isIdle || room.isEvicted) return
    this.forget(room)
    room.destroy()
  }

  private forget(room: Room): void {
    this.byNumber.delete(room.number)
    if (this.byDocument.get(room.documentId) === room) this.byDocument.delete(room.documentId)
  }
}

const digestOf = ({ number, seq, text }: Room) => ({ room: number, seq, digest: text.digest })
