import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { DocumentNotices } from '#app/live/document-notices.tsx'
import { useLiveParts } from '#app/live/live-context.ts'
import { DocumentSaveState } from '#app/live/save-indicator.tsx'
import { useDocument } from '#app/live/use-document.ts'
import { usePresence } from '#app/live/use-presence.ts'
import { useAnnounce } from '#app/ui/live-region.tsx'
import type { Arrival } from './arrival.ts'
import { EditorFrame } from './editor-frame.tsx'
import type { EditorSlotProps } from './editor-slot.tsx'
import { Peers } from './peers.tsx'
import { ReadingText } from './reading-text.tsx'
import { useSingleKey } from './use-single-key.ts'

/** What surrounds a live text, whether it is read or written. */
export interface LiveParts {
  readonly notices: ReactNode
  readonly saving: ReactNode
  readonly end: ReactNode
}

export const loadEditor = () => import('./collaborative-editor.tsx')
const CollaborativeEditor = lazy(async () => ({ default: (await loadEditor()).CollaborativeEditor }))

/** The text as it is now: to read, with everybody's changes as they come, and to write once somebody asks to. */
export function LiveText(props: EditorSlotProps) {
  const document = useDocument(props.documentId)
  const { doc, provider, mayWrite } = document
  const documents = useLiveParts()?.documents
  const announce = useAnnounce()
  const opening = useWords().t('editor.loading')
  const peers = usePresence(provider)
  const [begun] = useState(() => (isElsewhere() ? null : props.begun))
  const [isEditing, setEditing] = useState(Boolean(begun))
  const [hasEdited, setHasEdited] = useState(Boolean(begun))
  const [arrival, setArrival] = useState<Arrival>(begun ?? 'key')
  const begin = (how: Arrival) => {
    setArrival(how)
    setEditing(true)
    setHasEdited(true)
  }
  useEffect(() => {
    if (begun) announce(opening)
  }, [begun, announce, opening])
  const isOffered = props.decision.ok && !document.isTaken
  useSingleKey('e', props.hasSingleKeys === true && isOffered && !isEditing, () => begin('key'))
  const parts: LiveParts = {
    notices: <DocumentNotices document={document} />,
    saving: <DocumentSaveState provider={provider} readOnlyWords={props.readOnlyWords} />,
    end: (
      <>
        <Peers peers={peers} />
        {props.end}
      </>
    ),
  }
  // Why, and the reader's own words that were not saved; nothing that the page was drawn with.
  if (document.isTaken) return <EditorFrame bar={null} footer={parts.saving} notices={parts.notices} />
  const reading = (
    <ReadingText {...props} {...parts} doc={doc} isOpening={isEditing} takesFocus={hasEdited} onEdit={begin} />
  )
  if (!isEditing || !doc || !provider) return reading
  return (
    <Suspense fallback={reading}>
      <CollaborativeEditor
        {...props}
        {...parts}
        key={doc.guid}
        doc={doc}
        provider={provider}
        mayWrite={mayWrite && props.decision.ok}
        arrival={arrival}
        onFinish={() => setEditing(false)}
        // Not in the middle of the undo that caused it.
        onDrift={() => setTimeout(() => documents?.renew(props.documentId))}
      />
    </Suspense>
  )
}

/** Whoever writes somewhere else by now is not torn away from it. */
const isElsewhere = () => document.activeElement?.matches('input, textarea, select, [contenteditable="true"]') ?? false
