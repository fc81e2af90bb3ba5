import type { Push, ReadOnlyReason, RefusedCode } from '#app/live/messages.ts'
import type { CommitQueue, CommitResult, Committed, Committer } from './commit-queue.ts'
import { digestOf, ownMemory } from './digest.ts'
import { frameOf } from './frame.ts'
import type { JournalFault } from './journal.ts'
import { forget, type Member, type PendingEdit, remember } from './member.ts'
import { RecentEdits } from './recent-edits.ts'
import type { Report } from './report.ts'
import { documentLimits, type RoomText } from './room-text.ts'
import type { CommittedEdit, Row } from './row.ts'
import { bulkLimits, ordinaryLimits, validate } from './validator.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface EditsParts {
  readonly documentId: string
  readonly number: number
  readonly queue: CommitQueue<PendingEdit>
  readonly names: Vocabulary
  readonly report: Report
  readonly clock: () => number
  publish(edits: readonly CommittedEdit[]): void
}

/** What the edits of a room need of the room. */
export interface EditedRoom {
  readonly text: RoomText
  readonly members: ReadonlySet<Member>
  readonly seq: number
  /** The journal may hold edits that are not applied here yet. */
  readonly mayLag: boolean
  readOnlyReason(member: Member): ReadOnlyReason | null
  catchUp(): Promise<void>
  /** A commit failed and may have happened all the same. */
  doubted(): void
  /** Takes stored edits, which are applied in the order of their sequence. */
  take(rows: readonly Row[]): void
  closed(): void
}

const mostGaps = 20
const needEveryMs = 500
const notSavedRetryMs = 1_000

const codeOfReason: Record<ReadOnlyReason, RefusedCode> = {
  reader: 'read-only',
  closed: 'closed',
  'editor-version': 'read-only',
  'too-large': 'document-full',
  unconfirmed: 'unconfirmed',
}
const codeOfFault: Record<JournalFault, RefusedCode> = {
  missing: 'not-open',
  access: 'read-only',
  'op-id': 'op-id',
  reopen: 'reopen',
  closed: 'closed',
  gap: 'gap',
}

/** The way of an edit: checked, handed to the journal, and answered after its commit. Nothing is applied before. */
export class Edits implements Committer<PendingEdit> {
  private readonly recent = new RecentEdits()
  private readonly inFlight = new Map<string, PendingEdit>()

  constructor(
    private readonly room: EditedRoom,
    private readonly parts: EditsParts,
  ) {}

  get isIdle(): boolean {
    return this.inFlight.size === 0
  }

  push(member: Member, message: Push): void {
    member.acks.received(message.counter)
    if (member.held) member.held.push(message)
    else this.consider(member, message)
  }

  private consider(member: Member, message: Push): void {
    const { counter, opId } = message
    const known = this.recent.find(opId, member.connection.actor.acting?.accreditationId)
    if (known) {
      member.acks.saved(counter, known)
      this.tellSaved(member)
      return
    }
    if (this.resent(member, message)) return
    const reason = this.room.readOnlyReason(member)
    if (reason) this.refuse(member, counter, codeOfReason[reason])
    else this.check(member, message, this.room.mayLag)
  }

  private check(member: Member, message: Push, mayLag: boolean): void {
    const writer = { owns: (id: number) => member.clientIds.has(id), overlay: member.overlay }
    const update = ownMemory(message.update)
    const limits = message.bulk ? bulkLimits : ordinaryLimits
    const verdict = validate(update, this.room.text.doc, writer, this.parts.names, limits)
    if (verdict.kind === 'gap' && mayLag) {
      this.lookUp(member, message)
    } else if (verdict.kind === 'gap') {
      this.refuse(member, message.counter, 'gap')
      this.need(member)
    } else if (verdict.kind === 'rejected') {
      const isTakenOver = verdict.code === 'foreign-client' && member.lostIds.size > 0
      this.refuse(member, message.counter, isTakenOver ? 'reopen' : verdict.code)
    } else if (verdict.adds && (this.room.text.isFull || this.haveTooManyWritten(verdict.clientIds))) {
      this.refuse(member, message.counter, 'document-full')
    } else {
      this.offer(member, { ...message, update }, verdict)
    }
  }

  /** Every id that ever wrote is carried in the state for good, so a document takes only so many (SEC-065). */
  private haveTooManyWritten(clientIds: readonly number[]): boolean {
    const { text } = this.room
    const own = text.newIds(clientIds)
    if (own.length === 0) return false
    const onTheirWay = [...this.inFlight.values()].flatMap(({ entry }) => text.newIds(entry.clientIds))
    return text.clientCount + new Set([...own, ...onTheirWay]).size > documentLimits.clientIds
  }

  /** What this edit builds on may be stored and not be here. Until that is known, later pushes wait behind it. */
  private lookUp(member: Member, message: Push): void {
    member.held = []
    void this.room.catchUp().then(() => {
      const held = member.held ?? []
      member.held = null
      if (!this.room.members.has(member)) return
      this.check(member, message, false)
      for (const later of held) this.consider(member, later)
    })
  }

