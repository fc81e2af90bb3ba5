import * as Y from 'yjs'
import { EDITOR_SCHEMA_VERSION } from '#app/editor/schema-version.ts'
import {
  type Answer,
  CONTENT_ROOT,
  type Opened,
  PROTOCOL_VERSION,
  type Refused,
  type Saved,
  type ServerToClient,
} from '#app/live/messages.ts'
import { randomToken } from '#app/live/random-token.ts'
import { type LiveSocket, makeSocket } from '#app/live/socket.client.ts'
import { type LiveDesk, testOrigin } from './live-desk.ts'

export interface ConnectOptions {
  readonly transports?: readonly ('polling' | 'websocket')[]
  readonly tab?: string
  readonly origin?: string
  readonly cookie?: string
  readonly version?: number
}

/** A socket as a tab of this seat makes it; resolves when it is let in and rejects when it is not. */
export async function connect(desk: LiveDesk, seat: string, options: ConnectOptions = {}): Promise<LiveSocket> {
  const { transports = ['websocket'], tab = randomToken(), version = PROTOCOL_VERSION } = options
  const socket = makeSocket(desk.url, { version, tab })
  const cookie = options.cookie ?? `login=${desk.seat(seat).loginId}`
  Object.assign(socket.io.opts, { transports, extraHeaders: { cookie, origin: options.origin ?? testOrigin } })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.disconnect()
      reject(error)
    })
    socket.connect()
  })
  return socket
}

export const ask = <Output>(emit: (ack: (answer: Answer<Output>) => void) => unknown): Promise<Answer<Output>> =>
  new Promise((resolve) => void emit(resolve))

export interface OpenOptions {
  readonly schema?: number
  readonly resume?: number
  readonly carry?: number[]
  readonly doc?: Y.Doc
}

type Answered = (Saved & { readonly kind: 'saved' }) | (Refused & { readonly kind: 'refused' })

/** A paper as a tab has it open: a small honest client, and one whose every move a test can decide. */
export class OpenPaper {
  counter = 0
  readonly refusals: Refused[] = []
  readonly heard: { event: string; message: unknown }[] = []
  private readonly waiting = new Map<number, (answer: Answered) => void>()
  private unsent: Uint8Array[] = []
  private isHolding = false
  private isRetired = false

  constructor(
    readonly socket: LiveSocket,
    readonly opened: Opened,
    readonly doc: Y.Doc,
  ) {
    if (opened.clientId !== null) doc.clientID = opened.clientId
    this.on('batch', ({ update }) => Y.applyUpdate(doc, update, this))
    this.on('saved', (message) => {
      for (const [counter, resolve] of this.waiting) {
        if (counter > message.counter) continue
        this.waiting.delete(counter)
        resolve({ kind: 'saved', ...message })
      }
    })
    this.on('refused', (message) => {
      this.refusals.push(message)
      this.waiting.get(message.counter)?.({ kind: 'refused', ...message })
      this.waiting.delete(message.counter)
    })
    for (const event of ['cursor', 'need', 'behind', 'digest', 'notice', 'revoked'] as const) this.on(event, () => {})
    doc.on('update', this.edited)
  }

  /** Another opening of the same copy takes its place. */
  retire(): void {
    this.doc.off('update', this.edited)
    this.isRetired = true
  }

  private readonly edited = (update: Uint8Array, origin: unknown) => {
    if (origin === this) return
    if (this.isHolding) this.unsent.push(update)
    else void this.push(update)
  }

  /** Sends an update as it is; resolves with the one answer it gets. */
  push(update: Uint8Array, options: { opId?: string; bulk?: boolean } = {}): Promise<Answered> {
    const counter = ++this.counter
    const { opId = randomToken(), bulk } = options
    return new Promise((resolve) => {
      this.waiting.set(counter, resolve)
      this.socket.emit('push', { room: this.opened.room, counter, opId, update, ...(bulk ? { bulk } : {}) })
    })
  }

  /** Runs local edits and answers the one update they make, unsent. */
  edit(change: (content: Y.XmlFragment) => void): Uint8Array {
    this.isHolding = true
    this.doc.transact(() => change(this.content))
    this.isHolding = false
    return Y.mergeUpdates(this.unsent.splice(0))
  }

  /** Writes at the end of the first paragraph and resolves when that is answered. */
  type(words: string): Promise<Answered> {
    return this.push(this.edit((content) => typeInto(content, words)))
  }

  get content(): Y.XmlFragment {
    return this.doc.getXmlFragment(CONTENT_ROOT)
  }

  get text(): string {
    return textOf(this.doc)
  }

  heardOf<Event extends keyof ServerToClient>(event: Event): Parameters<ServerToClient[Event]>[0][] {
    return this.heard.filter((each) => each.event === event).map((each) => each.message as never)
  }

  private on<Event extends keyof ServerToClient>(
    event: Event,
    use: (message: Parameters<ServerToClient[Event]>[0]) => void,
  ) {
    const listener = (message: Parameters<ServerToClient[Event]>[0]) => {
      if (this.isRetired || ('room' in message && message.room !== this.opened.room)) return
      this.heard.push({ event, message })
      use(message)
    }
    this.socket.on(event, listener as never)
  }
}

export async function openPaper(socket: LiveSocket, document: string, options: OpenOptions = {}): Promise<OpenPaper> {
  const answer = await tryOpen(socket, document, options)
  if (!(answer instanceof OpenPaper)) throw new Error(`not opened: ${answer.code}`)
  return answer
}

/** As the browser does: the paper is made in the same turn as the answer comes, so that nothing is missed. */
export function tryOpen(
  socket: LiveSocket,
  document: string,
  options: OpenOptions = {},
): Promise<OpenPaper | { code: string }> {
  const { schema = EDITOR_SCHEMA_VERSION, doc, ...ids } = options
  const stateVector = doc ? { stateVector: Y.encodeStateVector(doc) } : {}
  return new Promise((resolve) => {
    socket.emit('open', { document, schema, ...stateVector, ...ids }, (answer) => {
      if (!answer.ok) {
        resolve({ code: answer.refusal.code })
        return
      }
      const copy = doc ?? new Y.Doc()
      const paper = new OpenPaper(socket, answer.output, copy)
      Y.applyUpdate(copy, answer.output.update, paper)
      resolve(paper)
    })
  })
}

export function typeInto(content: Y.XmlFragment, words: string): void {
  const text = firstText(content)
  text.insert(text.length, words)
}

export function firstText(content: Y.XmlFragment): Y.XmlText {
  const paragraph =
    content.toArray().find((each) => each instanceof Y.XmlElement) ?? add(content, new Y.XmlElement('paragraph'))
  const text = paragraph.toArray().find((each) => each instanceof Y.XmlText)
  return text instanceof Y.XmlText ? text : add(paragraph, new Y.XmlText())
}

function add<Child extends Y.XmlElement | Y.XmlText>(parent: Y.XmlFragment, child: Child): Child {
  parent.push([child])
  return child
}

/** The text with its elements, without their permanent ids. */
export const textOf = (doc: Y.Doc): string =>
  doc
    .getXmlFragment(CONTENT_ROOT)
    .toString()
    .replace(/ id="[^"]+"/g, '')
