export const credentialsSteps = ['AWAITED', 'PROVISIONAL', 'ACCEPTED', 'CONTESTED', 'REJECTED'] as const
/** Until they are accepted a delegation sits provisionally, with full rights; contested ones keep them until the body decides. */
export type Credentials = (typeof credentialsSteps)[number]

/** EC-5: only a rejection by the body ends the right to act. */
export const mayAct = (credentials: Credentials): boolean => credentials !== 'REJECTED'

export const delegationKinds = ['STATE', 'OBSERVER'] as const
export type DelegationKind = (typeof delegationKinds)[number]

/** Contributor categories a state can have several of (domain §3). */
export const categories = ['TCN', 'PCN', 'FCN', 'HN', 'FN', 'OBSERVER'] as const

export const conferenceKinds = [
  'INITIAL_PLANNING_CONFERENCE',
  'MAIN_PLANNING_CONFERENCE',
  'FINAL_PLANNING_CONFERENCE',
  'FORCE_GENERATION_CONFERENCE',
  'FORCE_BALANCING_CONFERENCE',
  'OTHER',
] as const
