import { useNavigate } from '@remix-run/react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Dialog } from '../dialog.tsx'
import { nextPlace } from '../roving.ts'
import { matching, type PaletteEntry } from './palette-search.ts'

/** Pages, and acts that have a page, by typing a part of the name. A combobox with its list always open. */
export function Palette({ entries, onClose }: { entries: readonly PaletteEntry[]; onClose: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState(0)
  const found = matching(entries, typed)
  const chosen = found[Math.min(place, found.length - 1)]

  const go = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    navigate(entry.to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      return go(chosen)
    }
    const next = event.key.startsWith('Arrow') ? nextPlace(event.key, place, found.length) : undefined
    if (next === undefined) return
    event.preventDefault()
    setPlace(next)
  }

  return (
    <Dialog isOpen className="palette" title={t('shell.palette')} onClose={onClose}>
      <input
        className="inp"
        role="combobox"
        aria-label={t('shell.paletteHint')}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosen ? `${listId}-${found.indexOf(chosen)}` : undefined}
        placeholder={t('shell.paletteHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setPlace(0)
        }}
        onKeyDown={onKeyDown}
        autoComplete="off"
        dir="auto"
        data-autofocus
      />
      <p className="vh" role="status">
        {t('shell.paletteResults', { count: found.length })}
      </p>
      {found.length === 0 ? <p className="empty">{t('shell.paletteEmpty')}</p> : null}
      <div id={listId} role="listbox" aria-label={t('shell.pages')} className="options">
        {found.map((entry, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
          <div
            key={`${entry.group}${entry.to}`}
            id={`${listId}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={entry === chosen}
            onClick={() => go(entry)}
          >
            <span className="grow">{entry.label}</span>
            {entry.group === 'action' ? <span className="muted sm">{t('shell.actions')}</span> : null}
          </div>
        ))}
      </div>
    </Dialog>
  )
}
