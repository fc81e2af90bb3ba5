import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import * as Y from 'yjs'
import { EDITOR_SCHEMA_VERSION } from '#app/editor/schema-version.ts'
import {
  type Answer,
  type Batch,
  type ClientToServer,
  LIVE_PATH,
  type Opened,
  PROTOCOL_VERSION,
  type Refused,
  type Saved,
  type ServerToClient,
  type Watching,
} from '#app/live/messages.ts'
import { Decoder, Encoder } from '#app/live/packet-parser.ts'
import { pause } from './figures.ts'

export type LiveSocket = Socket<ServerToClient, ClientToServer>
const token = () => randomBytes(16).toString('base64url')

export async function connect(address: string, cookie: string): Promise<LiveSocket> {
  for (let attempt = 0; ; attempt++) {
    const socket: LiveSocket = io(address, {
      path: LIVE_PATH,
      parser: { Encoder, Decoder },
      auth: { version: PROTOCOL_VERSION, tab: token() },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie, origin: address },
    })
    const failure = await new Promise<Error | null>((resolve) => {
      socket.once('connect', () => resolve(null))
      socket.once('connect_error', resolve)
    })
    if (!failure) return socket
    socket.close()
    if (attempt > 60) throw failure
    await pause(250 + Math.random() * 250)
  }
}

export const answered = async <T>(emit: (ack: (answer: Answer<T>) => void) => void): Promise<T> => {
  const answer = await new Promise<Answer<T>>(emit)
  if (answer.ok) return answer.output
  throw new Error(answer.refusal.code)
}

export const watch = (socket: LiveSocket, query: string, input: unknown): Promise<Watching> =>
  answered<Watching>((ack) => socket.emit('watch', { query, input }, ack))

/** One person in one document, as the browser's provider speaks, without its offline store. */
export class DocumentClient {
  readonly doc = new Y.Doc()
  private counter = 0
  private room = 0
  private readonly sent = new Map<number, number>()
  readonly acks: number[] = []
  refusals = 0

  constructor(
    readonly socket: LiveSocket,
    private readonly isReading: boolean,
    private readonly seen: (client: number, clock: number) => void,
  ) {}

  async open(document: string): Promise<void> {
    const opened = await answered<Opened>((ack) =>
      this.socket.emit('open', { document, schema: EDITOR_SCHEMA_VERSION }, ack),
    )
    this.room = opened.room
    if (opened.clientId !== null) this.doc.clientID = opened.clientId
    Y.applyUpdate(this.doc, opened.update, 'server')
    this.socket.on('batch', (batch: Batch) => this.onBatch(batch))
    this.socket.on('saved', (saved: Saved) => this.onSaved(saved))
    this.socket.on('refused', (_: Refused) => {
      this.refusals += 1
    })
  }

  /** Types one character into this person's own paragraph; answers the clock it stands under. */
  type(): number {
    const before = Y.encodeStateVector(this.doc)
    const clock = Y.decodeStateVector(before).get(this.doc.clientID) ?? 0
    this.doc.transact(() => this.ownText().insert(this.ownText().length, 'x'))
    this.counter += 1
    this.sent.set(this.counter, performance.now())
    const update = Y.encodeStateAsUpdate(this.doc, before)
    this.socket.emit('push', { room: this.room, counter: this.counter, opId: token(), update })
    return clock
  }

  private text: Y.XmlText | null = null
  private ownText(): Y.XmlText {
    if (this.text) return this.text
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.setAttribute('id', token())
    const text = new Y.XmlText()
    paragraph.insert(0, [text])
    this.doc.getXmlFragment('content').push([paragraph])
    this.text = text
    return text
  }

  private onBatch({ update }: Batch): void {
    if (!this.isReading) return
    const before = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    Y.applyUpdate(this.doc, update, 'server')
    const after = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    for (const [client, clock] of after) {
      for (let at = before.get(client) ?? 0; at < clock; at++) this.seen(client, at)
    }
  }

  private onSaved({ counter }: Saved): void {
    const now = performance.now()
    for (const [sent, at] of this.sent) {
      if (sent > counter) break
      this.acks.push(now - at)
      this.sent.delete(sent)
    }
  }
}
