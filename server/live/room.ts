import type { CursorInput, Push, ReadOnlyReason, Revoked } from '#app/live/messages.ts'
import { isLogLong } from './compactor.ts'
import { digestOf } from './digest.ts'
import { Edits, type EditsParts } from './edits.ts'
import { FanOut } from './fan-out.ts'
import { frameOf } from './frame.ts'
import type { Journal } from './journal.ts'
import type { LoadedDocument } from './load-document.ts'
import { forget, type Member } from './member.ts'
import { Presence } from './presence.ts'
import { rebuiltCursor } from './rebuilt-cursor.ts'
import { type ApplyUpdate, documentLimits, isMassDeletion, mayBeMassDeletion, RoomText } from './room-text.ts'
import type { CommittedEdit, Row } from './row.ts'
import { SeqInbox } from './seq-inbox.ts'
import type { StructureGuard } from './structure-guard.ts'

export interface RoomParts extends EditsParts {
  readonly loaded: LoadedDocument
  readonly journal: Journal
  readonly apply: ApplyUpdate
  /** Other processes store edits of the same documents. */
  readonly isShared: boolean
  presenceChanged(room: Room): void
  onEvicted(room: Room): void
  /** So much lies in its journal that a snapshot should not wait. */
  logIsLong(room: Room): void
}

const holeMs = 30
const againMs = 1_000

/** One open document: its text, who is in it, and what everybody is told. */
export class Room {
  readonly members = new Set<Member>()
  readonly presence = new Presence()
  readonly text: RoomText
  readonly fanOut: FanOut
  readonly isDamaged: boolean
  sinceSnapshot: number
  snapshotAt: number
  isEvicted = false
  logBytes: number
  guard: StructureGuard | null = null
  private isOpen: boolean
  private isConfirmed = true
  private isInDoubt = false
  private readonly edits: Edits
  private readonly inbox: SeqInbox<Row>
  private holeTimer: NodeJS.Timeout | null = null
  private catching: Promise<void> | null = null

  constructor(private readonly parts: RoomParts) {
    const { loaded, number, clock, report } = parts
    this.isOpen = loaded.stored.isOpen
    this.isDamaged = loaded.stored.isDamaged
    this.sinceSnapshot = loaded.sinceSnapshot
    this.snapshotAt = clock()
    this.logBytes = loaded.logBytes
    this.inbox = new SeqInbox(loaded.seq)
    this.fanOut = new FanOut({
      room: number,
      members: this.members,
      presence: this.presence,
      seq: () => this.seq,
      presenceChanged: () => parts.presenceChanged(this),
      clock,
      report,
    })
    this.text = new RoomText(loaded.doc, parts.apply)
    this.edits = new Edits(this, parts)
  }

  /** Random: a counter would tell how many rooms there are (SEC-014). */
  get number(): number {
    return this.parts.number
  }

  get documentId(): string {
    return this.parts.documentId
  }

  get seq(): number {
    return this.inbox.seq
  }

  get mayLag(): boolean {
    return this.parts.isShared || this.isInDoubt || this.inbox.hasHole
  }

  doubted(): void {
    this.isInDoubt = true
    void this.catchUp()
  }

  /** Nobody is here and everything is committed and applied: memory holds nothing that the journal does not. */
  get isIdle(): boolean {
    return this.members.size === 0 && this.edits.isIdle && this.inbox.isEmpty && this.catching === null
  }

  push(member: Member, message: Push): void {
    this.edits.push(member, message)
  }

  cursor(member: Member, { cursor }: CursorInput): void {
    const rebuilt = cursor && rebuiltCursor(cursor)
    if (!member.peer || (cursor && !rebuilt)) return
    this.presence.move(member.peer.peer, rebuilt)
    this.fanOut.wake()
  }

  enter(member: Member): void {
    this.members.add(member)
    member.lastReadOnly = this.readOnlyReason(member)
    for (const other of this.members) if (other !== member) takeOver(other, member)
    this.fanOut.wake()
  }

  leave(member: Member): void {
    if (!this.members.delete(member)) return
    if (member.peer) this.presence.leave(member.peer.peer)
    this.fanOut.wake()
  }

  /** Shows one member out: it may not be here any more, and what it sent and is not committed goes with it (SEC-044). */
  expel(member: Member, code: Extract<Revoked, { scope: 'room' }>['code']): void {
    this.edits.drop((each) => each === member)
    this.leave(member)
    member.connection.send(frameOf('revoked', { scope: 'room', room: this.number, code }))
  }

  dropEdits(isMeant: (member: Member) => boolean): void {
    this.edits.drop(isMeant)
  }

  readOnlyReason({ admission }: Pick<Member, 'admission'>): ReadOnlyReason | null {
    if (admission.access !== 'write') return 'reader'
    if (!admission.isEditorCurrent) return 'editor-version'
    if (!this.isOpen) return 'closed'
    if (this.logBytes >= documentLimits.logBytes) return 'too-large'
    return this.isConfirmed ? null : 'unconfirmed'
  }

  closed(): void {
    this.setState({ isOpen: false })
  }

  /** Changes what everybody may do here, and tells those for whom it makes a difference. */
  setState({
    isOpen = this.isOpen,
    isConfirmed = this.isConfirmed,
  }: {
    isOpen?: boolean
    isConfirmed?: boolean
  }): void {
    this.isOpen = isOpen
    this.isConfirmed = isConfirmed
    for (const member of this.members) this.tellAccess(member)
  }

