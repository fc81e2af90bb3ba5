import { useWords } from '#app/i18n/words-provider.tsx'
import { useNow } from '../clock.tsx'
import { useVenue } from '../places.tsx'

/** The server's time at the venue; only the minute moves. */
export function VenueClock() {
  const { t, format } = useWords()
  const { timeZone, place } = useVenue()
  const now = useNow()
  const time = format.time(now, timeZone)
  return (
    <time className="clock" dateTime={new Date(now).toISOString()} title={t('shell.clock')}>
      <b>
        <bdi dir="ltr">{time}</bdi>
      </b>{' '}
      <span>
        <bdi>{place}</bdi> · {format.weekday(now, timeZone)}
      </span>
    </time>
  )
}
