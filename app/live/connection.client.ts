import { DomainError } from '#app/kernel/errors.ts'
import type { Clock } from './clock.ts'
import type { DocumentListener, DocumentTransport } from './document-transport.ts'
import { Link } from './link.ts'
import {
  type Answer,
  type CursorInput,
  type Hello,
  type LiveRefusal,
  type MutateInput,
  type Opened,
  type OpenInput,
  PROTOCOL_VERSION,
  type Push,
} from './messages.ts'
import type { LiveSocket } from './socket.client.ts'
import { Watches, type WatchListener } from './watches.ts'

const answerWithinMs = 15_000
/** Opening a large document on a slow line takes its time. */
const openWithinMs = 60_000

export interface ConnectionParts {
  /** 16 random bytes as base64url, new for each page load. */
  readonly tab: string
  /** The accreditation this page was made for: a mutation in another one is refused. */
  readonly acting: string | null
  readonly clock: Clock
  readonly random: () => number
  /** Not connected yet, and never by itself. */
  readonly makeSocket: (hello: Hello) => LiveSocket
  /** Calls back when a lost connection may well be back. */
  readonly onWakeUp: (wakeUp: () => void) => () => void
}

const noAnswer: LiveRefusal = {
  kind: 'unavailable',
  code: 'live/no-answer',
  sentence: 'The server did not answer. Check whether this was done before you try again.',
}
const offline: LiveRefusal = {
  kind: 'unavailable',
  code: 'live/offline',
  sentence: 'There is no connection to the server. Nothing was changed. Try again when it is back.',
}

/** The one connection of a tab: live queries, questions and mutations, and every open document travel on it. */
export class LiveConnection implements DocumentTransport {
  private readonly link: Link
  private readonly watches: Watches
  private readonly documents = new Set<DocumentListener>()
  private readonly socket: LiveSocket
  private counter = 0

  constructor(private readonly parts: ConnectionParts) {
    const socket = parts.makeSocket({ version: PROTOCOL_VERSION, tab: parts.tab })
    this.socket = socket
    this.watches = new Watches({
      clock: parts.clock,
      isConnected: () => this.isConnected,
      watch: (message, answered) => socket.timeout(answerWithinMs).emit('watch', message, settled(answered)),
      unwatch: (watch) => socket.emit('unwatch', { watch }),
    })
    this.link = new Link({
      ...parts,
      socket,
      up: () => {
        this.watches.connected()
        this.tellDocuments((document) => document.connected())
      },
      down: () => {
        this.watches.disconnected()
        this.tellDocuments((document) => document.disconnected())
      },
    })
    this.hear(socket)
    this.link.attempt()
  }

  get isConnected(): boolean {
    return this.link.isConnected
  }
  get state() {
    return this.link.state
  }
  get subscribe() {
    return this.link.subscribe
  }

  retryNow(): void {
    this.link.retryNow()
  }

  /** The query's answer now; a refusal is thrown as a `DomainError`. */
  ask(name: string, input: unknown): Promise<unknown> {
    return this.request('ask', { name, input })
  }

  /** The same `once` twice is the same act: without an answer, repeat it with that. A refusal is thrown. */
  mutate(name: string, input: unknown, once: string): Promise<unknown> {
    return this.request('mutate', { name, input, once, ...(this.parts.acting ? { acting: this.parts.acting } : {}) })
  }

  watch(key: string, listener: WatchListener): () => void {
    return this.watches.add(key, listener)
  }

  settleWatch(key: string, output: unknown): void {
    this.watches.settle(key, output)
  }

  open(message: OpenInput, answered: (answer: Answer<Opened>) => void): void {
    this.socket.timeout(openWithinMs).emit('open', message, settled(answered))
  }
  nextCounter(): number {
    return ++this.counter
  }
  push(message: Push): void {
    if (this.isConnected) this.socket.emit('push', message)
  }
  cursor(message: CursorInput): void {
    if (this.isConnected) this.socket.volatile.emit('cursor', message)
  }
  leave(room: number): void {
    if (this.isConnected) this.socket.emit('leave', { room })
  }
  listen(listener: DocumentListener): () => void {
    this.documents.add(listener)
    if (this.state().kind === 'offline') listener.disconnected()
    return () => {
      this.documents.delete(listener)
    }
  }

  /** The page has learned that its login is over, before the server said so to this connection. */
  loginEnded(): void {
    this.link.ended('signed-out')
  }

  close(): void {
    this.link.close()
  }

  private hear(socket: LiveSocket): void {
    socket.on('result', (message) => this.watches.result(message))
    socket.on('patch', (message) => this.watches.patch(message))
    socket.on('batch', (message) => this.tellDocuments((document) => document.batch(message)))
    socket.on('saved', (message) => this.tellDocuments((document) => document.saved(message)))
    socket.on('refused', (message) => this.tellDocuments((document) => document.refused(message)))
    socket.on('cursor', (message) => this.tellDocuments((document) => document.cursor(message)))
    socket.on('need', (message) => this.tellDocuments((document) => document.need(message)))
    socket.on('behind', (message) => this.tellDocuments((document) => document.behind(message)))
    socket.on('digest', (message) => this.tellDocuments((document) => document.digest(message)))
    socket.on('notice', (message) => this.tellDocuments((document) => document.notice(message)))
    socket.on('revoked', (message) => {
      if (message.scope === 'login') this.link.ended(message.code)
      else if (message.scope === 'watch') this.watches.revoked(message.watch)
      else this.tellDocuments((document) => document.revoked(message))
    })
  }

  private tellDocuments(tell: (listener: DocumentListener) => void): void {
    for (const listener of [...this.documents]) tell(listener)
  }

  private request(event: 'ask' | 'mutate', message: MutateInput): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const answered = (answer: Answer<unknown>) => {
        if (answer.ok) resolve(answer.output)
        else reject(refusalError(answer.refusal))
      }
      const send = () => {
        if (this.isConnected) this.socket.timeout(answerWithinMs).emit(event, message, settled(answered))
        else answered({ ok: false, refusal: offline })
      }
      if (this.state().kind === 'connecting') this.onceDecided(send)
      else send()
    })
  }

  /** A page that has only just come up is about to be connected: what it asks for then waits for that. */
  private onceDecided(then: () => void): void {
    const stop = this.subscribe(() => {
      stop()
      then()
    })
  }
}

/** An acknowledgement that may fail to come, as one answer. */
const settled =
  <Output>(answered: (answer: Answer<Output>) => void) =>
  (error: Error | null, answer: Answer<Output>): void =>
    answered(error ? { ok: false, refusal: noAnswer } : answer)

const refusalError = ({ kind, code, sentence, params, fields }: LiveRefusal) =>
  new DomainError(kind, code, sentence, { params, fields })
