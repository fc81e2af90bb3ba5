import { unreachable } from '#app/kernel/must.ts'

/** How many of the states taking part must be present: one of the rules of procedure a conference gives itself. */
export const quorums = ['THIRD', 'HALF', 'MAJORITY', 'TWO_THIRDS'] as const
export type Quorum = (typeof quorums)[number]

/** States that must be present (CF-13). A third, half and two thirds are rounded up; a majority is more than half. */
export function quorumOf(states: number, quorum: Quorum): number {
  switch (quorum) {
    case 'THIRD':
      return Math.ceil(states / 3)
    case 'HALF':
      return Math.ceil(states / 2)
    case 'MAJORITY':
      return Math.floor(states / 2) + 1
    case 'TWO_THIRDS':
      return Math.ceil((states * 2) / 3)
    default:
      return unreachable(quorum)
  }
}
