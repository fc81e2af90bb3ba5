export const itemKinds = ['PROCEDURAL', 'SUBSTANTIVE'] as const
export type ItemKind = (typeof itemKinds)[number]

/** What the body is expected to do with an item. */
export const outcomes = ['DECISION', 'RECOMMENDATION', 'TAKE_NOTE'] as const
export type Outcome = (typeof outcomes)[number]

export const bodyKinds = ['PLENARY', 'WORKING_GROUP', 'DRAFTING_GROUP'] as const
export type BodyKind = (typeof bodyKinds)[number]

export const bodyOpenTo = ['ALL_ACCREDITED', 'STATES'] as const
export type BodyOpenTo = (typeof bodyOpenTo)[number]

/** How a meeting is held: open, without the press, delegations only, heads plus one. */
export const privacies = ['OPEN', 'CLOSED_TO_PRESS', 'CLOSED', 'RESTRICTED'] as const
export type Privacy = (typeof privacies)[number]
