/** The capabilities of force elements, as planners group them. */
export const capabilities = [
  'HQ',
  'CIS',
  'MANOEUVRE',
  'RESERVE',
  'ENGINEER',
  'EOD',
  'ISR',
  'AVIATION',
  'MARITIME',
  'LOGISTICS',
  'MEDICAL_R1',
  'MEDICAL_R2',
  'MEDICAL_R3',
  'MILITARY_POLICE',
  'FORMED_POLICE',
  'CIMIC',
  'OTHER',
] as const
export type Capability = (typeof capabilities)[number]

export const priorities = ['ESSENTIAL', 'IMPORTANT', 'DESIRABLE'] as const
export type Priority = (typeof priorities)[number]

export const milestoneKinds = ['IOC', 'FOC'] as const

/** Troops and police have strength; the others never enter it (FS-15). */
export const strengthKinds = ['TROOPS', 'POLICE'] as const
export const supportKinds = ['FUNDING', 'TRAINING', 'BASING', 'OVERFLIGHT', 'HOST_NATION_SUPPORT'] as const
export const offerKinds = [...strengthKinds, ...supportKinds] as const
export type OfferKind = (typeof offerKinds)[number]

export const isStrength = (kind: OfferKind): boolean => strengthKinds.some((each) => each === kind)

export const financeModes = ['COSTS_LIE_WHERE_THEY_FALL', 'REIMBURSED', 'COMMON_FUNDING', 'TRUST_FUND'] as const
export type FinanceMode = (typeof financeModes)[number]

export const moneyInstruments = ['TRUST_FUND', 'COMMON_FUNDING', 'BILATERAL', 'IN_KIND'] as const

export const conditionStates = ['OPEN', 'MET', 'WAIVED', 'FAILED'] as const
export type ConditionState = (typeof conditionStates)[number]

export const caveatCategories = [
  'GEOGRAPHIC',
  'TASK',
  'USE_OF_FORCE',
  'COMMAND',
  'INTELLIGENCE',
  'LOGISTIC',
  'TEMPORAL',
  'LEGAL',
] as const
export type CaveatCategory = (typeof caveatCategories)[number]
export const caveatEffects = ['PROHIBITION', 'AUTHORISATION_REQUIRED'] as const
export type CaveatEffect = (typeof caveatEffects)[number]
export const caveatStates = ['DECLARED', 'UNDER_DISCUSSION', 'LIFTED'] as const
export type CaveatState = (typeof caveatStates)[number]

/** Who reads an offer that is released: the secretariat always, and these. `ALL` also counts in observers' totals. */
export const offerAudiences = ['SECRETARIAT', 'NAMED', 'STATES', 'ALL'] as const
export type OfferAudience = (typeof offerAudiences)[number]
/** Who reads a caveat, among those who may read its offer; `NONE` is the own delegation alone. */
export const caveatAudiences = ['NONE', 'SECRETARIAT', 'CONTRIBUTORS', 'NAMED', 'STATES'] as const
export type CaveatAudience = (typeof caveatAudiences)[number]

/** A police unit fits police elements, and troops the others. */
const policeCapabilities: readonly Capability[] = ['FORMED_POLICE', 'MILITARY_POLICE']
export const fitsKind = (kind: OfferKind, capability: Capability): boolean =>
  kind === 'POLICE' ? policeCapabilities.includes(capability) : capability !== 'FORMED_POLICE'

/** What an element says of itself beside its figures, in the order of a statement's columns. */
export const elementFields = [
  'serial',
  'name',
  'capability',
  'sector',
  'priority',
  'isCritical',
  'isIndivisible',
  'maxContributors',
  'specification',
  'note',
] as const
export type ElementField = (typeof elementFields)[number]
