import { useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Doc } from 'yjs'
import type { DocumentProvider } from './document-provider.client.ts'
import { type DocumentStatus, nothingKnown } from './document-status.ts'
import { useLiveParts } from './live-context.ts'
import type { SaveState } from './save-state.ts'

export interface OpenDocument {
  readonly documentId: string
  /** Null until the document has been opened once, and when it is no longer to be shown: there is no editor then. */
  readonly doc: Doc | null
  readonly provider: DocumentProvider | null
  readonly status: DocumentStatus
  readonly mayWrite: boolean
  /** It is no longer this reader's to see: nothing of it may stay on the screen, whatever the page was drawn with. */
  readonly isTaken: boolean
  /** Gives up what could not be saved and opens the document afresh. */
  readonly discardUnsaved: () => Promise<void>
}

const never = () => () => {}

/**
 * Opens a live document for as long as the component is there. A copy that had to be replaced is another `doc`: give the
 * editor `key={document.doc?.guid}`.
 */
export function useDocument(documentId: string): OpenDocument {
  const documents = useLiveParts()?.documents
  useEffect(() => documents?.hold(documentId), [documents, documentId])
  const provider = useSyncExternalStore(
    documents?.subscribe ?? never,
    () => documents?.current(documentId) ?? null,
    () => null,
  )
  const status = useSyncExternalStore(
    provider?.subscribe ?? never,
    () => provider?.status() ?? nothingKnown,
    () => nothingKnown,
  )
  const discardUnsaved = useCallback(async () => documents?.discardUnsaved(documentId), [documents, documentId])
  // What the page itself shows of a document that is no longer its reader's goes too, once the reader's own words are safe.
  const isTaken = status.ended === 'access' || status.ended === 'gone'
  const isKept = useSyncExternalStore(
    provider?.saving.subscribe ?? never,
    () => provider?.saving.state().kind === 'rejected',
    () => false,
  )
  const { revalidate } = useRevalidator()
  const reload = useRef(revalidate)
  reload.current = revalidate
  useEffect(() => {
    if (isTaken && !isKept) reload.current()
  }, [isTaken, isKept])

  const isShown = status.phase === 'open' || status.phase === 'away'
  return {
    documentId,
    doc: isShown && provider ? provider.doc : null,
    provider,
    status,
    mayWrite: isShown && status.mayWrite,
    isTaken,
    discardUnsaved,
  }
}

const opening: SaveState = { kind: 'opening' }

/** Apart from `useDocument`, because it changes with every key: only the line that shows it is drawn again. */
export function useSaveState(provider: DocumentProvider | null): SaveState {
  return useSyncExternalStore(
    provider?.saving.subscribe ?? never,
    provider?.saving.state ?? (() => opening),
    () => opening,
  )
}
