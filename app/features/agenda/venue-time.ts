import { z } from 'zod'
import { instantOfWall } from '#app/i18n/zone-clock.ts'

const wall = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/
const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/**
 * A time as it comes from a form or from a program: what a clock at the venue shows (`2026-10-21T14:30`, the value of a
 * date-and-time field), or an instant with its offset.
 */
export const venueTime = () =>
  z
    .string()
    .max(40)
    .refine((text) => (wall.test(text) || withOffset.test(text)) && isDate(text), {
      params: { code: 'field/datetime' },
    })

/** The instant that a venue time names. */
export const instantAt = (text: string, timeZone: string): Date =>
  withOffset.test(text) ? new Date(text) : instantOfWall(text, timeZone)

/** 30 February has the right form and is no day; the year 1 and the year 9999 are slips of the finger. */
function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number)
  const [hour = 0, minute = 0] = text.slice(11, 16).split(':').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  const isOurs = year >= 2000 && year < 2200
  return isOurs && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60
}
