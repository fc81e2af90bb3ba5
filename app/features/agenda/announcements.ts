import type { Side } from '#app/kernel/actor.ts'

export const audiences = ['ALL', 'STATES', 'OBSERVERS', 'SECRETARIAT'] as const
export type AnnouncementAudience = (typeof audiences)[number]

/** The announcements a side hears. The secretariat makes them, so it sees them all. */
export function heardBy(side: Side): readonly AnnouncementAudience[] {
  switch (side) {
    case 'secretariat':
      return audiences
    case 'state':
      return ['ALL', 'STATES']
    case 'observer':
      return ['ALL', 'OBSERVERS']
  }
}

export const freshMs = 3_600_000

/** Whether it is new enough to be put before whoever reads something else. */
export const isFresh = ({ at }: { readonly at: string }, now: number): boolean => now - Date.parse(at) < freshMs
