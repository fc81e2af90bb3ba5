import { hoursMs, minutesMs } from '#app/kernel/time.ts'

export const purposes = ['JOIN', 'ACCESS', 'RESET', 'ORGANISER'] as const
/** What a link is for; the words are in the table's description. */
export type Purpose = (typeof purposes)[number]

/** Three days, but half an hour where the link changes the password of somebody who has one (SEC-028, SEC-038). */
export const expiresAt = (purpose: Purpose, from: Date) =>
  new Date(from.getTime() + (purpose === 'RESET' ? minutesMs(30) : hoursMs(72)))

export interface Lasting {
  readonly step: string
  readonly expiresAt: Date
}

/** Used up, taken back, run out and never made look alike to whoever holds the link. */
export function stateOf(invitation: Lasting | null, now: Date): 'open' | 'awaiting-head' | 'gone' {
  if (!invitation || invitation.expiresAt <= now) return 'gone'
  if (invitation.step === 'AWAITING_HEAD') return 'awaiting-head'
  return invitation.step === 'OPEN' ? 'open' : 'gone'
}

export interface Holder {
  readonly id: string
  readonly hasPassword: boolean
  readonly hasCapacity: boolean
}

interface Use {
  readonly purpose: Purpose
  /** Who is signed in where the link was opened. */
  readonly signedIn: string | null
  /** The person the link is for, where there is one yet. */
  readonly holder: Holder | null
}

/**
 * What accepting does. A link never opens what somebody has already: whoever has a password, or a place, signs in for
 * themselves, and whoever is signed in as somebody else is told so (SEC-028).
 */
export function effectOf({
  purpose,
  signedIn,
  holder,
}: Use): 'add' | 'open' | 'sign-in-first' | 'other-person' | 'gone' {
  if (purpose === 'RESET') return holder ? 'open' : 'gone'
  if (signedIn) return signedIn !== holder?.id ? 'other-person' : purpose === 'JOIN' ? 'add' : 'gone'
  if (purpose === 'JOIN') return holder?.hasPassword || holder?.hasCapacity ? 'sign-in-first' : 'open'
  return holder && !holder.hasPassword ? 'open' : 'gone'
}
