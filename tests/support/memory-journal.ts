import { digestOf, sameBytes } from '#server/live/digest.ts'
import type {
  Journal,
  JournalEntry,
  JournalFault,
  JournalOutcome,
  Repair,
  StoredSnapshot,
  StoredUpdate,
} from '#server/live/journal.ts'

interface Kept {
  updates: StoredUpdate[]
  snapshots: (StoredSnapshot & { isVerified: boolean })[]
  setAside: Set<number>
  holders: Map<number, { holder: string; accreditationId: string | null }>
  isOpen: boolean
  isDamaged: boolean
  accessEpoch: number
}

/** The journal in memory, for tests of the engine that need thousands of runs. It passes the contract of the real one. */
export class MemoryJournal implements Journal {
  readonly documents = new Map<string, Kept>()
  /** Accreditations whose access was taken away. */
  readonly ended = new Set<string>()
  appends: number[] = []
  /** The last client id that was given out. */
  issued = 1_000
  /** Runs before a commit, and may wait or throw. */
  beforeCommit: () => Promise<void> = async () => {}
  /** Runs after a commit, before anybody hears of it. */
  afterCommit: () => Promise<void> = async () => {}

  create(documentId: string, first: Uint8Array): void {
    this.documents.set(documentId, {
      updates: [{ seq: 1, opId: documentId, accreditationId: null, bytes: first, digest: digestOf(first) }],
      snapshots: [],
      setAside: new Set(),
      holders: new Map(),
      isOpen: true,
      isDamaged: false,
      accessEpoch: 0,
    })
  }

  /** As the database does when a document is opened. Answers the ids that are held from now on. */
  admit(
    documentId: string,
    accreditationId: string,
    holder: string,
    wanted: readonly number[],
    fresh: number | null,
  ): number[] {
    const { holders } = this.kept(documentId)
    const taken = wanted.filter((id) => holders.get(id)?.accreditationId === accreditationId)
    const issued = fresh !== null && !holders.has(fresh) ? [fresh] : []
    for (const id of [...taken, ...issued]) holders.set(id, { holder, accreditationId })
    return [...taken, ...issued]
  }

  async append(entries: readonly JournalEntry[]): Promise<JournalOutcome[]> {
    await this.beforeCommit()
    this.appends.push(entries.length)
    const at = Date.now()
    const broken = new Set<string>()
    const outcomes = entries.map((entry): JournalOutcome => {
      const chain = `${entry.documentId} ${entry.holder}`
      const outcome = broken.has(chain) ? refused('gap') : this.store(entry, at)
      if (outcome.kind === 'refused') broken.add(chain)
      return outcome
    })
    await this.afterCommit()
    return outcomes
  }

  async document(documentId: string) {
    const kept = this.documents.get(documentId)
    if (!kept) return null
    const { isOpen, isDamaged, accessEpoch } = kept
    return { seq: kept.updates.at(-1)?.seq ?? 0, isOpen, isDamaged, accessEpoch }
  }

  async snapshot(documentId: string, before: number) {
    const verified = this.kept(documentId).snapshots.filter((each) => each.isVerified && each.seq < before)
    return verified.sort((one, other) => other.seq - one.seq)[0] ?? null
  }

  async since(documentId: string, seq: number, most: number) {
    return this.kept(documentId)
      .updates.filter((update) => update.seq > seq)
      .slice(0, most)
  }

  async setAside(documentId: string) {
    return new Set(this.kept(documentId).setAside)
  }

  async quarantine(documentId: string, rows: readonly { seq: number }[]) {
    const kept = this.kept(documentId)
    for (const { seq } of rows) kept.setAside.add(seq)
    kept.isDamaged = true
  }

  async saveSnapshot(documentId: string, snapshot: StoredSnapshot, apart = 250) {
    const { snapshots } = this.kept(documentId)
    if (snapshots.some(({ seq, isVerified }) => isVerified && seq > snapshot.seq - apart && seq <= snapshot.seq))
      return false
    snapshots.push({ ...snapshot, isVerified: false })
    return true
  }

  async markVerified(documentId: string, seq: number) {
    for (const each of this.kept(documentId).snapshots) if (each.seq === seq) each.isVerified = true
  }

  async repair(documentId: string, { lookedAt, opId, bytes }: Repair) {
    const kept = this.kept(documentId)
    const isMended = kept.updates.some(
      (each) => (each.accreditationId === null && each.seq > lookedAt) || each.opId === opId,
    )
    if (!kept.isOpen || isMended) return null
    const seq = (kept.updates.at(-1)?.seq ?? 0) + 1
    kept.updates.push({ seq, opId, accreditationId: null, bytes, digest: digestOf(bytes) })
    return seq
  }

  async prune() {
    return 0
  }

  kept(documentId: string): Kept {
    const kept = this.documents.get(documentId)
    if (!kept) throw new Error(`no document ${documentId}`)
    return kept
  }

  private store(entry: JournalEntry, at: number): JournalOutcome {
    const kept = this.documents.get(entry.documentId)
    if (!kept) return refused('missing')
    if (this.ended.has(entry.accreditationId)) return refused('access')
    const known = kept.updates.find(({ opId }) => opId === entry.opId)
    if (known && !(sameBytes(known.digest, entry.digest) && known.accreditationId === entry.accreditationId))
      return refused('op-id')
    if (kept.accessEpoch !== entry.accessEpoch) return refused('reopen')
    if (known) return { kind: 'saved', seq: known.seq, at, isFresh: false }
    if (!kept.isOpen) return refused('closed')
    const holds = (id: number) => {
      const held = kept.holders.get(id)
      return held?.holder === entry.holder && held.accreditationId === entry.accreditationId
    }
    if (!entry.clientIds.every(holds)) return refused('reopen')
    const seq = (kept.updates.at(-1)?.seq ?? 0) + 1
    const { opId, accreditationId, bytes, digest } = entry
    kept.updates.push({ seq, opId, accreditationId, bytes, digest })
    return { kind: 'saved', seq, at, isFresh: true }
  }
}

const refused = (fault: JournalFault): JournalOutcome => ({ kind: 'refused', fault })
