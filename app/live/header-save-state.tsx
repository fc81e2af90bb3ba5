import { useCallback, useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useAnnounce } from '#app/ui/live-region.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { type Announced, type Announcement, announcementOf } from './announcement.ts'
import { useLiveParts, useOverallSaveState } from './live-context.ts'
import { SaveIndicator } from './save-indicator.tsx'
import type { SaveState } from './save-state.ts'
import { saveWords } from './save-words.ts'

const atOnce: Announcement = { urgency: 'polite', inMs: 0 }

/** The save state of everything open in this tab, for the header; it also says it aloud when that matters. */
export function HeaderSaveState() {
  const state = useOverallSaveState()
  return state ? <SpokenSaveState state={state} /> : null
}

function SpokenSaveState({ state }: { state: SaveState }) {
  const words = useWords()
  const { timeZone } = useVenue()
  const announce = useAnnounce()
  const documents = useLiveParts()?.documents
  const last = useRef<Announced | null>(null)
  const { kind } = state
  const text = saveWords(words, state, timeZone)
  const latestText = useRef(text)
  latestText.current = text
  useEffect(() => {
    const isAwaited = documents?.isAwaiting(kind) === true
    const plan = isAwaited ? atOnce : announcementOf(kind, last.current, Date.now())
    if (!plan) return
    const timer = setTimeout(() => {
      last.current = { kind, at: Date.now() }
      announce(latestText.current, plan.urgency)
    }, plan.inMs)
    return () => clearTimeout(timer)
  }, [kind, announce, documents])
  return <SaveIndicator state={state} />
}

/** What Ctrl S does: everything typed goes to the server now, the words say where it is, and then that it is saved. */
export function useSavedWords(timeZone: string): () => string {
  const words = useWords()
  const documents = useLiveParts()?.documents
  return useCallback(() => {
    documents?.flushAndSay()
    const state = documents?.saveState()
    return state ? saveWords(words, state, timeZone) : words.t('live.nothingToSave')
  }, [documents, words, timeZone])
}
