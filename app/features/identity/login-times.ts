import type { Acting, Person } from '#app/kernel/actor.ts'
import { hoursMs, minutesMs } from '#app/kernel/time.ts'

/** However busy, a login ends after twelve hours (SEC-043). */
export const absoluteMs = hoursMs(12)
/** A login that does nothing ends after an hour; one that can change a conference, after half an hour. */
export const idleMs = minutesMs(60)
export const organiserIdleMs = minutesMs(30)
/** Activity is written down at most this often. */
export const notedEveryMs = minutesMs(1)

interface Doing {
  readonly isOrganiser: Person['isOrganiser']
  readonly acting: Pick<Acting, 'side'> | null
}

/** When a login that did something now will have been idle for too long; never later than its absolute end. */
export function idleUntil(doing: Doing, now: Date, expiresAt: Date): Date {
  const isOrganising = doing.acting ? doing.acting.side === 'secretariat' : doing.isOrganiser
  const until = now.getTime() + (isOrganising ? organiserIdleMs : idleMs)
  return new Date(Math.min(until, expiresAt.getTime()))
}
