import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import { type Cursor, decodeCursors, encodeCursor } from './cursors.ts'
import { type CursorInput, type CursorNews, LIMITS, type Opened, type Peer } from './messages.ts'
import { Told } from './told.ts'

/** After this long without a key pressed the name beside a caret fades (interface.md B5). */
const typingMs = 3_000

/** Ends of a selection that stay in place while others type before them. */
export interface Selection {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

export interface PresentPeer extends Peer {
  readonly selection: (Selection & { readonly isTyping: boolean }) | null
}

/** Who is in one document, and where. Who they are is the server's word; only the cursor is theirs. */
export class DocumentPresence {
  private readonly present = new Told<readonly PresentPeer[]>([])
  /** Everybody else, in the order of their coming; the same array until somebody comes, goes or moves. */
  readonly peers = this.present.read
  readonly subscribe = this.present.subscribe
  private ownPeer: number | null = null
  private room: number | null = null
  private selection: Selection | null = null
  private typedAt = Number.NEGATIVE_INFINITY
  private lastSentAt = Number.NEGATIVE_INFINITY
  private cancelSend: (() => void) | null = null
  private cancelFade: (() => void) | null = null

  constructor(
    private readonly clock: Clock,
    private readonly send: (message: CursorInput) => void,
  ) {}

  /** Tells the others where this reader's cursor is; null takes it away ("appear away"). */
  select(selection: Selection | null): void {
    this.selection = selection
    this.sendSoon()
  }

  typed(): void {
    const began = this.clock.now() - this.typedAt >= typingMs
    this.typedAt = this.clock.now()
    if (this.selection && began) this.sendSoon()
    this.cancelFade?.()
    this.cancelFade = this.clock.later(typingMs, () => {
      if (this.selection) this.sendSoon()
    })
  }

  opened({ room, peer, peers, cursors }: Pick<Opened, 'room' | 'peer' | 'peers' | 'cursors'>): void {
    this.room = room
    this.ownPeer = peer
    this.present.tell(placed(this.others(peers), cursors))
    if (this.selection) this.sendSoon()
  }

  news({ joined = [], left = [], cursors }: CursorNews): void {
    const replaced = new Set([...left, ...joined.map(({ peer }) => peer)])
    const staying = this.peers().filter(({ peer }) => !replaced.has(peer))
    this.present.tell(placed([...staying, ...this.others(joined)], cursors))
  }

  /** Without a connection nobody is shown: a presence that cannot be confirmed is not one. */
  away(): void {
    this.room = null
    if (this.peers().length > 0) this.present.tell([])
  }

  destroy(): void {
    this.away()
    this.cancelSend?.()
    this.cancelFade?.()
    this.present.close()
  }

  private others(peers: readonly Peer[]): PresentPeer[] {
    return peers.filter(({ peer }) => peer !== this.ownPeer).map((each) => ({ ...each, selection: null }))
  }

  private sendSoon(): void {
    if (this.cancelSend || this.room === null || this.ownPeer === null) return
    const waitMs = Math.max(0, this.lastSentAt + 1000 / LIMITS.cursorsPerSecond - this.clock.now())
    this.cancelSend = this.clock.later(waitMs, () => {
      this.cancelSend = null
      if (this.room === null) return
      this.lastSentAt = this.clock.now()
      this.send({ room: this.room, cursor: this.selection && this.encoded(this.selection) })
    })
  }

  private encoded({ anchor, head }: Selection): Uint8Array {
    return encodeCursor({
      anchor: Y.encodeRelativePosition(anchor),
      head: Y.encodeRelativePosition(head),
      isTyping: this.clock.now() - this.typedAt < typingMs,
    })
  }
}

function placed(peers: readonly PresentPeer[], cursors?: Uint8Array): readonly PresentPeer[] {
  const moved = new Map(cursors ? decodeCursors(cursors).map(({ peer, cursor }) => [peer, cursor]) : [])
  return peers.map((each) => {
    const cursor = moved.get(each.peer)
    return cursor === undefined ? each : { ...each, selection: cursor && selectionOf(cursor) }
  })
}

// The two ends are another reader's bytes: what cannot be read is no cursor, and no reason to stop.
function selectionOf({ anchor, head, isTyping }: Cursor): PresentPeer['selection'] {
  try {
    return { anchor: Y.decodeRelativePosition(anchor), head: Y.decodeRelativePosition(head), isTyping }
  } catch {
    return null
  }
}
