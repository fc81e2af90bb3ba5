import { decodeStateVector } from 'yjs'
import type { Clock } from './clock.ts'
import { DocumentCopy } from './document-copy.ts'
import { DocumentPresence } from './document-presence.ts'
import { DocumentSender } from './document-sender.ts'
import { type DocumentStatus, type EndReason, isLasting, nothingKnown } from './document-status.ts'
import { type DocumentTransport, inRoom } from './document-transport.ts'
import { EarlierEdits } from './earlier-edits.ts'
import { type Answer, LIMITS, type Notice, type Opened, TOO_MANY_OPENINGS } from './messages.ts'
import { isContained } from './own-difference.ts'
import { rescuedText } from './rescued-text.ts'
import { SaveLedger } from './save-ledger.ts'
import { Told } from './told.ts'
import type { UnsentStore } from './unsent-store.ts'

/** With the id of the page itself, as many as one person may write with in one document (SEC-065). */
const mostCarried = LIMITS.resumedIds - 1

export interface ProviderPorts {
  readonly transport: DocumentTransport
  readonly store: UnsentStore
  readonly clock: Clock
  readonly newOpId: () => string
  /** This page load, and the pages of this browser that are open now. */
  readonly tab: string
  readonly liveTabs: () => Promise<ReadonlySet<string>>
}

export interface ProviderOptions {
  readonly documentId: string
  /** Version of the editor's schema: an older editor may read and not write (SEC-075). */
  readonly schema: number
  readonly pushEveryMs?: number
  /** Shows this reader's caret to nobody. */
  readonly isAway?: boolean
}

/**
 * One document, kept the same here and on the server. It merges and never replaces, writes only under a client id the
 * server issued (SEC-065), and holds what was typed, here or on this device, until the server has acknowledged it.
 */
export class DocumentProvider {
  /** Origin of edits the program makes on the reader's behalf: undo tracks it and the editor's own, nothing else. */
  readonly localOrigin = { of: 'this reader' }
  readonly presence: DocumentPresence
  readonly saving: SaveLedger
  private readonly copy: DocumentCopy
  private readonly sender: DocumentSender
  private readonly earlier: EarlierEdits
  private readonly told = new Told(nothingKnown)
  /** The same object until it changes; edits, carets and the save state are not part of it. */
  readonly status = this.told.read
  readonly subscribe = this.told.subscribe
  private readonly stopListening: () => void
  private room: number | null = null
  private hasLoaded = false
  private hasOpened = false
  private isDestroyed = false
  /** Counts the openings asked for: the answer to an earlier one comes too late. */
  private attempt = 0
  private failures = 0
  private mismatches = 0
  private drifted = ''
  private cancelRetry: (() => void) | null = null

  constructor(
    private readonly options: ProviderOptions,
    private readonly ports: ProviderPorts,
  ) {
    const { transport, store, clock } = ports
    this.saving = new SaveLedger(clock, store.isDurable)
    this.earlier = new EarlierEdits(options.documentId, store)
    this.presence = new DocumentPresence(clock, options.isAway ? () => {} : (message) => transport.cursor(message))
    this.sender = new DocumentSender({
      ...options,
      ...ports,
      ledger: this.saving,
      editsElsewhere: () => this.earlier.edits,
      reopen: () => this.reopen(),
      stuck: () => this.tell({ mayWrite: false }),
    })
    this.copy = new DocumentCopy((update) => {
      this.sender.edit(update)
      this.presence.typed()
    })
    this.stopListening = this.listen()
    void this.load()
  }

  get doc() {
    return this.copy.doc
  }

  get hasUnsaved(): boolean {
    return this.saving.unsaved > 0
  }

  /** The reader's own words that are not on the server, as plain text: theirs to copy when they cannot be saved. */
  rescuedText(): string {
    return rescuedText(this.doc, [...this.earlier.updates, ...this.sender.unsent])
  }

  /** Sends what is gathered now, without waiting for more. */
  flush(): void {
    this.sender.flush()
  }

  /** Gives up what cannot be saved. `doc` still shows it, so another provider has to take the place of this one. */
  async discard(): Promise<void> {
    const isStranded = this.earlier.isStranded
    const given = [...this.earlier.discard(), ...(isStranded ? [] : this.sender.discard())]
    const opIds = given.map(({ opId }) => opId)
    await this.ports.store.drop(this.options.documentId, opIds)
  }

  destroy(): void {
    this.isDestroyed = true
    this.sender.destroy()
    this.leaveRoom()
    this.stopListening()
    this.attempt++
    this.cancelRetry?.()
    this.presence.destroy()
    this.saving.destroy()
    this.told.close()
    this.doc.destroy()
  }

  private listen(): () => void {
    const room = () => this.room
    return this.ports.transport.listen({
      connected: () => this.open(),
      disconnected: () => this.disconnected(),
      batch: inRoom(room, ({ update }) => this.merge(update)),
      saved: inRoom(room, (message) => this.sender.saved(message)),
      refused: inRoom(room, (message) => this.sender.refused(message)),
      cursor: inRoom(room, (message) => this.presence.news(message)),
      need: inRoom(room, ({ stateVector }) => {
        this.sender.needed(stateVector, () => this.copy.ownDifference(stateVector, this.sender.clientIds))
      }),
      behind: inRoom(room, () => this.reopen()),
      digest: inRoom(room, ({ digest }) => this.compare(digest)),
      notice: inRoom(room, (message) => this.noticed(message)),
      revoked: inRoom(room, ({ code }) => this.end(code)),
    })
  }

