import { useSearchParams } from '@remix-run/react'
import { useState } from 'react'
import type { Arrival } from '#app/editor/arrival.ts'
import { emptyDocument } from '#app/editor/document-shape.ts'
import { EditorSlot, fetchEditor } from '#app/editor/editor-slot.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Acting } from '#app/kernel/actor.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { SegmentedLinks } from '#app/ui/segmented.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { VisibilityBand } from '#app/ui/visibility-label.tsx'
import type { NoteView, openNote } from './contract.ts'
import type { NoteScope } from './note.ts'
import { circleOf, mayWriteNote } from './policy.ts'

export interface NotesPaneProps {
  readonly itemId: string
  readonly number: string
  readonly notes: readonly NoteView[]
  readonly acting: Acting
  /** One's delegation in the reader's language; none for the secretariat. */
  readonly delegation: string | null
}

const bands = {
  DELEGATION: 'delegation',
  PERSONAL: 'personal',
  SESSION: 'conference',
  SECRETARIAT: 'secretariat',
} as const

/** The private side of an item's workspace: the delegation's notes (for the secretariat, its own), and one's own. */
export function NotesPane({ itemId, number, notes, acting, delegation }: NotesPaneProps) {
  const { t } = useWords()
  const [search] = useSearchParams()
  const shown = notes.filter(({ scope }) => scope !== 'SESSION')
  const chosen =
    shown.find(({ scope }) => scope === search.get('notes')) ??
    shown[shown.length > 1 && shown[0]?.scope === 'PERSONAL' ? 1 : 0]
  if (!chosen) return null
  const titles: Record<NoteScope, string> = {
    DELEGATION: t('notes.delegation'),
    PERSONAL: t('notes.personal'),
    SESSION: t('notes.session'),
    SECRETARIAT: t('notes.secretariat'),
  }
  return (
    <>
      <VisibilityBand
        kind={bands[chosen.scope]}
        of={delegation ?? undefined}
        end={chosen.scope === 'DELEGATION' ? t('visibility.notVisibleToSecretariat') : null}
      />
      {shown.length > 1 ? (
        <div className="pane-tabs">
          <SegmentedLinks
            label={t('notes.onItem', { number })}
            segments={shown.map(({ scope }) => ({
              to: `?notes=${scope}`,
              label: titles[scope],
              isCurrent: scope === chosen.scope,
            }))}
          />
        </div>
      ) : null}
      <NoteText key={chosen.scope} itemId={itemId} number={number} note={chosen} acting={acting} />
    </>
  )
}

interface NoteTextProps extends Pick<NotesPaneProps, 'itemId' | 'number' | 'acting'> {
  readonly note: NoteView
}

/** One note: its text, or the way to begin it. */
export function NoteText({ itemId, number, note, acting }: NoteTextProps) {
  const { t } = useWords()
  const [begun, setBegun] = useState<Arrival | null>(null)
  const circle = circleOf(acting, note.scope)
  if (!circle) return null
  const decision = mayWriteNote(acting, circle)
  const empty = emptyWords(t, note.scope, number)
  if (!note.documentId) {
    return (
      <div className="body">
        <EmptyState
          action={
            decision.ok ? (
              <MutationForm<typeof openNote> intent="notes.open" fixed={{ itemId, scope: note.scope }}>
                <Submit
                  size="normal"
                  // A key's press counts no clicks.
                  onClick={({ detail }) => {
                    setBegun(detail === 0 ? 'key' : 'pointer')
                    fetchEditor()
                  }}
                >
                  {t('notes.startWriting')}
                </Submit>
              </MutationForm>
            ) : null
          }
        >
          {empty}
        </EmptyState>
      </div>
    )
  }
  return (
    <EditorSlot
      documentId={note.documentId}
      document={note.content ?? emptyDocument}
      label={labelOf(t, note.scope, number)}
      decision={decision}
      isForReading={note.scope === 'SESSION' && acting.side !== 'secretariat'}
      begun={begun}
      whenEmpty={<p className="muted">{empty}</p>}
    />
  )
}

type Say = ReturnType<typeof useWords>['t']

function emptyWords(t: Say, scope: NoteScope, number: string): string {
  if (scope === 'PERSONAL') return t('notes.emptyPersonal', { number })
  if (scope === 'SESSION') return t('notes.emptySession', { number })
  return scope === 'SECRETARIAT' ? t('notes.emptySecretariat', { number }) : t('notes.empty', { number })
}

function labelOf(t: Say, scope: NoteScope, number: string): string {
  if (scope === 'PERSONAL') return t('notes.personalLabel', { number })
  if (scope === 'SESSION') return t('notes.sessionLabel', { number })
  return scope === 'SECRETARIAT' ? t('notes.secretariatLabel', { number }) : t('notes.editorLabel', { number })
}
