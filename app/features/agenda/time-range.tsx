import { useWords } from '#app/i18n/words-provider.tsx'
import { offsetMinutes } from '#app/i18n/zone-clock.ts'
import { usePlaces } from '#app/ui/places.tsx'

interface Span {
  readonly startsAt: string
  readonly endsAt: string
}

/** `09:00–12:00` at the venue. */
export function TimeRange({ startsAt, endsAt }: Span) {
  const { format } = useWords()
  const { venue } = usePlaces()
  return (
    <time dateTime={startsAt}>
      <bdi dir="ltr" className="nw">
        {format.timeRange(startsAt, endsAt, venue.timeZone)}
      </bdi>
    </time>
  )
}

/** The same hours on the clock of the capital, where it shows another time; nothing where it does not. */
export function CapitalRange({ startsAt, endsAt }: Span) {
  const { format, t } = useWords()
  const { venue, capital } = usePlaces()
  if (!capital || offsetMinutes(startsAt, venue.timeZone) === offsetMinutes(startsAt, capital.timeZone)) return null
  const time = format.timeRange(startsAt, endsAt, capital.timeZone)
  return <span className="muted sm">{t('common.capitalTime', { time, place: capital.place })}</span>
}
