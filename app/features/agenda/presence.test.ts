import { expect, test } from 'vitest'
import { rollCall as rollCallUnder } from './presence.ts'

const states = ['ADR', 'ALM', 'BVR', 'CSR']
const here = (delegationId: string) => ({ delegationId, leftAt: null })

const rollCall = (states: readonly string[], presences: Parameters<typeof rollCallUnder>[1]) =>
  rollCallUnder(states, presences, 'THIRD')

test('[AG-17] the quorum is the one of the conference', () => {
  const two = [here('ADR'), here('CSR')]
  expect(rollCallUnder(states, two, 'THIRD')).toMatchObject({ quorum: 2, isQuorate: true })
  expect(rollCallUnder(states, two, 'MAJORITY')).toMatchObject({ quorum: 3, isQuorate: false })
})

test('[AG-17] states that declared themselves present count, observers do not', () => {
  expect(rollCall(states, [here('ADR'), here('RCO')])).toEqual({ present: 1, states: 4, quorum: 2, isQuorate: false })
  expect(rollCall(states, [here('ADR'), here('CSR')])).toMatchObject({ present: 2, isQuorate: true })
})

test('[AG-17] [EC-4] a delegation that leaves the room counts no longer', () => {
  const left = { delegationId: 'CSR', leftAt: new Date() }
  expect(rollCall(states, [here('ADR'), left])).toMatchObject({ present: 1, isQuorate: false })
})

test('[AG-17] [EC-8] a state that joins late is counted from then on', () => {
  expect(rollCall([...states, 'ZMR'], [here('ZMR')])).toMatchObject({ present: 1, states: 5 })
})
