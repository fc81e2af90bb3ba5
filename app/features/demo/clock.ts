import { minutesMs } from '#app/kernel/time.ts'
import { timeIn } from '#app/kernel/zone.ts'

const fiveMinutes = minutesMs(5)

/** How far everything is moved, so that the frozen scene is the moment of creation, rounded down to five minutes. */
export const shiftTo = (now: Date, referenceNow: string): number =>
  Math.floor(now.getTime() / fiveMinutes) * fiveMinutes - Date.parse(referenceNow)

export const shifted = (time: string, shiftMs: number): Date => new Date(Date.parse(time) + shiftMs)

/** A time of day as it is written in a sentence: `2.05 p.m.`, `14 h 05`, `14:05`. */
export function spokenTime(at: Date, timeZone: string, language: string): string {
  const time = timeIn(at, timeZone)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  if (language === 'fr') return minutes === 0 ? `${hours} heures` : `${hours} h ${String(minutes).padStart(2, '0')}`
  if (language !== 'en') return time
  const past = minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`
  return `${hours % 12 || 12}${past} ${hours < 12 ? 'a.m.' : 'p.m.'}`
}

/** A sentence with the times in it moved along: `{time:2026-10-20T14:05:00+03:00}`. */
export const withTimes = (text: string, where: { shiftMs: number; timeZone: string; language: string }): string =>
  text.replace(/\{time:([^}]+)\}/g, (_, time: string) =>
    spokenTime(shifted(time, where.shiftMs), where.timeZone, where.language),
  )
