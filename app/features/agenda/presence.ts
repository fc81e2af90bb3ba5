import { type Quorum, quorumOf } from '#app/features/conference/quorum.ts'

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

/** Who of the states taking part is here, against the conference's quorum. Observers count for nothing. */
export function rollCall(stateIds: readonly string[], presences: readonly Presence[], rule: Quorum): RollCall {
  const here = new Set(presences.filter(({ leftAt }) => leftAt === null).map(({ delegationId }) => delegationId))
  const present = stateIds.filter((id) => here.has(id)).length
  const quorum = quorumOf(stateIds.length, rule)
  return { present, states: stateIds.length, quorum, isQuorate: present >= quorum }
}
