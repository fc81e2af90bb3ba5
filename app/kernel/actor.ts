export const locales = ['en', 'fr', 'ar'] as const
export type Locale = (typeof locales)[number]

export const sides = ['secretariat', 'state', 'observer'] as const
/** Which side of the table a capacity belongs to; what one may see is first of all a matter of this. */
export type Side = (typeof sides)[number]

export const secretariatRoles = [
  'ORGANISER',
  'CHAIR',
  'CO_CHAIR',
  'SECRETARY',
  'RAPPORTEUR',
  'FLOOR_MANAGER',
  'DOCUMENTS_OFFICER',
  'PROTOCOL_OFFICER',
  'LEGAL_OFFICER',
  'INFORMATION_SECURITY_OFFICER',
  'FORCE_GENERATION_OFFICER',
  'INTERPRETER',
  'TECHNICAL_OFFICER',
] as const
export const stateRoles = [
  'HEAD',
  'DEPUTY_HEAD',
  'MILITARY_ADVISER',
  'DRAFTER',
  'LEGAL_ADVISER',
  'LOGISTICS_ADVISER',
  'POLICY_ADVISER',
  'NOTE_TAKER',
] as const
export const observerRoles = ['OBSERVER_HEAD', 'OBSERVER'] as const
export const roles = [...secretariatRoles, ...stateRoles, ...observerRoles] as const
export type Role = (typeof roles)[number]

export const rights = [
  'SPEAK',
  'TABLE',
  'EDIT_DELEGATION',
  'BREAK_SILENCE',
  'PLEDGE',
  'CORRECT_MINUTES',
  'SPEAK_IF_INVITED',
  'READ_RELEASED',
] as const
export type Right = (typeof rights)[number]

export interface Anonymous {
  readonly kind: 'anonymous'
  readonly locale: Locale
}

/** The one capacity in which a signed-in person acts now. */
export interface Acting {
  readonly accreditationId: string
  readonly conferenceId: string
  readonly side: Side
  readonly role: Role
  readonly rights: readonly Right[]
  /** Null for the secretariat, which is no delegation. */
  readonly delegationId: string | null
  readonly bodyIds: readonly string[]
  /** ISO instant from which restricted papers may be read; null for those who took part from the start (EC-10). */
  readonly readSince: string | null
  /** Raised whenever what this capacity may do changes; a stale one is refused (SEC-045). */
  readonly epoch: number
}

export interface Person {
  readonly kind: 'person'
  readonly personId: string
  readonly loginId: string
  readonly name: string
  readonly locale: Locale
  /** May create conferences on this installation. */
  readonly isOrganiser: boolean
  readonly reauthenticatedAt: Date | null
  readonly acting: Acting | null
}

export type Actor = Anonymous | Person

export const actingOf = (actor: Actor): Acting | null => (actor.kind === 'person' ? actor.acting : null)

export const isHead = ({ role }: Pick<Acting, 'role'>) => role === 'HEAD' || role === 'OBSERVER_HEAD'

export function sideOfRole(role: Role): Side {
  if (observerRoles.some((each) => each === role)) return 'observer'
  return stateRoles.some((each) => each === role) ? 'state' : 'secretariat'
}
