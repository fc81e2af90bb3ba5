import type * as Y from 'yjs'
import { EDITOR_SCHEMA_VERSION } from '#app/editor/schema-version.ts'
import { systemClock } from '#app/live/clock.ts'
import { LiveConnection } from '#app/live/connection.client.ts'
import { DocumentProvider } from '#app/live/document-provider.client.ts'
import { CONTENT_ROOT } from '#app/live/messages.ts'
import { randomToken } from '#app/live/random-token.ts'
import { makeSocket } from '#app/live/socket.client.ts'
import { memoryUnsentStore } from '#app/live/unsent-store.ts'
import { firstText } from '#tests/support/live-client.ts'

/** One thing somebody did: a mark typed that occurs nowhere else, or one of their own taken out again. */
export interface Act {
  readonly kind: 'type' | 'erase'
  readonly mark: string
}

export interface StormPageParts {
  readonly address: string
  readonly cookie: string
  readonly documentId: string
  /** In every mark of this page. */
  readonly name: string
  readonly transport: 'websocket' | 'polling'
  /** A number from 0 up to 1; the same ones for the same seed. */
  readonly random: () => number
}

const erasing = 0.1

/** Somebody with the document open: the product's own connection and provider, and a list of all they did. */
export class StormPage {
  readonly acts: Act[] = []
  readonly documentId: string
  private readonly connection: LiveConnection
  private readonly provider: DocumentProvider
  private wakeUp = () => {}

  constructor(private readonly parts: StormPageParts) {
    const { address, cookie, documentId, transport } = parts
    this.documentId = documentId
    const tab = randomToken()
    this.connection = new LiveConnection({
      tab,
      acting: null,
      clock: systemClock,
      random: parts.random,
      makeSocket: (hello) => {
        const socket = makeSocket(address, hello)
        Object.assign(socket.io.opts, { extraHeaders: { cookie, origin: address } })
        Object.defineProperty(socket.io.opts, 'transports', {
          get: () => [transport],
          set: () => {},
          enumerable: true,
        })
        return socket
      },
      onWakeUp: (wakeUp) => {
        this.wakeUp = wakeUp
        return () => {}
      },
    })
    this.provider = new DocumentProvider(
      { documentId, schema: EDITOR_SCHEMA_VERSION },
      {
        transport: this.connection,
        store: { ...memoryUnsentStore(), isDurable: true },
        clock: systemClock,
        newOpId: randomToken,
        tab,
        liveTabs: async () => new Set<string>(),
      },
    )
  }

  get doc(): Y.Doc {
    return this.provider.doc
  }

  get mayWrite(): boolean {
    return this.provider.status().mayWrite
  }

  /** How many of the acts, from the first on, the page was told are durable. */
  get acknowledged(): number {
    return this.provider.saving.edited - this.provider.saving.unsaved
  }

  get isSaved(): boolean {
    return this.acknowledged === this.acts.length && this.provider.saving.state().kind === 'saved'
  }

  get isConnected(): boolean {
    return this.connection.isConnected
  }

  get state(): string {
    return `${this.parts.name}: ${this.connection.state().kind}, ${this.provider.status().phase}, ${this.provider.saving.state().kind}`
  }

  /** The page learns that the line may be back, as a browser tells it. */
  wake(): void {
    this.wakeUp()
  }

  act(): void {
    // One transaction is one edit, which is what is counted as acknowledged.
    this.doc.transact(() => {
      const text = firstText(this.doc.getXmlFragment(CONTENT_ROOT))
      const words = text.toString()
      const own = this.erasable(words)
      if (own && this.parts.random() < erasing) {
        this.acts.push({ kind: 'erase', mark: own })
        text.delete(words.indexOf(own), own.length)
        return
      }
      const mark = `[${this.parts.name}.${this.acts.length}]`
      this.acts.push({ kind: 'type', mark })
      text.insert(this.between(words), mark)
    })
  }

  close(): void {
    this.provider.destroy()
    this.connection.close()
  }

  /** A mark of this page's own that stands in the text. */
  private erasable(words: string): string | null {
    const { mark } = this.acts[Math.floor(this.parts.random() * this.acts.length)] ?? { mark: '' }
    return mark !== '' && words.includes(mark) ? mark : null
  }

  /** A place between two marks: nobody writes into another's mark, so that each can be looked for. */
  private between(words: string): number {
    const from = words.indexOf('[', Math.floor(this.parts.random() * (words.length + 1)))
    return from < 0 ? words.length : from
  }
}
