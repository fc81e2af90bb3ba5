import type { SaveState } from './save-state.ts'

/** At most this often, except for what cannot wait (interface.md B5). */
const everyMs = 10_000

export interface Announced {
  readonly kind: SaveState['kind']
  readonly at: number
}

export interface Announcement {
  readonly urgency: 'polite' | 'assertive'
  readonly inMs: number
}

const isUrgent = (kind: SaveState['kind']) => kind === 'at-risk' || kind === 'rejected'
const isTrouble = (kind: SaveState['kind']) => kind === 'slow' || kind === 'offline' || isUrgent(kind)

/**
 * Whether, how and when a new save state is said aloud. Ordinary saving is silent: hearing it between any two words one
 * types helps nobody. What went wrong is said, and that it is right again.
 */
export function announcementOf(kind: SaveState['kind'], last: Announced | null, now: number): Announcement | null {
  if (last?.kind === kind) return null
  if (isUrgent(kind)) return { urgency: 'assertive', inMs: 0 }
  const isRelief = last !== null && isTrouble(last.kind) && (kind === 'saved' || kind === 'up-to-date')
  if (!isTrouble(kind) && !isRelief && kind !== 'read-only') return null
  return { urgency: 'polite', inMs: Math.max(0, (last?.at ?? Number.NEGATIVE_INFINITY) + everyMs - now) }
}
