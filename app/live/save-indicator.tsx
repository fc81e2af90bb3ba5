import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { alert, check, lock, offline, sending, warning } from '#app/ui/icons.ts'
import { useVenue } from '#app/ui/places.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import type { DocumentProvider } from './document-provider.client.ts'
import type { SaveState } from './save-state.ts'
import { saveWords } from './save-words.ts'
import { useSaveState } from './use-document.ts'

const looks: Record<SaveState['kind'], { icon: string; className: string }> = {
  opening: { icon: sending, className: 'save' },
  'up-to-date': { icon: check, className: 'save' },
  saved: { icon: check, className: 'save' },
  saving: { icon: sending, className: 'save' },
  slow: { icon: warning, className: 'save warn' },
  offline: { icon: offline, className: 'save warn' },
  'at-risk': { icon: alert, className: 'save danger' },
  rejected: { icon: alert, className: 'save danger' },
  'read-only': { icon: lock, className: 'save' },
}

export interface SaveIndicatorProps {
  readonly state: SaveState
  /** Says more than we know: "tabled 22 Nov 13:40". */
  readonly readOnlyWords?: ReactNode
}

/** The save state in words; the icon only accompanies them. */
export function SaveIndicator({ state, readOnlyWords }: SaveIndicatorProps) {
  const words = useWords()
  const { timeZone } = useVenue()
  const { icon, className } = looks[state.kind]
  return (
    <span className={className} data-save-state={state.kind}>
      <Icon of={icon} />
      <span>{(state.kind === 'read-only' && readOnlyWords) || saveWords(words, state, timeZone)}</span>
    </span>
  )
}

/** The same for one document: the line under its editor. Without JavaScript nothing is saved live, and nothing is said. */
export function DocumentSaveState({ provider, ...rest }: DocumentSaveStateProps) {
  const state = useSaveState(provider)
  return useHydrated() ? <SaveIndicator state={state} {...rest} /> : null
}

export interface DocumentSaveStateProps extends Pick<SaveIndicatorProps, 'readOnlyWords'> {
  readonly provider: DocumentProvider | null
}
