import { type Cursor, encodeCursors, type PeerCursor } from '#app/live/cursors.ts'
import { type Bearer, type CursorNews, PALETTE_SIZE, type Peer } from '#app/live/messages.ts'
import { sameBytes } from './digest.ts'

/** What a peer is shown by. The identity is the server's; only the cursor comes from the client. */
export interface Shown {
  readonly who: Bearer
  readonly bearerKey: string
  readonly mayWrite: boolean
}

/** Somebody in the same document, as one process tells the others. `far` is the number that process knows them by. */
export interface FarPeer extends Shown {
  readonly far: number
  readonly cursor: Cursor | null
}

interface Entry {
  readonly peer: Peer
  readonly bearerKey: string
  cursor: Cursor | null
  /** The process that told of it and the number it has there; null for who is connected here. */
  readonly from: { readonly process: string; readonly far: number } | null
}

/**
 * Who is in one document and where their carets are (SEC-069…071). Lives in memory only, ends with the connection, and
 * is told to nobody outside the room.
 */
export class Presence {
  private readonly entries = new Map<number, Entry>()
  private readonly joined = new Set<number>()
  private readonly left = new Set<number>()
  private readonly moved = new Set<number>()
  private readonly heardAt = new Map<string, number>()
  private next = 1
  /** Whether something changed among those connected here since `near` was last asked. */
  hasNearNews = false

  get hasNews(): boolean {
    return this.joined.size + this.left.size + this.moved.size > 0
  }

  get peers(): Peer[] {
    return [...this.entries.values()].map(({ peer }) => peer)
  }

  join(shown: Shown): Peer {
    this.hasNearNews = true
    return this.add(shown, null)
  }

  leave(peer: number): void {
    if (this.entries.get(peer)?.from === null) this.hasNearNews = true
    if (!this.entries.delete(peer)) return
    this.moved.delete(peer)
    // Who came and went between two tellings was never there.
    if (!this.joined.delete(peer)) this.left.add(peer)
  }

  move(peer: number, cursor: Cursor | null): void {
    const entry = this.entries.get(peer)
    if (!entry || sameCursor(entry.cursor, cursor)) return
    if (entry.from === null) this.hasNearNews = true
    entry.cursor = cursor
    this.moved.add(peer)
  }

  /** Those connected here, for other processes. */
  near(): FarPeer[] {
    this.hasNearNews = false
    return [...this.entries.values()]
      .filter(({ from }) => from === null)
      .map(({ peer, bearerKey, cursor }) => ({
        far: peer.peer,
        who: peer.who,
        mayWrite: peer.mayWrite,
        bearerKey,
        cursor,
      }))
  }

  /**
   * Everybody another process has in this document now. It tells this again and again; who is not told of any more is
   * gone. Answers whether it was heard for the first time, and so may not have heard of this one.
   */
  follow(process: string, peers: readonly FarPeer[], now: number): boolean {
    const isNew = !this.heardAt.has(process)
    this.heardAt.set(process, now)
    const known = new Map(
      [...this.entries.values()]
        .filter(({ from }) => from?.process === process)
        .map((entry) => [entry.from?.far, entry]),
    )
    for (const far of peers) {
      const { peer } = known.get(far.far)?.peer ?? this.add(far, { process, far: far.far })
      known.delete(far.far)
      this.move(peer, far.cursor)
    }
    for (const { peer } of known.values()) this.leave(peer.peer)
    return isNew
  }

  /** A process that has been silent for long has nobody here: no ghosts (LE-13). */
  forgetSilent(before: number): void {
    for (const [process, heardAt] of this.heardAt) {
      if (heardAt >= before) continue
      this.heardAt.delete(process)
      for (const { peer, from } of [...this.entries.values()]) if (from?.process === process) this.leave(peer.peer)
    }
  }

  /** Every cursor there is now, for who has just come. */
  cursors(): Uint8Array {
    const shown = [...this.entries.values()].filter(({ cursor }) => cursor !== null)
    return encodeCursors(shown.map(({ peer, cursor }) => ({ peer: peer.peer, cursor })))
  }

  /** What changed since the last call; null when nothing did. */
  takeNews(room: number): CursorNews | null {
    if (!this.hasNews) return null
    const joined = this.peers.filter(({ peer }) => this.joined.has(peer))
    const moved = [...this.moved].map((peer): PeerCursor => ({ peer, cursor: this.entries.get(peer)?.cursor ?? null }))
    const news: CursorNews = {
      room,
      ...(joined.length > 0 ? { joined } : {}),
      ...(this.left.size > 0 ? { left: [...this.left] } : {}),
      ...(moved.length > 0 ? { cursors: encodeCursors(moved) } : {}),
    }
    for (const changed of [this.joined, this.left, this.moved]) changed.clear()
    return news
  }

  private add({ who, bearerKey, mayWrite }: Shown, from: Entry['from']): Peer {
    const peer = { peer: this.next++, who, palette: this.paletteOf(bearerKey), mayWrite }
    this.entries.set(peer.peer, { peer, bearerKey, cursor: null, from })
    this.joined.add(peer.peer)
    return peer
  }

  /** Equal bearers share a colour; others get one that is free as long as there is one. */
  private paletteOf(bearerKey: string): number {
    const used = new Set<number>()
    for (const entry of this.entries.values()) {
      if (entry.bearerKey === bearerKey) return entry.peer.palette
      used.add(entry.peer.palette)
    }
    let hash = 0
    for (const character of bearerKey) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
    const wanted = hash % PALETTE_SIZE
    for (let step = 0; step < PALETTE_SIZE; step++) {
      const free = (wanted + step) % PALETTE_SIZE
      if (!used.has(free)) return free
    }
    return wanted
  }
}

function sameCursor(one: Cursor | null, other: Cursor | null): boolean {
  if (one === null || other === null) return one === other
  return one.isTyping === other.isTyping && sameBytes(one.anchor, other.anchor) && sameBytes(one.head, other.head)
}
