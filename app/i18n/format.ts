import type { Locale } from '#app/kernel/actor.ts'
import { dtg } from './dtg.ts'
import { type Instant, two, type WallClock, wallClocks } from './zone-clock.ts'

/** Latin by default in Arabic too, since tables mix languages; a reader may choose Arabic-Indic. */
export type Digits = 'latn' | 'arab'

/** A place and its clock: the venue, or a capital. */
export interface Zone {
  readonly timeZone: string
  readonly place: string
}

/** Everything here gives the same text on the server and in every browser: parts are Intl's, the order is ours. */
export interface Format {
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** `11:20` */
  time(at: Instant, timeZone: string): string
  /** `11:19:52` */
  timeWithSeconds(at: Instant, timeZone: string): string
  /** `09:00–12:00`; isolate it with `<Bdi>`. */
  timeRange(from: Instant, to: Instant, timeZone: string): string
  /** `21 October 2026` */
  date(at: Instant, timeZone: string): string
  /** `Wed 21 October` */
  weekday(at: Instant, timeZone: string): string
  /** `21 Oct` */
  dayMonth(at: Instant, timeZone: string): string
  /** `21 October 2026, 11:20 (Port Marrow)`: never ambiguous. */
  dateTime(at: Instant, zone: Zone): string
  /** `11:20` on the same day as `now`, else `20 Oct, 17:22`. */
  timeOrDay(at: Instant, now: Instant, timeZone: string): string
  /** A calendar date without a zone, `2026-10-21`, as `21 October 2026`. */
  calendarDate(date: string): string
  /** Both days included: `21–22 November 2026`, `30 October – 2 November 2026`. */
  dayRange(from: string, to: string): string
  /** `in 40 minutes`, `5 minutes ago`; undefined from one hour on, when only the clock is said. */
  relative(at: Instant, now: Instant): string | undefined
  /** `211120COCT26`, the same in every language. */
  dtg(at: Instant, timeZone: string): string
  /** `Chile, Norway and Qatar` */
  list(names: readonly string[]): string
  compare(a: string, b: string): number
  sorted<T>(things: readonly T[], nameOf: (thing: T) => string): T[]
}

const hourMs = 3_600_000

export function createFormat(locale: Locale, digits: Digits = 'latn'): Format {
  const numbering = locale === 'ar' ? digits : 'latn'
  const tag = `${locale}-u-ca-gregory-nu-${numbering}`
  const clock = wallClocks()
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const numbers = new Intl.NumberFormat(tag)
  const inDigits = (text: string) =>
    numbering === 'arab' ? text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : text

  // Noon UTC of the day that the wall shows: month and weekday names without a second look at the zone.
  const name = (wall: WallClock, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(
      Date.UTC(wall.year, wall.month - 1, wall.day, 12),
    )
  const day = (wall: WallClock) => (locale === 'fr' && wall.day === 1 ? '1er' : inDigits(String(wall.day)))
  const month = (wall: WallClock) => name(wall, { month: 'long' })
  const year = (wall: WallClock) => inDigits(String(wall.year))
  const longDate = (wall: WallClock) => `${day(wall)} ${month(wall)} ${year(wall)}`
  const dayMonth = (wall: WallClock) => `${day(wall)} ${name(wall, { month: 'short' })}`
  const hours = (wall: WallClock) => inDigits(`${two(wall.hour)}:${two(wall.minute)}`)
  const sameDay = (a: WallClock, b: WallClock) => a.year === b.year && a.month === b.month && a.day === b.day
  const dayOf = (date: string) => clock(`${date}T12:00:00Z`, 'UTC')
  const comma = locale === 'ar' ? '، ' : ', '

  const format: Format = {
    number: (value, options) => (options ? new Intl.NumberFormat(tag, options) : numbers).format(value),
    time: (at, timeZone) => hours(clock(at, timeZone)),
    timeWithSeconds: (at, timeZone) => {
      const wall = clock(at, timeZone)
      return `${hours(wall)}:${inDigits(two(wall.second))}`
    },
    timeRange: (from, to, timeZone) => `${format.time(from, timeZone)}–${format.time(to, timeZone)}`,
    date: (at, timeZone) => longDate(clock(at, timeZone)),
    weekday: (at, timeZone) => {
      const wall = clock(at, timeZone)
      const weekday = name(wall, { weekday: locale === 'ar' ? 'long' : 'short' })
      return `${weekday} ${day(wall)} ${month(wall)}`
    },
    dayMonth: (at, timeZone) => dayMonth(clock(at, timeZone)),
    dateTime: (at, { timeZone, place }) =>
      `${format.date(at, timeZone)}${comma}${format.time(at, timeZone)} (${place})`,
    timeOrDay: (at, now, timeZone) => {
      const wall = clock(at, timeZone)
      const today = clock(now, timeZone)
      if (sameDay(wall, today)) return hours(wall)
      const ofYear = wall.year === today.year ? '' : ` ${year(wall)}`
      return `${dayMonth(wall)}${ofYear}${comma}${hours(wall)}`
    },
    calendarDate: (date) => longDate(dayOf(date)),
    dayRange: (from, to) => {
      const [first, last] = [dayOf(from), dayOf(to)]
      if (sameDay(first, last)) return longDate(last)
      if (first.year !== last.year) return `${longDate(first)} – ${longDate(last)}`
      if (first.month !== last.month) return `${day(first)} ${month(first)} – ${longDate(last)}`
      return `${day(first)}–${longDate(last)}`
    },
    relative: (at, now) => {
      const differenceMs = new Date(at).getTime() - new Date(now).getTime()
      if (Math.abs(differenceMs) >= hourMs) return undefined
      const minutes = differenceMs < 0 ? Math.ceil(differenceMs / 60_000) : Math.floor(differenceMs / 60_000)
      return new Intl.RelativeTimeFormat(tag, { numeric: minutes === 0 ? 'auto' : 'always' }).format(minutes, 'minute')
    },
    dtg,
    list: (names) => new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(names),
    compare: collator.compare,
    sorted: (things, nameOf) => [...things].sort((a, b) => collator.compare(nameOf(a), nameOf(b))),
  }
  return format
}
