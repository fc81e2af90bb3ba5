/** What a clock on the wall of a place shows, independent of the device's calendar, digits and zone. */
export interface WallClock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** An instant as loaders send it (ISO 8601 with Z), as a Date, or in milliseconds. */
export type Instant = string | number | Date

const clocks = (timeZone: string) =>
  new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })

export function wallClock(at: Instant, timeZone: string, formatter = clocks(timeZone)): WallClock {
  const found = new Map(formatter.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? Number.NaN
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}

/** One reader per zone: making the formatter is the dear part. */
export function wallClocks(): (at: Instant, timeZone: string) => WallClock {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (at, timeZone) => {
    const formatter = made.get(timeZone) ?? clocks(timeZone)
    made.set(timeZone, formatter)
    return wallClock(at, timeZone, formatter)
  }
}

/** Minutes ahead of UTC at that instant in that zone. */
export function offsetMinutes(at: Instant, timeZone: string): number {
  const instant = new Date(at)
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone)
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second)
  return Math.round((asUtc - Math.floor(instant.getTime() / 1000) * 1000) / 60_000)
}

/** `2026-10-21T11:20` in that zone: the value of a `datetime-local` field, always Gregorian and in Latin digits. */
export function wallText(at: Instant, timeZone: string): string {
  const { year, month, day, hour, minute } = wallClock(at, timeZone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

/**
 * The instant at which that zone's wall shows `2026-10-21T11:20`: the inverse of `wallText`. Of an hour that comes twice
 * the first is meant; an hour that summer time skips is read as the one after it.
 */
export function instantOfWall(text: string, timeZone: string): Date {
  const asUtc = Date.parse(`${text.slice(0, 16)}Z`)
  const dayMs = 86_400_000
  const [before, after] = [asUtc - dayMs, asUtc + dayMs].map((near) => asUtc - offsetMinutes(near, timeZone) * 60_000)
  const candidates = [before, after].filter((at) => at !== undefined).sort((a, b) => a - b)
  const shown = candidates.find((at) => wallText(at, timeZone) === text.slice(0, 16))
  return new Date(shown ?? before ?? asUtc)
}

export const two = (value: number) => String(value).padStart(2, '0')
