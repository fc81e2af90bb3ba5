import { z } from 'zod'
import { locales } from '#app/kernel/actor.ts'
import { checkbox } from '#app/kernel/text.ts'
import { appearance } from './appearance.ts'

export const token = () => z.string().regex(/^[A-Za-z0-9_-]{43}$/)
/** As typed: the rules say whether it will do. The bound is for the parser, far above the rule's own. */
export const typedPassword = () => z.string().min(1).max(1_000)

/** What the route knows of the browser; never a form's field. */
export const browser = z.object({
  network: z.string().max(64),
  device: z.string().max(80),
  deviceToken: token().nullable(),
  isShared: checkbox(),
})

/** Cookies for the route to set: a new login, and the device by which it is known again. */
export const opened = z.object({
  outcome: z.literal('signed-in'),
  token: token(),
  deviceToken: token().nullable(),
  isShared: z.boolean(),
  locale: z.enum(locales),
  appearance,
  /** Several capacities and none chosen yet. */
  mustChoose: z.boolean(),
})

/** The new token of a login that goes on in another capacity: the route sets its cookie, the old one is dead (SEC-042). */
export const renewedLogin = z.object({ token: token(), isShared: z.boolean() })
export type RenewedLogin = z.output<typeof renewedLogin>

export type Browser = z.output<typeof browser>
