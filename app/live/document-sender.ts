import { mergeUpdates } from 'yjs'
import type { Clock } from './clock.ts'
import type { DocumentTransport } from './document-transport.ts'
import { type EditRefusal, isAskedFor, isRepeated } from './edit-refusal.ts'
import { LIMITS, type Refused, type Saved } from './messages.ts'
import { Outbox, type Queued } from './outbox.ts'
import { waitingDifference } from './own-difference.ts'
import type { SaveLedger } from './save-ledger.ts'
import type { UnsentEdit, UnsentStore } from './unsent-store.ts'

/** Typing is sent at once after a pause, and then at most this often. */
const pushEveryMs = 40
/** Without a connection an edit only goes to the device, so a little more may be gathered first. */
const keepEveryMs = 100
/** The server asks for what it misses right after it finds a gap; when it does not, the room is opened again. */
const needWithinMs = 3_000
/** So many requests for missing history without one acknowledgement: it cannot be delivered. */
const mostNeeds = 5

export interface SenderPorts {
  readonly documentId: string
  readonly tab: string
  readonly transport: Pick<DocumentTransport, 'push' | 'nextCounter'>
  readonly store: UnsentStore
  readonly clock: Clock
  readonly ledger: SaveLedger
  readonly newOpId: () => string
  readonly pushEveryMs?: number
  /** Edits of an earlier page that are not in this queue (yet). */
  readonly editsElsewhere: () => number
  /** The room has to be opened again before anything more can be sent. */
  readonly reopen: () => void
  /** An edit was refused for good: nothing more is sent. */
  readonly stuck: () => void
}

/** The way of a local edit: gathered, kept on the device, pushed, acknowledged, forgotten. */
export class DocumentSender {
  private readonly outbox: Outbox
  private buffer: Uint8Array[] = []
  private bufferedSince = 0
  private flushedAt = Number.NEGATIVE_INFINITY
  private room: number | null = null
  private needs = 0
  private holds = 0
  /** An edit was refused for good: what comes after it builds on it and cannot be sent either. */
  isStuck = false
  private cancelFlush: (() => void) | null = null
  private cancelHold: (() => void) | null = null

  constructor(private readonly ports: SenderPorts) {
    this.outbox = new Outbox(ports.tab, ports.newOpId)
  }

  get isIdle(): boolean {
    return this.buffer.length === 0 && this.outbox.isEmpty
  }
  get unsent(): Uint8Array[] {
    return [...this.outbox.updates, ...this.buffer]
  }
  get clientIds(): number[] {
    this.gather()
    return this.outbox.clientIds
  }

  edit(update: Uint8Array): void {
    const now = this.ports.clock.now()
    if (this.buffer.length === 0) this.bufferedSince = now
    this.buffer.push(update)
    this.ports.ledger.apply({ type: 'edited', at: now })
    const everyMs = this.room === null ? keepEveryMs : (this.ports.pushEveryMs ?? pushEveryMs)
    this.cancelFlush ??= this.ports.clock.later(Math.max(0, this.flushedAt + everyMs - now), () => this.flush())
  }

  /** Now, without waiting for more: the page is being left, or somebody pressed Ctrl+S. */
  flush(): void {
    this.gather()
    this.sendWaiting()
  }

  /** Edits of an earlier page, as they were: they go first, under the op ids they had. */
  restore(edits: readonly UnsentEdit[]): void {
    this.outbox.restore(edits)
  }

  /** What was not acknowledged in the last room is sent again in this one. */
  opened(room: number): void {
    this.room = room
    this.outbox.sendAllAgain()
    this.release()
    this.sendWaiting()
  }

  /** No room, or none to write in: edits are only kept. */
  closed(): void {
    this.gather()
    this.room = null
    this.cancelHold?.()
    this.cancelHold = null
  }

  saved({ counter, at }: Pick<Saved, 'counter' | 'at'>): void {
    this.forget(this.outbox.saved(counter), at)
  }

  /** What the server turned out to hold already, among what waits here and elsewhere. */
  settle(isSettled: (edit: UnsentEdit) => boolean, others: readonly UnsentEdit[]): void {
    this.forget([...this.outbox.takeOut(isSettled), ...others], this.ports.clock.now())
  }

  refused({ counter, code, retryAfterMs }: Pick<Refused, 'counter' | 'code' | 'retryAfterMs'>): void {
    if (!isAskedFor(code) && !isRepeated(code)) {
      if (this.outbox.refuse(counter)) this.refuse(code)
      return
    }
    if (!this.outbox.sendAgainFrom(counter)) return
    if (code === 'reopen' || code === 'not-open') this.ports.reopen()
    else if (isAskedFor(code)) this.hold(needWithinMs, this.ports.reopen)
    else {
      this.ports.ledger.apply({ type: 'busy' })
      this.hold(retryAfterMs ?? Math.min(8_000, 500 * 2 ** this.holds++), () => this.sendWaiting())
    }
  }

