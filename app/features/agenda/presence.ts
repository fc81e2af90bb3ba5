/** Who was declared present and has not left since. Being connected declares nothing. */
export interface Presence {
  readonly delegationId: string
  readonly leftAt: Date | string | null
}

export interface RollCall {
  readonly present: number
  readonly states: number
  readonly quorum: number
  readonly isQuorate: boolean
}

/** States that must be present: a third of those accredited, rounded up. Observers count for nothing here. */
export const quorumOf = (states: number): number => Math.ceil(states / 3)

export function rollCall(stateIds: readonly string[], presences: readonly Presence[]): RollCall {
  const here = new Set(presences.filter(({ leftAt }) => leftAt === null).map(({ delegationId }) => delegationId))
  const present = stateIds.filter((id) => here.has(id)).length
  const quorum = quorumOf(stateIds.length)
  return { present, states: stateIds.length, quorum, isQuorate: present >= quorum }
}