  tellAccess(member: Member): void {
    const reason = this.readOnlyReason(member)
    if (reason === member.lastReadOnly) return
    member.lastReadOnly = reason
    const { number: room } = this
    const notice = reason ? { room, notice: 'read-only' as const, reason } : { room, notice: 'writable' as const }
    member.connection.send(frameOf('notice', notice))
  }

  /** Edits that another process committed. */
  receive(edits: readonly CommittedEdit[]): void {
    this.take(edits.map(({ seq, bytes }) => ({ seq, bytes, edit: null })))
  }

  /** Stored edits, in any order. They are applied in the order of their sequence, all that are ready as one step. */
  take(rows: readonly Row[]): void {
    if (this.isEvicted) return
    for (const row of rows) this.inbox.put(row)
    const ready = this.inbox.takeReady()
    if (this.inbox.hasHole) this.catchUpIn(holeMs)
    if (ready.length === 0) return
    const deletes = ready.reduce((sum, { edit }) => sum + (edit?.deletes ?? 0), 0)
    const before = mayBeMassDeletion(deletes) ? { units: this.text.units, state: this.text.encode() } : null
    try {
      const update = this.text.merge(ready.map(({ bytes }) => bytes))
      if (update) this.fanOut.add(update)
    } catch (error) {
      this.fail(ready, error)
      return
    }
    this.guard?.touched()
    this.sinceSnapshot += ready.length
    this.logGrew(ready.reduce((sum, { bytes }) => sum + bytes.length, 0))
    for (const { edit } of ready) if (edit) forget(edit.member, new Set([edit]))
    if (before && isMassDeletion(before.units, this.text.units)) this.flagDeletion(ready, before.state)
  }

  /** A proven snapshot holds so many bytes of the journal: there is room again, and whoever was stopped is told. */
  compacted(bytes: number): void {
    this.logBytes = Math.max(0, this.logBytes - bytes)
    for (const member of this.members) this.tellAccess(member)
  }

  private logGrew(bytes: number): void {
    const wasLong = isLogLong(this)
    this.logBytes += bytes
    if (!wasLong && isLogLong(this)) this.parts.logIsLong(this)
    if (this.logBytes >= documentLimits.logBytes) for (const member of this.members) this.tellAccess(member)
  }

  /** Fetches what other processes committed and what a lost answer left unknown. */
  catchUp(): Promise<void> {
    this.catching ??= this.fetch().finally(() => {
      this.catching = null
    })
    return this.catching
  }

  private async fetch(): Promise<void> {
    try {
      const rows = await this.parts.journal.since(this.documentId, this.seq, 5_000)
      this.receive(rows)
      this.isInDoubt = false
      // A row that is missing in the journal itself is damage; loading afresh sets it aside.
      if (this.inbox.hasHole && rows.length > 0) this.evict()
    } catch (error) {
      this.parts.report({ kind: 'trouble', what: 'a room could not catch up', error })
      if (this.isInDoubt || this.inbox.hasHole) this.catchUpIn(againMs)
    }
  }

  private catchUpIn(ms: number): void {
    this.holeTimer ??= setTimeout(() => {
      this.holeTimer = null
      if ((this.inbox.hasHole || this.isInDoubt) && !this.isEvicted) void this.catchUp()
    }, ms)
  }

  /** The state from before is kept first, so that one click brings it back (SEC-073). */
  private flagDeletion(rows: readonly Row[], before: Uint8Array): void {
    const { documentId, journal, report } = this.parts
    const author = rows.find(({ edit }) => edit && mayBeMassDeletion(edit.deletes))?.edit?.member ?? null
    const accreditationId = author?.connection.actor.acting?.accreditationId ?? null
    const seq = this.seq - rows.length
    report({ kind: 'mass-deletion', documentId, accreditationId })
    journal
      .saveSnapshot(documentId, { seq, bytes: before, digest: digestOf(before) })
      .catch((error: unknown) => report({ kind: 'trouble', what: 'a snapshot could not be stored', error }))
    const who = author?.admission.who ?? null
    const frame = frameOf('notice', { room: this.number, notice: 'mass-deletion', seq, who })
    for (const member of this.members) if (member.admission.access === 'write') member.connection.send(frame)
  }

  /** An edit was stored that cannot be applied: memory is not to be trusted any more (SEC-066). */
  private fail(rows: readonly Row[], error: unknown): void {
    this.parts.report({ kind: 'trouble', what: 'a stored edit could not be applied', error })
    this.evict()
    for (const { edit } of rows) edit?.member.connection.cut()
  }

  /** Everybody opens again, from the journal. */
  evict(): void {
    if (this.isEvicted) return
    const frame = frameOf('revoked', { scope: 'room', room: this.number, code: 'reload' })
    for (const member of this.members) member.connection.send(frame)
    this.edits.drop(() => true)
    this.destroy()
    this.parts.onEvicted(this)
  }

  destroy(): void {
    this.isEvicted = true
    this.members.clear()
    this.fanOut.stop()
    this.guard?.stop()
    if (this.holeTimer) clearTimeout(this.holeTimer)
    this.text.destroy()
  }
}

/** A client id belongs to one opening at a time: the latest. */
function takeOver(from: Member, by: Member): void {
  for (const id of by.clientIds) if (from.clientIds.delete(id)) from.lostIds.add(id)
}
