import { EDITOR_SCHEMA_VERSION } from '#app/editor/schema-version.ts'
import { systemClock } from './clock.ts'
import { LiveConnection } from './connection.client.ts'
import type { KeptHere, Live } from './live-context.ts'
import { announceTab, liveTabs } from './live-tabs.client.ts'
import { OpenDocuments } from './open-documents.ts'
import { randomToken } from './random-token.ts'
import { makeSocket } from './socket.client.ts'
import { openUnsentStore } from './unsent-store.client.ts'
import { onWakeUp } from './wake-up.client.ts'

/** On a metered or slow line what is typed travels in larger pieces. */
const savingDataMs = 1_500

export interface LiveStart {
  /**
   * The accreditation the page acts in: whose unsent words this device keeps, and in whose name mutations are made. Null
   * for a person who acts in none, and so opens no documents.
   */
  readonly accreditationId: string | null
  /** Chosen at sign-in: nothing that was typed stays on this device. */
  readonly isSharedComputer: boolean
  /** What a page kept in this tab for the same accreditation until its reader signed in again (LV-27). */
  readonly kept?: KeptHere
  /** How far the server's clock is ahead of this device's: the times we say are the server's. */
  readonly aheadMs: number
}

/** Everything live of one page. Close it when the page goes. */
export function startLive({ accreditationId, isSharedComputer, kept, aheadMs }: LiveStart): Live & { close(): void } {
  const tab = kept?.tab ?? randomToken()
  const clock = { ...systemClock, now: () => Date.now() + aheadMs }
  const store = kept?.store ?? openUnsentStore(accreditationId ?? '', { isSharedComputer })
  const connection = new LiveConnection({
    tab,
    acting: accreditationId,
    clock,
    random: Math.random,
    makeSocket: (hello) => makeSocket(undefined, hello),
    onWakeUp,
  })
  const documents = new OpenDocuments({
    clock,
    store,
    makeProvider: async (documentId) => {
      const { DocumentProvider } = await import('./document-provider.client.ts')
      const sparing = savesData() ? { pushEveryMs: savingDataMs, isAway: true } : {}
      return new DocumentProvider(
        { documentId, schema: EDITOR_SCHEMA_VERSION, ...sparing },
        { transport: connection, store, clock, newOpId: randomToken, tab, liveTabs },
      )
    },
  })
  const stops = [
    announceTab(tab),
    sendLeftovers(connection, documents),
    forgetWhenEnded(connection, documents),
    onLeaving(documents),
  ]
  return {
    connection,
    documents,
    kept: { store, tab },
    close() {
      for (const stop of stops) stop()
      documents.close()
      connection.close()
    },
  }
}

/** What an earlier page could not send goes as soon as there is a connection, whichever page is open now. */
function sendLeftovers(connection: LiveConnection, documents: OpenDocuments): () => void {
  const stop = connection.subscribe(() => {
    if (!connection.isConnected) return
    stop()
    void documents.sendLeftovers()
  })
  return stop
}

/** Nothing of what was open stays in memory when its reader may no longer see it; what is unsent is on the device. */
function forgetWhenEnded(connection: LiveConnection, documents: OpenDocuments): () => void {
  return connection.subscribe(() => {
    if (connection.state().kind === 'ended') documents.close()
  })
}

/** The last moment at which something can still be kept and sent. */
function onLeaving(documents: OpenDocuments): () => void {
  const flush = () => documents.flush()
  const ask = (event: BeforeUnloadEvent) => {
    documents.flush()
    if (documents.hasUnsaved) event.preventDefault()
  }
  window.addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', flush)
  window.addEventListener('beforeunload', ask)
  return () => {
    window.removeEventListener('pagehide', flush)
    document.removeEventListener('visibilitychange', flush)
    window.removeEventListener('beforeunload', ask)
  }
}

function savesData(): boolean {
  const line: unknown = Reflect.get(navigator, 'connection')
  return typeof line === 'object' && line !== null && Reflect.get(line, 'saveData') === true
}
