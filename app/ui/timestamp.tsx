import type { Zone } from '#app/i18n/format.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { type Instant, offsetMinutes } from '#app/i18n/zone-clock.ts'
import { useNow } from './clock.tsx'
import { usePlaces } from './places.tsx'

export interface TimestampProps {
  readonly at: Instant
  /**
   * `time` 11:20, `seconds` 11:19:52, `day` 21 Oct, `date` 21 October 2026, `recent` the time today and the day before
   * that, `full` the date, the time and the place.
   */
  readonly show?: 'time' | 'seconds' | 'day' | 'date' | 'recent' | 'full'
  /** "in 40 minutes" beside it, under one hour. */
  readonly isRelative?: boolean
  /** The capital's time beside the venue's, where the two clocks differ. */
  readonly withCapital?: boolean
}

/** A moment, venue time first. The whole date with its zone is in the title, the instant itself in the markup. */
export function Timestamp({ at, show = 'recent', isRelative, withCapital }: TimestampProps) {
  const { format, t } = useWords()
  const { venue, capital } = usePlaces()
  const now = useNow()
  const relative = isRelative ? format.relative(at, now) : undefined
  const beside = withCapital && capital && differs(at, venue, capital) ? capital : undefined
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at, venue)}>
      <bdi dir={show === 'time' || show === 'seconds' ? 'ltr' : undefined}>
        {{
          time: () => format.time(at, venue.timeZone),
          seconds: () => format.timeWithSeconds(at, venue.timeZone),
          day: () => format.dayMonth(at, venue.timeZone),
          date: () => format.date(at, venue.timeZone),
          recent: () => format.timeOrDay(at, now, venue.timeZone),
          full: () => format.dateTime(at, venue),
        }[show]()}
      </bdi>
      {beside ? (
        <span className="muted">
          {' '}
          ({t('common.capitalTime', { time: format.time(at, beside.timeZone), place: beside.place })})
        </span>
      ) : null}
      {relative ? <span className="muted"> {relative}</span> : null}
    </time>
  )
}

const differs = (at: Instant, a: Zone, b: Zone) => offsetMinutes(at, a.timeZone) !== offsetMinutes(at, b.timeZone)
