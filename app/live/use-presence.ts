import { useSyncExternalStore } from 'react'
import type { PresentPeer } from './document-presence.ts'
import type { DocumentProvider } from './document-provider.client.ts'

const never = () => () => {}
const nobody: readonly PresentPeer[] = []

/** Everybody else who has the document open, with their carets; nobody while the connection is lost. */
export function usePresence(provider: DocumentProvider | null): readonly PresentPeer[] {
  return useSyncExternalStore(
    provider?.presence.subscribe ?? never,
    provider?.presence.peers ?? (() => nobody),
    () => nobody,
  )
}
