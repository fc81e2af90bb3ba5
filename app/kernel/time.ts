import { z } from 'zod'

/** The year 0 and the year 9999 are slips of the finger, and not every store can keep them. */
const isOurs = (text: string) => text >= '1900' && text < '2201'
const year = {
  params: { code: 'field/year' },
  error: 'Check the year: it lies between 1900 and 2200.',
}

/** An instant in a contract: ISO 8601 with an offset or Z in, the same instant in UTC out. */
export const instant = () =>
  z.iso
    .datetime({ offset: true })
    .refine(isOurs, year)
    .transform((value) => new Date(value).toISOString())

/** A calendar date without a zone: `2026-10-21`. */
export const calendarDate = () => z.iso.date().refine(isOurs, year)

/** An IANA time zone this runtime knows. */
export const timeZone = () =>
  z
    .string()
    .max(64)
    .refine(isTimeZone, { params: { code: 'field/time-zone' } })

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const minutesMs = (minutes: number) => minutes * 60_000
export const hoursMs = (hours: number) => minutesMs(hours * 60)
export const iso = (at: Date) => at.toISOString()
export const isoOrNull = (at: Date | null | undefined) => at?.toISOString() ?? null
