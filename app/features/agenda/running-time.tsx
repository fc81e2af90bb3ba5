import { useWords } from '#app/i18n/words-provider.tsx'
import { useNow } from '#app/ui/clock.tsx'
import { durationText } from '#app/ui/duration.ts'
import { elapsedMs, remainingMs } from './clock.ts'
import type { ItemLine } from './views.ts'

/** How long an item has been discussed and what is left of its time: derived from instants, drawn anew each minute. */
export function RunningTime({ item }: { item: Pick<ItemLine, 'clock' | 'allottedMinutes'> }) {
  const words = useWords()
  const now = useNow()
  const elapsed = elapsedMs(item.clock, now)
  const remaining = remainingMs(item.allottedMinutes, elapsed)
  const duration = durationText(words, elapsed)
  return (
    <>
      {duration}
      {remaining === null ? null : (
        <span className={remaining < 0 ? 'warn' : 'muted'}>
          {' · '}
          {remaining < 0
            ? words.t('agenda.over', { duration: durationText(words, -remaining) })
            : words.t('agenda.left', { duration: durationText(words, remaining) })}
        </span>
      )}
    </>
  )
}
