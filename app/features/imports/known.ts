import type { Names } from '#app/kernel/text.ts'

/** What the conference that is added to has already; everything is empty for a new one. */
export interface Known {
  readonly delegations: readonly KnownDelegation[]
  readonly members: readonly KnownMember[]
  /** Places the secretariat keeps for people who have not come yet. */
  readonly invited: readonly KnownInvitation[]
  readonly badges: readonly string[]
  readonly rooms: readonly { readonly id: string; readonly name: string }[]
  readonly bodies: readonly KnownBody[]
  readonly items: readonly { readonly id: string; readonly number: string; readonly parentId: string | null }[]
  readonly meetings: readonly KnownMeeting[]
  readonly isAgendaAdopted: boolean
  /** Roots of symbols of the conferences in which the sender sits. */
  readonly symbolRoots: readonly string[]
  /** The days of the conference. */
  readonly startsOn: string
  readonly endsOn: string
  readonly timeZone: string
}

export interface KnownDelegation {
  readonly id: string
  readonly code: string
  readonly kind: 'STATE' | 'OBSERVER'
  readonly names: Names
  readonly hasHead: boolean
  /** Somebody has taken up a seat in it: from then on nobody joins without the delegation's own word (SEC-030). */
  readonly isAsked: boolean
}

export interface KnownMember {
  readonly accreditationId: string
  readonly email: string
  /** The delegation's code; null in the secretariat. */
  readonly delegation: string | null
}

export interface KnownInvitation {
  readonly email: string
  /** The delegation's code; null in the secretariat. */
  readonly delegation: string | null
}

export interface KnownBody {
  readonly id: string
  readonly kind: string
  readonly names: Names
  readonly symbol: string
}

export interface KnownMeeting {
  readonly bodyId: string
  readonly roomId: string | null
  readonly number: number
  readonly startsAt: Date
  readonly endsAt: Date
}

export const nothingKnown: Known = {
  delegations: [],
  members: [],
  invited: [],
  badges: [],
  rooms: [],
  bodies: [],
  items: [],
  meetings: [],
  isAgendaAdopted: false,
  symbolRoots: [],
  startsOn: '',
  endsOn: '',
  timeZone: 'UTC',
}

/** Whether this place waits for the delegation's own word before anybody sits in it (SEC-030, IM-9). */
export const waitsForWord = ({ delegation }: { readonly delegation: string | null }, known: Known): boolean =>
  known.delegations.some(({ code, isAsked }) => isAsked && code === delegation)