  private offer(member: Member, { opId, counter, update }: Push, checked: Checked): void {
    const { acting, personId } = member.connection.actor
    if (!acting) {
      this.refuse(member, counter, 'read-only')
      return
    }
    const { accessEpoch, holder } = member.admission
    const edit: PendingEdit = {
      entry: {
        documentId: this.parts.documentId,
        opId,
        accreditationId: acting.accreditationId,
        personId,
        epoch: acting.epoch,
        accessEpoch,
        holder,
        clientIds: checked.clientIds,
        bytes: update,
        digest: digestOf(update),
      },
      committer: this,
      member,
      counter,
      added: checked.added,
      deletes: checked.deletes,
      receivedAt: this.parts.clock(),
    }
    const busy = this.parts.queue.offer(edit)
    if (busy) {
      this.refuse(member, counter, 'busy', busy.retryAfterMs)
      return
    }
    this.inFlight.set(opId, edit)
    remember(edit)
  }

  /** The same edit is on its way already, sent by a connection that was lost since: who asks now is answered. */
  private resent(member: Member, { opId, counter }: Push): boolean {
    const edit = this.inFlight.get(opId)
    if (!edit || edit.entry.accreditationId !== member.connection.actor.acting?.accreditationId) return false
    if (edit.member !== member) {
      forget(edit.member, new Set([edit]))
      edit.member = member
      // The later opening holds the ids now. If the edit is being committed already under the earlier one, it is refused
      // and its writer opens again.
      const { holder, accessEpoch } = member.admission
      edit.entry = { ...edit.entry, holder, accessEpoch }
      remember(edit)
    }
    // Sent twice on one connection: only the later sending is answered.
    else member.acks.done(edit.counter)
    edit.counter = counter
    return true
  }

  /** After the commit, for all edits of this room in it: nobody has seen any of them yet. */
  settle(results: Committed<PendingEdit>[]): void {
    const rows: Row[] = []
    const fresh: CommittedEdit[] = []
    const heard = new Set<Member>()
    for (const { edit, result } of results) {
      this.inFlight.delete(edit.entry.opId)
      if (result.kind !== 'saved') {
        this.refused(edit, result)
        continue
      }
      const { bytes, accreditationId, opId } = edit.entry
      const { seq, at } = result
      this.recent.add(opId, { accreditationId, seq, at })
      if (result.isFresh) fresh.push({ seq, bytes })
      if (seq > this.room.seq) rows.push({ seq, bytes, edit })
      else forget(edit.member, new Set([edit]))
      edit.member.acks.saved(edit.counter, { seq, at })
      heard.add(edit.member)
      this.parts.report({ kind: 'saved', ms: this.parts.clock() - edit.receivedAt })
    }
    this.room.take(rows)
    if (results.some(({ result }) => result.kind === 'failed')) this.room.doubted()
    for (const member of heard) this.tellSaved(member)
    if (fresh.length > 0) this.parts.publish(fresh)
  }

  /** Takes back what these members sent and the journal does not have yet; nobody is answered. */
  drop(isMeant: (member: Member) => boolean): void {
    const dropped = this.parts.queue.drop((edit) => edit.committer === this && isMeant(edit.member))
    for (const edit of dropped) {
      this.inFlight.delete(edit.entry.opId)
      forget(edit.member, new Set([edit]))
    }
  }

  private refused(edit: PendingEdit, result: Exclude<CommitResult, { kind: 'saved' }>): void {
    const { member } = edit
    const code = result.kind === 'failed' ? 'not-saved' : codeOfFault[result.fault]
    // What it sent since may build on this one, so nothing of it goes on.
    const dropped = this.parts.queue.drop((other) => other.committer === this && other.member === member)
    forget(member, new Set([edit, ...dropped]))
    this.refuse(member, edit.counter, code)
    for (const { counter, entry } of dropped) {
      this.inFlight.delete(entry.opId)
      this.refuse(member, counter, code === 'not-saved' ? code : 'gap')
    }
    if (code === 'gap' || code === 'op-id') this.need(member)
    if (code === 'closed') this.room.closed()
    if (code === 'read-only') member.connection.end('access')
  }

  private refuse(member: Member, counter: number, code: RefusedCode, retryAfterMs?: number): void {
    member.acks.done(counter)
    const accreditationId = member.connection.actor.acting?.accreditationId ?? ''
    this.parts.report({ kind: 'update-refused', code, accreditationId })
    const wait = retryAfterMs ?? (code === 'not-saved' ? notSavedRetryMs : undefined)
    const message = { room: this.parts.number, counter, code, ...(wait === undefined ? {} : { retryAfterMs: wait }) }
    // Who has opened again since counts its pushes anew: an answer to the old count would be taken for the new one.
    if (this.room.members.has(member)) member.connection.send(frameOf('refused', message))
    this.tellSaved(member)
  }

  private tellSaved(member: Member): void {
    const told = member.acks.take()
    if (told && this.room.members.has(member))
      member.connection.send(frameOf('saved', { room: this.parts.number, ...told }))
  }

  /** Asks for everything above what is here. Pushes that were on their way meanwhile are gaps too and ask nothing more. */
  private need(member: Member): void {
    const now = this.parts.clock()
    if (now - member.neededAt < needEveryMs) return
    member.neededAt = now
    member.gaps += 1
    if (member.gaps > mostGaps) {
      this.parts.report({ kind: 'cut', why: 'gaps' })
      member.connection.end('rate')
      return
    }
    member.connection.send(frameOf('need', { room: this.parts.number, stateVector: this.room.text.stateVector }))
  }
}

interface Checked extends Pick<PendingEdit, 'added' | 'deletes'> {
  readonly clientIds: readonly number[]
}
