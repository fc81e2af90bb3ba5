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

const begins = ['item-opened', 'item-resumed', 'item-reopened']
const ends = ['item-closed', 'item-suspended', 'item-deferred']

/** From when to when a meeting discussed an item, from the lines about it in that meeting; no end while it goes on (MI-8). */
export function discussedFromTo(lines: readonly { readonly kind: string; readonly at: Date }[]) {
  const steps = lines.filter(({ kind }) => begins.includes(kind) || ends.includes(kind))
  const last = steps.at(-1)
  return {
    openedAt: steps.find(({ kind }) => begins.includes(kind))?.at.toISOString() ?? null,
    closedAt: last && ends.includes(last.kind) ? last.at.toISOString() : null,
  }
}

/**
 * What observers read of it: items and texts are named in paragraphs, which are released one by one, so their list is in
 * no edition (MI-11).
 */
export const mastheadForObservers = (whole: Masthead): Masthead => ({ ...whole, items: [], texts: [] })