  private async load() {
    try {
      const edits = await this.earlier.load(this.ports.tab, this.ports.liveTabs)
      this.saving.apply({ type: 'restored', edits, at: this.ports.clock.now() })
    } catch {
      this.saving.apply({ type: 'not-kept' })
    }
    if (this.isDestroyed) return
    this.hasLoaded = true
    this.open()
  }

  private open(): void {
    if (!this.hasLoaded || this.status().ended || !this.ports.transport.isConnected) return
    this.cancelRetry?.()
    const attempt = ++this.attempt
    const resume = this.copy.clientId
    const carry = new Set([...this.earlier.clientIds, ...this.sender.clientIds])
    this.ports.transport.open(
      {
        document: this.options.documentId,
        schema: this.options.schema,
        ...(this.hasOpened ? { stateVector: this.copy.stateVector } : {}),
        ...(resume === null ? {} : { resume }),
        ...(carry.size === 0 ? {} : { carry: [...carry].slice(0, mostCarried) }),
      },
      (answer) => {
        if (attempt === this.attempt) this.answered(answer)
      },
    )
  }

  private answered(answer: Answer<Opened>): void {
    if (answer.ok) {
      this.failures = 0
      this.opened(answer.output)
      return
    }
    const { kind, code, retryAfterMs } = answer.refusal
    const isPassing = kind === 'unavailable' || kind === 'limited' || kind === 'signed-out'
    if (!isPassing) this.end('gone')
    else {
      if (code === TOO_MANY_OPENINGS && !this.status().isCrowded) this.tell({ isCrowded: true })
      const waitMs = retryAfterMs ?? Math.min(8_000, 500 * 2 ** this.failures++)
      this.cancelRetry = this.ports.clock.later(waitMs, () => this.open())
    }
  }

  private opened(opened: Opened): void {
    // What was typed while the answer was on its way stands under the id of before.
    this.sender.closed()
    this.room = opened.room
    this.copy.giveUpId()
    if (!this.merge(opened.update)) return
    this.hasOpened = true
    if (opened.mayWrite) this.takeUp(opened)
    else this.read(opened)
    this.presence.opened(opened)
    this.saving.apply({ type: 'connected' })
    this.saving.apply({ type: 'opened' })
    this.tell({ phase: 'open', isCrowded: false, isDamaged: opened.damaged })
    if (this.mismatches > 0 && this.copy.digest() !== this.drifted) this.tell({ wasResynced: true })
  }

  private takeUp(opened: Opened): void {
    const accepted = opened.clientId === null ? opened.carried : [...opened.carried, opened.clientId]
    const earlier = this.earlier.take(new Set(accepted))
    for (const { bytes } of earlier) this.merge(bytes)
    this.sender.restore(earlier)
    if (this.earlier.isStranded) this.saving.apply({ type: 'refused', because: 'foreign-client' })
    this.copy.writeAs(opened.clientId, opened.carried)
    this.saving.apply({ type: 'writable' })
    this.tell({ mayWrite: !this.sender.isStuck, readOnly: null, restored: this.status().restored + earlier.length })
    this.sender.opened(opened.room)
    // Everything here was acknowledged: what the server has not got now, it has lost, and gets again.
    const lost = this.sender.isIdle ? this.copy.ownDifference(opened.stateVector, []) : null
    if (lost) this.sender.needed(opened.stateVector, () => lost)
  }

  private read({ readOnly, stateVector }: Opened): void {
    const because = readOnly ?? 'reader'
    const server = decodeStateVector(stateVector)
    this.sender.settle(({ bytes }) => isContained(bytes, server), this.earlier.settle(server))
    this.saving.apply({ type: 'read-only', because })
    this.tell({ mayWrite: false, readOnly: because })
    if (isLasting(because) && this.hasUnsaved) this.sender.refuse(because === 'too-large' ? 'document-full' : 'closed')
  }

  private noticed(message: Notice): void {
    if (message.notice === 'damaged') this.tell({ isDamaged: true })
    else if (message.notice === 'mass-deletion') this.tell({ massDeletion: { seq: message.seq, who: message.who } })
    else if (message.notice === 'writable') this.reopen()
    else {
      this.saving.apply({ type: 'read-only', because: message.reason })
      this.tell({ mayWrite: false, readOnly: message.reason })
    }
  }

  private merge(update: Uint8Array): boolean {
    const outcome = this.copy.merge(update)
    if (outcome === 'broken') this.end('broken')
    if (outcome === 'id-taken') {
      this.tell({ mayWrite: false })
      this.reopen()
    }
    return outcome === 'merged'
  }

  private compare(digest: string): void {
    if (!this.sender.isIdle) return
    this.drifted = this.copy.digest()
    this.mismatches = this.drifted === digest ? 0 : this.mismatches + 1
    if (this.mismatches === 1) this.reopen()
    if (this.mismatches > 1) this.end('broken')
  }

  private reopen(): void {
    this.sender.closed()
    this.leaveRoom()
    this.open()
  }

  private disconnected(): void {
    this.attempt++
    this.room = null
    this.sender.closed()
    this.presence.away()
    this.saving.apply({ type: 'disconnected', at: this.ports.clock.now() })
    if (this.status().phase === 'open') this.tell({ phase: 'away' })
  }

  private end(ended: EndReason): void {
    this.sender.closed()
    this.leaveRoom()
    this.presence.away()
    this.tell({ phase: 'ended', ended, mayWrite: false })
    const isOver = ended === 'gone' || ended === 'access' || ended === 'closed'
    if (isOver && this.hasUnsaved) this.sender.refuse('gone')
  }

  private leaveRoom(): void {
    if (this.room !== null) this.ports.transport.leave(this.room)
    this.room = null
  }

  private tell(news: Partial<DocumentStatus>): void {
    this.told.tell({ ...this.status(), ...news })
  }
}
