import type { Clock } from './clock.ts'
import type { Answer, Patched, WatchInput, Watching } from './messages.ts'
import { type Patch, patched } from './patch.ts'
import { trusted } from './trusted.ts'

/** What is watched, as text: the same query with the same input is one watch, however many components show it. */
export const watchKey = (query: string, input: unknown): string => JSON.stringify([query, input])

export interface WatchListener {
  output(output: unknown): void
  /** The answer is no longer this reader's to see. */
  gone(): void
}

export interface WatchPorts {
  readonly clock: Clock
  isConnected(): boolean
  watch(message: WatchInput, answered: (answer: Answer<Watching>) => void): void
  unwatch(watch: number): void
}

interface Entry {
  readonly listeners: Set<WatchListener>
  watch: number | null
  /** Counts the questions: the answer to an earlier one comes too late. */
  asked: number
  isAsking: boolean
  last: { readonly output: unknown } | null
  cancelRetry: (() => void) | null
}

/** The live queries of one page. Each is asked for again after every reconnection. */
export class Watches {
  private readonly entries = new Map<string, Entry>()

  constructor(private readonly ports: WatchPorts) {}

  get count(): number {
    return this.entries.size
  }

  add(key: string, listener: WatchListener): () => void {
    const known = this.entries.get(key)
    const entry = known ?? {
      listeners: new Set(),
      watch: null,
      asked: 0,
      isAsking: false,
      last: null,
      cancelRetry: null,
    }
    this.entries.set(key, entry)
    entry.listeners.add(listener)
    if (known?.last) listener.output(known.last.output)
    else if (!known) this.ask(key, entry)
    return () => {
      entry.listeners.delete(listener)
      if (entry.listeners.size === 0) this.remove(key, entry)
    }
  }

  /** A page brought its own answer, read at a moment we cannot place: unless it is the one known, ask which is true. */
  settle(key: string, output: unknown): void {
    const entry = this.entries.get(key)
    if (!entry?.last || entry.isAsking || JSON.stringify(entry.last.output) === JSON.stringify(output)) return
    this.stop(entry)
    this.ask(key, entry)
  }

  connected(): void {
    for (const [key, entry] of this.entries) this.ask(key, entry)
  }

  disconnected(): void {
    for (const entry of this.entries.values()) {
      entry.watch = null
      entry.isAsking = false
      entry.asked++
      entry.cancelRetry?.()
    }
  }

  result({ watch, output }: Watching): void {
    for (const entry of this.entries.values()) if (entry.watch === watch) this.tell(entry, output)
  }

  /** What the answer known here has become (LE-27). */
  patch({ watch, patch }: Patched): void {
    for (const entry of this.entries.values())
      if (entry.watch === watch && entry.last) this.tell(entry, patched(entry.last.output, trusted<Patch>(patch)))
  }

  revoked(watch: number): void {
    for (const entry of this.entries.values()) if (entry.watch === watch) this.end(entry)
  }

  private ask(key: string, entry: Entry): void {
    if (!this.ports.isConnected()) return
    const [query, input]: [string, unknown] = JSON.parse(key)
    const asked = ++entry.asked
    entry.isAsking = true
    this.ports.watch({ query, input }, (answer) => {
      if (asked !== entry.asked) {
        if (answer.ok) this.ports.unwatch(answer.output.watch)
        return
      }
      entry.isAsking = false
      if (answer.ok) {
        entry.watch = answer.output.watch
        this.tell(entry, answer.output.output)
      } else if (answer.refusal.kind === 'unavailable' || answer.refusal.kind === 'limited') {
        const waitMs = answer.refusal.retryAfterMs ?? 2_000
        entry.cancelRetry = this.ports.clock.later(waitMs, () => this.ask(key, entry))
      } else this.end(entry)
    })
  }

  private tell(entry: Entry, output: unknown): void {
    entry.last = { output }
    for (const listener of [...entry.listeners]) listener.output(output)
  }

  private end(entry: Entry): void {
    entry.watch = null
    entry.last = null
    for (const listener of [...entry.listeners]) listener.gone()
  }

  private remove(key: string, entry: Entry): void {
    this.stop(entry)
    this.entries.delete(key)
  }

  private stop(entry: Entry): void {
    entry.asked++
    entry.isAsking = false
    entry.cancelRetry?.()
    if (entry.watch !== null && this.ports.isConnected()) this.ports.unwatch(entry.watch)
    entry.watch = null
  }
}
