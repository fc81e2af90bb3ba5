import { expect, test } from 'vitest'
import type { Offer } from '#app/features/force/contract.ts'
import { limitsInSight } from './limits-in-sight.ts'

const limit = (caveatId: string, offerId: string, isShared: boolean) => ({
  caveatId,
  offerId,
  delegationId: 'IKD',
  category: 'TASK' as const,
  effect: 'PROHIBITION' as const,
  text: 'No crowd control.',
  sectors: [],
  startsOn: null,
  endsOn: null,
  status: 'DECLARED' as const,
  declaredAt: '2026-10-20T08:00:00.000Z',
  isLate: false,
  liftedAt: null,
  isShared,
})

test('[FS-25] what a delegation keeps is apart from what it released, and limits go with their offer', () => {
  const offers = new Map<string, Pick<Offer, 'status'>>([
    ['going', { status: 'PLEDGED' }],
    ['over', { status: 'WITHDRAWN' }],
  ])
  const caveats = [
    limit('released', 'going', true),
    limit('kept', 'going', false),
    limit('of what is over', 'over', true),
    limit('of what is not in sight', 'elsewhere', true),
  ]
  const { shared, own } = limitsInSight(caveats, (offerId) => offers.get(offerId) as Offer | undefined)
  expect(shared.map(({ caveatId }) => caveatId)).toEqual(['released'])
  expect(own.map(({ caveatId }) => caveatId)).toEqual(['kept'])
})
