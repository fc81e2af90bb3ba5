import { expect, test } from 'vitest'
import { quorumOf } from './quorum.ts'

test.each([
  ['THIRD', [1, 1, 1, 2, 9, 10]],
  ['HALF', [1, 1, 2, 2, 13, 15]],
  ['MAJORITY', [1, 2, 2, 3, 14, 15]],
  ['TWO_THIRDS', [1, 2, 2, 3, 18, 20]],
] as const)('[CF-13] a quorum of %s of 1, 2, 3, 4, 26 and 29 states', (quorum, expected) => {
  expect([1, 2, 3, 4, 26, 29].map((states) => quorumOf(states, quorum))).toEqual(expected)
})
