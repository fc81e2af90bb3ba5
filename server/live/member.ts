import type { Bearer, Peer, Push, ReadOnlyReason } from '#app/live/messages.ts'
import { AckLedger } from './ack-ledger.ts'
import type { Committable, Committer } from './commit-queue.ts'
import type { Connection } from './connection.ts'
import type { JournalEntry } from './journal.ts'
import type { Overlay, Stretch } from './spot.ts'

/** What an opening was granted: access as it was at `accessEpoch`, and the client ids it may write with. */
export interface Admission {
  readonly access: 'read' | 'write'
  /** How its bearer is shown; null where presence is not shown to it, nor it to others. */
  readonly who: Bearer | null
  /** Equal for all that are shown as the same. */
  readonly bearerKey: string
  readonly accessEpoch: number
  /** Names this opening; the journal takes an edit only from the latest opening of its client ids. */
  readonly holder: string
  /** Issued now, or the one it wrote with before; null for readers. */
  readonly clientId: number | null
  readonly carried: readonly number[]
  readonly isEditorCurrent: boolean
}

/** One connection in one room. */
export interface Member {
  readonly connection: Connection
  admission: Admission
  readonly clientIds: Set<number>
  /** Client ids that a later opening took over. */
  readonly lostIds: Set<number>
  readonly peer: Peer | null
  readonly acks: AckLedger
  /** Its edits on their way to the journal, or stored and not applied yet, in order. */
  pending: PendingEdit[]
  overlay: Overlay
  /** Pushes that wait because one before them does; null while none does. */
  held: Push[] | null
  gaps: number
  neededAt: number
  /** Told to open again; sent nothing more until it does. */
  isBehind: boolean
  /** Size of what it was sent on opening, which may lie in its backlog for a while. */
  openingBytes: number
  lastReadOnly: ReadOnlyReason | null
}

export interface PendingEdit extends Committable<PendingEdit> {
  entry: JournalEntry
  readonly committer: Committer<PendingEdit>
  /** Who is answered: a resend on a new connection moves it there. */
  member: Member
  counter: number
  readonly added: Overlay
  readonly deletes: number
  readonly receivedAt: number
}

export function newMember(
  connection: Connection,
  admission: Admission,
  peer: Peer | null,
  openingBytes: number,
): Member {
  const own = admission.clientId === null ? admission.carried : [admission.clientId, ...admission.carried]
  return {
    connection,
    admission,
    clientIds: new Set(own),
    lostIds: new Set(),
    peer,
    acks: new AckLedger(),
    pending: [],
    overlay: new Map(),
    held: null,
    gaps: 0,
    neededAt: Number.NEGATIVE_INFINITY,
    isBehind: false,
    openingBytes,
    lastReadOnly: null,
  }
}

export function remember(edit: PendingEdit): void {
  edit.member.pending.push(edit)
  extend(edit.member.overlay, edit.added)
}

/** Forgets what was applied or dropped: the overlay is what is pending and nothing else. */
export function forget(member: Member, gone: ReadonlySet<PendingEdit>): void {
  if (gone.size === 0) return
  member.pending = member.pending.filter((edit) => !gone.has(edit))
  member.overlay = new Map()
  for (const edit of member.pending) extend(member.overlay, edit.added)
}

function extend(overlay: Overlay, added: Overlay): void {
  for (const [client, stretches] of added) {
    const known: Stretch[] = overlay.get(client) ?? []
    overlay.set(client, known)
    for (const stretch of stretches) known.push(stretch)
  }
}
