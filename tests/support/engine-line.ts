import type { Person } from '#app/kernel/actor.ts'
import { isDomainError, toRefusal } from '#app/kernel/errors.ts'
import type { DocumentListener, DocumentTransport } from '#app/live/document-transport.ts'
import type { Answer, CursorInput, Opened, OpenInput, Push } from '#app/live/messages.ts'
import type { Joined } from '#server/live/joining.ts'
import type { Journal } from '#server/live/journal.ts'
import { anEngine, aPerson, type Engine, FakeLine, type Heard } from './engine.ts'
import type { MemoryJournal } from './memory-journal.ts'

type Delivery = () => void

/** A server that can die: its memory is gone at once, and nothing it had asked of its journal is ever answered. */
export class MortalServer {
  engine: Engine
  private life = { isOver: false }

  constructor(readonly journal: MemoryJournal) {
    this.engine = this.born()
  }

  crash(): void {
    this.life.isOver = true
    this.life = { isOver: false }
    this.engine = this.born()
  }

  private born(): Engine {
    return anEngine(this.journal, { journal: mortal(this.journal, this.life) })
  }
}

function mortal(journal: MemoryJournal, life: { readonly isOver: boolean }): Journal {
  const never = () => new Promise<never>(() => {})
  return {
    append: async (entries) => {
      await new Promise((resolve) => setImmediate(resolve))
      // What was not asked yet is lost; what was is stored, and nobody hears of it.
      if (life.isOver) return never()
      const outcomes = await journal.append(entries)
      await new Promise((resolve) => setImmediate(resolve))
      return life.isOver ? never() : outcomes
    },
    document: (...args) => journal.document(...args),
    snapshot: (...args) => journal.snapshot(...args),
    since: (...args) => journal.since(...args),
    setAside: (...args) => journal.setAside(...args),
    quarantine: (...args) => journal.quarantine(...args),
    saveSnapshot: (...args) => journal.saveSnapshot(...args),
    markVerified: (...args) => journal.markVerified(...args),
    repair: (...args) => journal.repair(...args),
    prune: () => journal.prune(),
  }
}

/** A page's connection to the real rooms: messages wait in order, each way, until a test lets them through. */
export class EngineLine implements DocumentTransport {
  isConnected = false
  private readonly person: Person
  private line: FakeLine | null = null
  private up: Delivery[] = []
  private down: Delivery[] = []
  private counter = 0
  private readonly places = new Map<number, Joined>()
  private readonly listeners = new Set<DocumentListener>()

  constructor(
    private readonly server: MortalServer,
    name: string,
  ) {
    this.person = aPerson(name)
  }

  connect(): void {
    if (this.isConnected) return
    const line = new FakeLine(this.person)
    this.line = line
    line.onHeard = (heard) => this.down.push(() => this.hear(heard))
    this.isConnected = true
    for (const listener of this.listeners) listener.connected()
  }

  drop(): void {
    if (!this.isConnected) return
    this.isConnected = false
    if (this.line) this.line.isOpen = false
    this.up = []
    this.down = []
    for (const { room, member } of this.places.values()) room.leave(member)
    this.places.clear()
    for (const listener of this.listeners) listener.disconnected()
  }

  deliverUp(): boolean {
    if (this.line && !this.line.isOpen) this.drop()
    const next = this.up.shift()
    next?.()
    return next !== undefined
  }

  deliverDown(): boolean {
    const next = this.down.shift()
    next?.()
    return next !== undefined
  }

  open(message: OpenInput, answered: (answer: Answer<Opened>) => void): void {
    const { line } = this
    if (!line) return
    const refuse = (error: unknown) => {
      if (!isDomainError(error)) throw error
      if (line === this.line) this.down.push(() => answered({ ok: false, refusal: toRefusal(error) }))
    }
    this.up.push(() => {
      this.server.engine.joining
        .join(line, message, (output) => void this.down.push(() => answered({ ok: true, output })))
        .then((place) => {
          if (line.isOpen) this.places.set(place.room.number, place)
          else place.room.leave(place.member)
        })
        .catch(refuse)
    })
  }

  nextCounter(): number {
    return ++this.counter
  }

  push(message: Push): void {
    const { room, counter } = message
    this.up.push(() => {
      const place = this.places.get(room)
      if (place?.room.members.has(place.member)) place.room.push(place.member, message)
      else this.down.push(() => this.hear({ event: 'refused', message: { room, counter, code: 'not-open' } }))
    })
  }

  cursor(message: CursorInput): void {
    this.up.push(() => {
      const place = this.places.get(message.room)
      place?.room.cursor(place.member, message)
    })
  }

  leave(room: number): void {
    this.up.push(() => {
      const place = this.places.get(room)
      this.places.delete(room)
      place?.room.leave(place.member)
    })
  }

  listen(listener: DocumentListener): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  private hear({ event, message }: Heard): void {
    for (const listener of [...this.listeners]) {
      if (event === 'batch') listener.batch(message)
      if (event === 'saved') listener.saved(message)
      if (event === 'refused') listener.refused(message)
      if (event === 'cursor') listener.cursor(message)
      if (event === 'need') listener.need(message)
      if (event === 'behind') listener.behind(message)
      if (event === 'digest') listener.digest(message)
      if (event === 'notice') listener.notice(message)
      if (event === 'revoked' && message.scope === 'room') listener.revoked(message)
    }
  }
}
