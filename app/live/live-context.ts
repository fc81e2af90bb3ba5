import { createContext, useContext, useSyncExternalStore } from 'react'
import type { LiveConnection } from './connection.client.ts'
import type { LinkState } from './link-state.ts'
import type { OpenDocuments } from './open-documents.ts'
import type { SaveState } from './save-state.ts'
import type { UnsentStore } from './unsent-store.ts'

/** What every live part of a page shares. */
export interface Live {
  readonly connection: LiveConnection
  readonly documents: OpenDocuments
  readonly kept: KeptHere
}

/** What is unsent here, and the name under which this page wrote it: with both, a page goes on where it ended. */
export interface KeptHere {
  readonly store: UnsentStore
  readonly tab: string
}

/** Null on the server, without JavaScript, and until the page has woken up: everything works without it. */
export const LiveContext = createContext<Live | null>(null)

export const useLiveParts = (): Live | null => useContext(LiveContext)

const never = () => () => {}
const connecting: LinkState = { kind: 'connecting' }

export function useLink(): LinkState {
  const connection = useLiveParts()?.connection
  return useSyncExternalStore(connection?.subscribe ?? never, connection?.state ?? (() => connecting), () => connecting)
}

/** The save state of all documents this tab has open, the worst first; null with none open. */
export function useOverallSaveState(): SaveState | null {
  const documents = useLiveParts()?.documents
  return useSyncExternalStore(documents?.subscribe ?? never, documents?.saveState ?? (() => null), () => null)
}
