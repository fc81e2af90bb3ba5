import { type Instant, offsetMinutes, two, wallClock } from './zone-clock.ts'

const east = 'ABCDEFGHIKLM'
const west = 'NOPQRSTUVWXY'
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** A–M (without J) for +1 to +12, N–Y for −1 to −12, Z for UTC; nothing for half hours and beyond twelve. */
export function zoneLetter(minutesAhead: number): string | undefined {
  if (minutesAhead === 0) return 'Z'
  const hours = Math.abs(minutesAhead) / 60
  return Number.isInteger(hours) ? (minutesAhead > 0 ? east : west)[hours - 1] : undefined
}

/**
 * The date-time group `DDHHMM` + zone letter + `MONYY`: `211120COCT26`. A zone without a letter is written in UTC.
 * English capitals and Latin digits in every interface language; set it `dir="ltr"`.
 */
export function dtg(at: Instant, timeZone: string): string {
  const letter = zoneLetter(offsetMinutes(at, timeZone))
  const { year, month, day, hour, minute } = wallClock(at, letter ? timeZone : 'UTC')
  return `${two(day)}${two(hour)}${two(minute)}${letter ?? 'Z'}${months[month - 1]}${two(year % 100)}`
}
