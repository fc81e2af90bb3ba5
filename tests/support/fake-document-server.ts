import * as Y from 'yjs'
import { encodeCursors } from '#app/live/cursors.ts'
import type { DocumentListener, DocumentTransport } from '#app/live/document-transport.ts'
import type { Answer, CursorInput, Opened, OpenInput, Push, ReadOnlyReason, RefusedCode } from '#app/live/messages.ts'
import { stateDigest } from '#app/live/state-digest.ts'

type Delivery = () => void

export interface Commit {
  readonly opId: string
  readonly update: Uint8Array
}

/**
 * The rules of the live engine for one document, without its database and its speed: who may write under which id, no
 * gaps, an op id once, commit before anybody sees it. Messages wait in order, each way, until a test lets them through.
 */
export class FakeDocumentServer {
  doc = new Y.Doc()
  readonly journal: Commit[] = []
  readonly connections: FakeConnection[] = []
  readOnly: ReadOnlyReason | null = null
  openRefusal: Extract<Answer<Opened>, { ok: false }>['refusal'] | null = null
  /** The next pushes are answered with these codes instead of being looked at. */
  refuseNext: RefusedCode[] = []
  /** Commits without telling anybody: the acknowledgement is lost. */
  swallowAcks = false
  private readonly owners = new Map<number, string>()
  private nextId = 1_000
  private room = 71
  seq = 0

  connect(owner: string): FakeConnection {
    const connection = new FakeConnection(this, owner)
    this.connections.push(connection)
    return connection
  }

  /** Lets every message through until nobody has anything more to say. */
  settle(): void {
    while (this.connections.some((each) => each.deliverOne()));
  }

  /** Memory is gone, the journal stays; connections are lost with it. */
  crash(): void {
    for (const each of this.connections) each.drop()
    this.doc = new Y.Doc()
    this.room += 1
    for (const { update } of this.journal) Y.applyUpdate(this.doc, update)
  }

  text(): string {
    return this.doc.getText('content').toString()
  }

  issue(owner: string): number {
    this.nextId += 1
    this.owners.set(this.nextId, owner)
    return this.nextId
  }

  ownedBy(owner: string, ids: readonly number[]): number[] {
    return ids.filter((id) => this.owners.get(id) === owner)
  }

  /** A room keeps its number for as long as it lives, whoever comes and goes. */
  roomNumber(): number {
    return this.room
  }

  digest(): string {
    const stateVector = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    return stateDigest(stateVector, Y.createDeleteSetFromStructStore(this.doc.store).clients)
  }

  /** The code of a refusal, or nothing when the push is in the journal now. */
  take({ opId, update }: Push, accepted: ReadonlySet<number>): RefusedCode | null {
    const scripted = this.refuseNext.shift()
    if (scripted) return scripted
    if (this.journal.some((row) => row.opId === opId)) return null
    if (this.readOnly) return this.readOnly === 'closed' ? 'closed' : 'read-only'
    const { from } = Y.parseUpdateMeta(update)
    if ([...from.keys()].some((id) => !accepted.has(id))) return 'foreign-client'
    if (this.leavesGap(update)) return 'gap'
    this.journal.push({ opId, update })
    this.seq++
    Y.applyUpdate(this.doc, update)
    return null
  }

  private leavesGap(update: Uint8Array): boolean {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc))
    Y.applyUpdate(copy, update)
    return copy.store.pendingStructs !== null || copy.store.pendingDs !== null
  }
}

/** One connection, up or down. What is on the way when it is lost is lost with it. */
export class FakeConnection implements DocumentTransport {
  isConnected = false
  readonly pushed: Push[] = []
  readonly opens: OpenInput[] = []
  readonly cursors: CursorInput[] = []
  left: number[] = []
  private counter = 0
  private up: Delivery[] = []
  private down: Delivery[] = []
  private readonly listeners = new Set<DocumentListener>()
  /** The ids under which this page may write, by room. */
  private readonly rooms = new Map<number, ReadonlySet<number>>()

  constructor(
    private readonly server: FakeDocumentServer,
    private readonly owner: string,
  ) {}

  connect(): void {
    if (this.isConnected) return
    this.isConnected = true
    for (const listener of this.listeners) listener.connected()
  }

  drop(): void {
    if (!this.isConnected) return
    this.isConnected = false
    this.up = []
    this.down = []
    this.rooms.clear()
    for (const listener of this.listeners) listener.disconnected()
  }

  get roomNumbers(): number[] {
    return [...this.rooms.keys()]
  }
  get listening(): number {
    return this.listeners.size
  }

  deliverOne(): boolean {
    return this.deliverUp() || this.deliverDown()
  }
  deliverUp(): boolean {
    const next = this.up.shift()
    next?.()
    return next !== undefined
  }
  deliverDown(): boolean {
    const next = this.down.shift()
    next?.()
    return next !== undefined
  }

  /** Says something to this page as the server would. */
  tell(say: (listener: DocumentListener, room: number) => void): void {
    for (const room of this.rooms.keys()) this.toAll((listener) => say(listener, room))
  }

  open(message: OpenInput, answered: (answer: Answer<Opened>) => void): void {
    this.opens.push(message)
    this.up.push(() => {
      const answer = this.admitted(message)
      this.down.push(() => answered(answer))
    })
  }

  nextCounter(): number {
    return ++this.counter
  }

  push(message: Push): void {
    this.pushed.push(message)
    this.up.push(() => this.handle(message))
  }

  cursor(message: CursorInput): void {
    this.cursors.push(message)
  }

  leave(room: number): void {
    this.left.push(room)
    this.up.push(() => this.rooms.delete(room))
  }

  listen(listener: DocumentListener): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  private admitted({ stateVector, resume, carry = [] }: OpenInput): Answer<Opened> {
    const { server, owner } = this
    if (server.openRefusal) return { ok: false, refusal: server.openRefusal }
    const room = server.roomNumber()
    const mayWrite = server.readOnly === null
    const carried = server.ownedBy(owner, carry)
    const resumed = resume === undefined ? [] : server.ownedBy(owner, [resume])
    const clientId = mayWrite ? (resumed[0] ?? server.issue(owner)) : null
    this.rooms.set(room, new Set([...carried, ...resumed, ...(clientId === null ? [] : [clientId])]))
    return {
      ok: true,
      output: {
        room,
        clientId,
        carried,
        seq: server.seq,
        update: Y.encodeStateAsUpdate(server.doc, stateVector),
        stateVector: Y.encodeStateVector(server.doc),
        mayWrite,
        readOnly: server.readOnly,
        damaged: false,
        peer: 1,
        peers: [],
        cursors: encodeCursors([]),
      },
    }
  }

  private handle(message: Push): void {
    const clientIds = this.rooms.get(message.room)
    if (!clientIds) return
    const code = this.server.take(message, clientIds)
    if (code) {
      this.toAll((listener) => listener.refused({ room: message.room, counter: message.counter, code }))
      const stateVector = Y.encodeStateVector(this.server.doc)
      if (code === 'gap') this.toAll((listener) => listener.need({ room: message.room, stateVector }))
      return
    }
    const { seq } = this.server
    if (!this.server.swallowAcks) {
      const at = Date.parse('2026-10-21T12:00:01Z')
      this.toAll((listener) => listener.saved({ room: message.room, counter: message.counter, seq, at }))
    }
    for (const connection of this.server.connections) {
      connection.tell((listener, number) => listener.batch({ room: number, seq, update: message.update }))
    }
  }

  private toAll(say: (listener: DocumentListener) => void): void {
    this.down.push(() => {
      for (const listener of [...this.listeners]) say(listener)
    })
  }
}
