import { EDITOR_SCHEMA_VERSION } from '#app/editor/schema-version.ts'
import { systemClock } from '#app/live/clock.ts'
import { LiveConnection } from '#app/live/connection.client.ts'
import { DocumentProvider } from '#app/live/document-provider.client.ts'
import { CONTENT_ROOT } from '#app/live/messages.ts'
import { randomToken } from '#app/live/random-token.ts'
import { makeSocket } from '#app/live/socket.client.ts'
import { memoryUnsentStore, type UnsentStore } from '#app/live/unsent-store.ts'
import { firstText, textOf } from './live-client.ts'
import { type LiveDesk, testOrigin } from './live-desk.ts'

export interface ProviderPage {
  readonly connection: LiveConnection
  readonly provider: DocumentProvider
  readonly store: UnsentStore
  readonly text: () => string
  readonly type: (words: string, at?: number) => void
  readonly state: () => string
  /** The tab is gone, and says nothing. */
  readonly die: () => void
  readonly close: () => void
}

export interface ProviderPageOptions {
  readonly transport?: 'websocket' | 'polling'
  readonly store?: UnsentStore
}

/** Storage of this browser that outlives its pages. */
export const aDevice = (): UnsentStore => ({ ...memoryUnsentStore(), isDurable: true })

/** A page as the product makes it, with one document open: the real connection and provider on a real socket. */
export function aProviderPage(
  desk: LiveDesk,
  seat: string,
  documentId: string,
  { transport = 'websocket', store = aDevice() }: ProviderPageOptions = {},
): ProviderPage {
  const tab = randomToken()
  const headers = { cookie: `login=${desk.seat(seat).loginId}`, origin: testOrigin }
  const connection = new LiveConnection({
    tab,
    acting: desk.seat(seat).accreditationId,
    clock: systemClock,
    random: () => 0,
    makeSocket: (hello) => {
      const socket = makeSocket(desk.url, hello)
      Object.assign(socket.io.opts, { extraHeaders: headers })
      Object.defineProperty(socket.io.opts, 'transports', { get: () => [transport], set: () => {}, enumerable: true })
      return socket
    },
    onWakeUp: () => () => {},
  })
  const liveTabs = async () => new Set<string>()
  const ports = { transport: connection, store, clock: systemClock, newOpId: randomToken, tab, liveTabs }
  const provider = new DocumentProvider({ documentId, schema: EDITOR_SCHEMA_VERSION }, ports)
  const content = () => provider.doc.getXmlFragment(CONTENT_ROOT)
  return {
    connection,
    provider,
    store,
    text: () => textOf(provider.doc),
    state: () => provider.saving.state().kind,
    type(words, at) {
      provider.doc.transact(() => {
        const text = firstText(content())
        text.insert(Math.min(at ?? text.length, text.length), words)
      })
    },
    die() {
      connection.close()
      provider.destroy()
    },
    close() {
      provider.destroy()
      connection.close()
    },
  }
}
