import { z } from 'zod'

const names = z.record(z.string(), z.string())
const delegation = z.object({ code: z.string(), names })

/** What stands above the text of a record: derived from the meeting and its record lines, never typed (MI-8). */
export const masthead = z.object({
  symbol: z.string(),
  body: names,
  meetingNumber: z.number(),
  /** Venue day of the opening: a meeting past midnight belongs to the day it opened (EC-27). */
  date: z.string(),
  timeZone: z.string(),
  place: z.string().nullable(),
  room: z.string().nullable(),
  privacy: z.string(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  chair: z.string().nullable(),
  present: z.array(delegation),
  observers: z.array(delegation),
  items: z.array(
    z.object({ number: z.string(), names, openedAt: z.string().nullable(), closedAt: z.string().nullable() }),
  ),
  texts: z.array(z.object({ symbol: z.string(), by: names.nullable(), at: z.string() })),
})
export type Masthead = z.output<typeof masthead>

/**
 * What observers read of it: items and texts are named in paragraphs, which are released one by one, so their list is in
 * no edition (MI-11).
 */
export const mastheadForObservers = (whole: Masthead): Masthead => ({ ...whole, items: [], texts: [] })
