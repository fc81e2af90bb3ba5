import { useFetchers } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { undoLastAct } from '#app/features/agenda/contract.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import { type AskedUndo, undoPlace } from '#app/features/agenda/undo-place.ts'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { useWords, type WordsOnPage } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { useNow } from '#app/ui/clock.tsx'
import { useAnnounce } from '#app/ui/live-region.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { ActButton } from './desk-told.tsx'

type LastAct = NonNullable<DeskAnswer['lastAct']>

/** The last act at the desks, and for a minute a way to take it back. The button names what it undoes. */
export function UndoBar({ lastAct, mayRun }: { lastAct: DeskAnswer['lastAct']; mayRun: Decision }) {
  const words = useWords()
  const { t } = words
  const { timeZone } = useVenue()
  const announce = useAnnounce()
  const now = useNow(1000)
  const isActing = useFetchers().some(({ state, formMethod }) => state !== 'idle' && formMethod === 'POST')
  const [asked, setAsked] = useState<AskedUndo<LastAct> | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const place = undoPlace({ lastAct, asked, isActing, now })
  useEffect(() => {
    // The button that had the focus is gone.
    if (place.kind === 'undone' && document.activeElement === document.body) bar.current?.focus({ preventScroll: true })
  }, [place.kind])
  if (place.kind === 'nothing' || (!mayRun.ok && place.kind !== 'undone')) return null
  if (place.kind === 'acting') return <div className="undo muted">{t('common.working')}</div>
  const act = actWords(words, place.act)
  if (place.kind === 'undone') {
    return (
      <div ref={bar} className="undo" tabIndex={-1}>
        {t('desk.undoneNow', { act })}
      </div>
    )
  }
  const done = () => {
    setAsked({ act: place.act, doneAt: now })
    announce(t('desk.undoneNow', { act }))
  }
  const time = words.format.time(place.act.at, timeZone)
  return (
    <div className="undo">
      <span className="grow">{t('desk.undoBy', { act, time, name: place.act.by ?? '' })}</span>
      <ActButton<typeof undoLastAct>
        key={place.act.lineId}
        intent="agenda.undo"
        fixed={{ lineId: place.act.lineId }}
        onClick={() => setAsked({ act: place.act, doneAt: null })}
        onDone={done}
        onRefused={() => setAsked(null)}
      >
        {t('desk.undoLast', { act })}
      </ActButton>
      {place.kind === 'offered' ? (
        <span className="muted sm" aria-hidden="true">
          {t('desk.undoLeft', { seconds: Math.ceil(place.leftMs / 1000) })}
        </span>
      ) : null}
    </div>
  )
}

function actWords({ t, locale }: WordsOnPage, { kind, number: label }: LastAct): string {
  const number = label ? numberIn(label, locale) : ''
  switch (kind) {
    case 'meeting-opened':
    case 'meeting-suspended':
    case 'meeting-resumed':
    case 'meeting-closed':
      return t(`desk.undone.${kind}`)
    case 'item-opened':
    case 'item-suspended':
    case 'item-resumed':
    case 'item-deferred':
    case 'item-closed':
    case 'item-reopened':
    case 'item-withdrawn':
    case 'item-moved':
      return t(`desk.undone.${kind}`, { number })
    default:
      return ''
  }
}
