import type { undoLastAct } from '#app/features/agenda/contract.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import { undoWithinMs } from '#app/features/agenda/undo.ts'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { useWords, type WordsOnPage } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { useNow } from '#app/ui/clock.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { ActButton } from './desk-refusal.tsx'

type LastAct = NonNullable<DeskAnswer['lastAct']>

/** The last act at the desks, and for a minute a way to take it back. */
export function UndoBar({ lastAct, mayRun }: { lastAct: DeskAnswer['lastAct']; mayRun: Decision }) {
  const words = useWords()
  const { timeZone } = useVenue()
  const now = useNow(1000)
  if (!lastAct || !mayRun.ok) return null
  const leftMs = Date.parse(lastAct.at) + undoWithinMs - now
  if (leftMs <= 0) return null
  const act = actWords(words, lastAct)
  const time = words.format.time(lastAct.at, timeZone)
  return (
    <div className="undo">
      <span className="grow">{words.t('desk.undoBy', { act, time, name: lastAct.by ?? '' })}</span>
      <ActButton<typeof undoLastAct> intent="agenda.undo" fixed={{ lineId: lastAct.lineId }}>
        {words.t('desk.undoLast')}
      </ActButton>
      <span className="muted sm" aria-hidden="true">
        {words.t('desk.undoLeft', { seconds: Math.ceil(leftMs / 1000) })}
      </span>
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
