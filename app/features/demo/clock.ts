import { hoursMs, minutesMs } from '#app/kernel/time.ts'
import { timeIn } from '#app/kernel/zone.ts'

const fiveMinutes = minutesMs(5)
const dayMs = hoursMs(24)

/** How far everything is moved, so that the frozen scene is the moment of creation, rounded down to five minutes. */
export const shiftTo = (now: Date, referenceNow: string): number =>
  Math.floor(now.getTime() / fiveMinutes) * fiveMinutes - Date.parse(referenceNow)

export const shifted = (time: string, shiftMs: number): Date => new Date(Date.parse(time) + shiftMs)

/** A calendar date moved by as many whole days: `2027-03-31`. */
export const shiftedDate = (date: string, shiftMs: number): string =>
  new Date(Date.parse(date) + Math.round(shiftMs / dayMs) * dayMs).toISOString().slice(0, 10)

/** A sentence with the times in it moved along, as the pages write them: `{time:2026-10-20T14:05:00+03:00}`. */
export const withTimes = (text: string, { shiftMs, timeZone }: { shiftMs: number; timeZone: string }): string =>
  text.replace(/\{time:([^}]+)\}/g, (_, time: string) => timeIn(shifted(time, shiftMs), timeZone))
