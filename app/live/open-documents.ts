import type { Clock } from './clock.ts'
import type { DocumentProvider } from './document-provider.client.ts'
import type { SaveState } from './save-state.ts'
import { Told } from './told.ts'
import type { UnsentStore } from './unsent-store.ts'
import { worstSaveState } from './worst-save-state.ts'

/** A page left and entered again within this keeps its document open. */
const lingerMs = 1_000
/** A copy that is no longer to be trusted is replaced, but not for ever. */
const mostRenewals = 3
const retryMakingMs = 3_000

export interface OpenDocumentsParts {
  readonly clock: Clock
  readonly store: UnsentStore
  /** Loads Yjs with the first document. */
  readonly makeProvider: (documentId: string) => Promise<DocumentProvider>
}

interface Entry {
  readonly documentId: string
  holders: number
  provider: DocumentProvider | null
  renewals: number
  stopWatching: () => void
  cancelClose: (() => void) | null
}

/**
 * The documents this tab has open: each once, whoever shows it. One that is left is closed when its last edit is saved;
 * one whose copy is broken is opened afresh.
 */
export class OpenDocuments {
  private readonly entries = new Map<string, Entry>()
  private readonly saving = new Told<SaveState | null>(null)
  /** Tells of every document that is opened, replaced or closed, and of every change of what the header says. */
  readonly subscribe = this.saving.subscribe
  /** What the header says: the state of the document that is worst off; null with none open. */
  readonly saveState = this.saving.read

  private isAwaited = false

  constructor(private readonly parts: OpenDocumentsParts) {}

  current(documentId: string): DocumentProvider | null {
    return this.entries.get(documentId)?.provider ?? null
  }

  get hasUnsaved(): boolean {
    return this.providers.some(({ hasUnsaved }) => hasUnsaved)
  }

  hold(documentId: string): () => void {
    const entry = this.entries.get(documentId) ?? this.add(documentId)
    entry.holders++
    entry.cancelClose?.()
    entry.cancelClose = null
    return () => {
      entry.holders--
      if (entry.holders > 0) return
      entry.provider?.flush()
      entry.cancelClose = this.parts.clock.later(lingerMs, () => this.closeWhenSaved(entry))
    }
  }

  /** In the place of a copy that has drifted, or whose unsaved words were given up. */
  renew(documentId: string): void {
    const entry = this.entries.get(documentId)
    if (!entry) return
    this.drop(entry)
    void this.make(entry)
  }

  async discardUnsaved(documentId: string): Promise<void> {
    await this.current(documentId)?.discard()
    this.renew(documentId)
  }

  flush(): void {
    for (const provider of this.providers) provider.flush()
  }

  /** Somebody pressed Ctrl S: everything goes now, and the next "saved" is said aloud. */
  flushAndSay(): void {
    this.flush()
    this.isAwaited = this.hasUnsaved
  }

  /** Whether somebody waits to hear this; they hear it once. */
  isAwaiting(kind: SaveState['kind']): boolean {
    if (!this.isAwaited || kind !== 'saved') return false
    this.isAwaited = false
    return true
  }

  /** Edits of this person that are not on the server, in whatever document. */
  async unsentEdits(): Promise<number> {
    this.flush()
    const kept = await this.parts.store.documents()
    const open = [...this.entries].map(([id, { provider }]) => [id, provider?.saving.unsaved ?? 0] as const)
    return [...new Map([...kept, ...open.filter(([, unsaved]) => unsaved > 0)]).values()].reduce((sum, n) => sum + n, 0)
  }

  /** Whether what is unsent goes with the tab. */
  get isKeptInTabOnly(): boolean {
    return !this.parts.store.isDurable
  }

  /** Opens every document that has something unsent on this device, until it is sent. */
  async sendLeftovers(): Promise<void> {
    const { store } = this.parts
    for (const documentId of (await store.documents()).keys()) {
      const release = this.hold(documentId)
      void this.opened(documentId).then(release)
    }
  }

  /** The same, and waits for it, but no longer than this. Answers how many edits are left. */
  async sendUnsent(withinMs: number): Promise<number> {
    await this.sendLeftovers()
    const until = this.parts.clock.now() + withinMs
    for (;;) {
      const left = await this.unsentEdits()
      if (left === 0 || this.parts.clock.now() >= until) return left
      await new Promise<void>((resolve) => this.parts.clock.later(100, resolve))
    }
  }

  /** Closes everything and forgets what this device kept (SEC-048). */
  async wipe(): Promise<void> {
    this.close()
    await this.parts.store.wipe()
  }

  close(): void {
    for (const entry of [...this.entries.values()]) this.remove(entry)
  }

  private get providers(): DocumentProvider[] {
    return [...this.entries.values()].flatMap(({ provider }) => provider ?? [])
  }

  private add(documentId: string): Entry {
    const entry: Entry = {
      documentId,
      holders: 0,
      provider: null,
      renewals: 0,
      stopWatching: () => {},
      cancelClose: null,
    }
    this.entries.set(documentId, entry)
    void this.make(entry)
    return entry
  }

  private async make(entry: Entry): Promise<void> {
    try {
      this.made(entry, await this.parts.makeProvider(entry.documentId))
    } catch {
      // The part of the program that holds documents could not be fetched: it will be when the line is better.
      this.parts.clock.later(retryMakingMs, () => {
        if (this.entries.get(entry.documentId) === entry && !entry.provider) void this.make(entry)
      })
    }
  }

  private made(entry: Entry, provider: DocumentProvider): void {
    if (this.entries.get(entry.documentId) !== entry || entry.provider) {
      provider.destroy()
      return
    }
    entry.provider = provider
    const stops = [provider.subscribe(() => this.statusChanged(entry)), provider.saving.subscribe(() => this.tell())]
    entry.stopWatching = () => {
      for (const stop of stops) stop()
    }
    this.tell()
  }

  private opened(documentId: string): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        const phase = this.current(documentId)?.status().phase
        if (this.entries.has(documentId) && phase !== 'open' && phase !== 'ended') return
        stop()
        resolve()
      }
      const stop = this.subscribe(look)
      look()
    })
  }

  private statusChanged(entry: Entry): void {
    this.tell()
    const ended = entry.provider?.status().ended
    if ((ended !== 'broken' && ended !== 'reload') || entry.renewals >= mostRenewals) return
    entry.renewals++
    // Not in the middle of what the provider is doing now.
    this.parts.clock.later(0, () => this.renew(entry.documentId))
  }

  /** What is unsaved keeps its document open unseen, unless it can never be saved. */
  private closeWhenSaved(entry: Entry): void {
    const { provider } = entry
    const isDone = () => !provider?.hasUnsaved || provider.saving.state().kind === 'rejected'
    if (!provider || isDone()) this.remove(entry)
    else {
      entry.cancelClose = provider.saving.subscribe(() => {
        if (isDone()) this.remove(entry)
      })
    }
  }

  private remove(entry: Entry): void {
    entry.cancelClose?.()
    this.entries.delete(entry.documentId)
    this.drop(entry)
  }

  private drop(entry: Entry): void {
    entry.stopWatching()
    entry.provider?.destroy()
    entry.provider = null
    this.tell()
  }

  private tell(): void {
    this.saving.tell(worstSaveState(this.providers.map(({ saving }) => saving.state())))
  }
}
