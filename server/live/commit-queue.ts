import type { Journal, JournalEntry, JournalOutcome } from './journal.ts'
import type { Report } from './report.ts'

/** `failed`: nothing is known; it may or may not have been stored, so only a resend of the same op id can tell. */
export type CommitResult = JournalOutcome | { readonly kind: 'failed' }

export interface Committed<Edit> {
  readonly edit: Edit
  readonly result: CommitResult
}

/** Who brought an edit and is told, in one call for all its edits of one commit. */
export interface Committer<Edit> {
  settle(results: Committed<Edit>[]): void
}

export interface Committable<Edit> {
  readonly entry: JournalEntry
  readonly committer: Committer<Edit>
}

export const queueLimits = { rows: 20_000, bytes: 16 * 1024 * 1024, commitRows: 2_000, commitBytes: 4 * 1024 * 1024 }

/** Deadlock and serialization failure: PostgreSQL took everything back, so the same commit may be tried again. */
const retried = new Set<unknown>(['40P01', '40001'])
const attempts = 4

/**
 * Group commit: what all rooms brought in one turn of the event loop, or while the last commit was under way, is one
 * commit. One is under way at a time, which is also what keeps the edits of a room in order.
 */
export class CommitQueue<Edit extends Committable<Edit>> {
  private waiting: Edit[] = []
  private bytes = 0
  private isCommitting = false
  private idle: (() => void)[] = []

  constructor(
    private readonly journal: Pick<Journal, 'append'>,
    private readonly report: Report,
    private readonly limits = queueLimits,
  ) {}

  get depth(): { readonly rows: number; readonly bytes: number } {
    return { rows: this.waiting.length, bytes: this.bytes }
  }

  /** Null when it was taken, otherwise how long to wait before trying again. */
  offer(edit: Edit): null | { retryAfterMs: number } {
    const size = edit.entry.bytes.length
    if (this.waiting.length >= this.limits.rows || this.bytes + size > this.limits.bytes) return { retryAfterMs: 2_000 }
    this.waiting.push(edit)
    this.bytes += size
    if (!this.isCommitting) this.start()
    return null
  }

  /** Takes back what is not being committed yet. */
  drop(isMeant: (edit: Edit) => boolean): Edit[] {
    const dropped = this.waiting.filter(isMeant)
    if (dropped.length > 0) this.waiting = this.waiting.filter((edit) => !isMeant(edit))
    for (const { entry } of dropped) this.bytes -= entry.bytes.length
    return dropped
  }

  /** Resolves when nothing waits and nothing is under way. */
  async whenIdle(): Promise<void> {
    if (!this.isCommitting) return
    await new Promise<void>((resolve) => this.idle.push(resolve))
  }

  private start(): void {
    this.isCommitting = true
    // After everything that has arrived in this turn of the event loop.
    setImmediate(() => void this.commitAll())
  }

  private async commitAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.take()
      const started = performance.now()
      const results = await this.commit(batch)
      this.report({ kind: 'commit', rows: batch.length, ms: performance.now() - started })
      this.tell(batch, results)
    }
    this.isCommitting = false
    for (const resolve of this.idle.splice(0)) resolve()
  }

  private take(): Edit[] {
    let bytes = 0
    let count = 0
    for (const { entry } of this.waiting) {
      if (count > 0 && (count >= this.limits.commitRows || bytes + entry.bytes.length > this.limits.commitBytes)) break
      bytes += entry.bytes.length
      count += 1
    }
    this.bytes -= bytes
    return this.waiting.splice(0, count)
  }

  private async commit(batch: readonly Edit[]): Promise<CommitResult[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.journal.append(batch.map(({ entry }) => entry))
      } catch (error) {
        const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null
        if (retried.has(code) && attempt < attempts) continue
        this.report({ kind: 'trouble', what: 'edits could not be stored', error })
        return batch.map(() => ({ kind: 'failed' }))
      }
    }
  }

  private tell(batch: readonly Edit[], results: readonly CommitResult[]): void {
    const byCommitter = new Map<Committer<Edit>, Committed<Edit>[]>()
    batch.forEach((edit, place) => {
      const result = results[place] ?? { kind: 'failed' as const }
      const list = byCommitter.get(edit.committer)
      if (list) list.push({ edit, result })
      else byCommitter.set(edit.committer, [{ edit, result }])
    })
    for (const [committer, list] of byCommitter) {
      try {
        committer.settle(list)
      } catch (error) {
        // A room's own fault must not keep the other rooms from hearing about their edits.
        this.report({ kind: 'trouble', what: 'a room failed after its commit', error })
      }
    }
  }
}