  /**
   * The server lacks history. What waits is cut to fit what it has; where that is not enough, `everything` of one's own
   * above it takes the place of what waits.
   */
  needed(stateVector: Uint8Array, everything: () => Uint8Array | null): void {
    this.gather()
    if (++this.needs > mostNeeds) {
      this.refuse('gap')
      return
    }
    const difference = (this.needs === 1 && waitingDifference(this.outbox.updates, stateVector)) || everything()
    if (difference) this.keep(this.outbox.replaceAll(difference, this.ports.clock.now()))
    else this.outbox.sendAllAgain()
    this.release()
    this.sendWaiting()
  }

  refuse(because: EditRefusal): void {
    this.isStuck = true
    this.ports.ledger.apply({ type: 'refused', because })
    this.ports.stuck()
  }

  /** Gives up what waits; answers with it. */
  discard(): UnsentEdit[] {
    this.gather()
    return this.outbox.clear()
  }

  destroy(): void {
    this.flush()
    this.cancelHold?.()
    this.room = null
  }

  private gather(): void {
    this.cancelFlush?.()
    this.cancelFlush = null
    if (this.buffer.length === 0) return
    this.flushedAt = this.ports.clock.now()
    const gathered = this.buffer
    this.buffer = []
    for (const group of groups(gathered)) {
      const bytes = group.length === 1 && group[0] ? group[0] : mergeUpdates(group)
      this.keep(this.outbox.add(bytes, this.bufferedSince, group.length))
    }
  }

  private keep({ edit, replacing }: Queued): void {
    const { store, documentId, ledger } = this.ports
    const kept = () => {
      this.outbox.markKept(edit.opId)
      if (store.isDurable) ledger.apply({ type: 'kept', ...this.keptThrough() })
    }
    store.keep(documentId, edit, replacing).then(kept, () => ledger.apply({ type: 'not-kept' }))
  }

  /** The edits that wait nowhere any more. */
  private get doneWith(): number {
    return this.ports.ledger.edited - this.ports.editsElsewhere() - this.outbox.edits - this.buffer.length
  }

  private keptThrough() {
    const { edits, unkeptSince } = this.outbox.kept
    return {
      through: this.doneWith + edits,
      unkeptSince: unkeptSince ?? (this.buffer.length > 0 ? this.bufferedSince : null),
    }
  }

  private sendWaiting(): void {
    if (this.room === null || this.isStuck || this.cancelHold) return
    for (const { opId, bytes } of this.outbox.toSend()) {
      const counter = this.ports.transport.nextCounter()
      this.outbox.sent(opId, counter)
      if (bytes.length > LIMITS.bulkBytes) {
        this.refused({ counter, code: 'too-large' })
        return
      }
      const bulk = bytes.length > LIMITS.updateBytes ? { bulk: true } : {}
      this.ports.transport.push({ room: this.room, counter, opId, update: bytes, ...bulk })
    }
  }

  private forget(edits: readonly UnsentEdit[], at: number): void {
    if (edits.length === 0) return
    const { store, documentId, ledger } = this.ports
    this.needs = 0
    this.holds = 0
    const dropped = store.drop(
      documentId,
      edits.map(({ opId }) => opId),
    )
    // What cannot be dropped is sent once more on the next visit, under the same op id: that does no harm.
    dropped.catch(() => undefined)
    ledger.apply({
      type: 'acknowledged',
      through: this.doneWith,
      at: new Date(at).toISOString(),
      unsavedSince: this.outbox.oldestAt ?? this.bufferedSince,
    })
  }

  private hold(forMs: number, then: () => void): void {
    this.cancelHold?.()
    this.cancelHold = this.ports.clock.later(forMs, () => {
      this.cancelHold = null
      then()
    })
  }

  private release(): void {
    this.cancelHold?.()
    this.cancelHold = null
  }
}

/** In order, joined as long as they fit into one push; a larger one goes alone, as a paste does. */
function groups(updates: readonly Uint8Array[]): Uint8Array[][] {
  const made: Uint8Array[][] = []
  let size = 0
  for (const update of updates) {
    const last = made.at(-1)
    if (last && size + update.length <= LIMITS.updateBytes) {
      last.push(update)
      size += update.length
    } else {
      made.push([update])
      size = update.length
    }
  }
  return made
}
