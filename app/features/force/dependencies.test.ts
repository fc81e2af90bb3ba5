import { expect, test } from 'vitest'
import type { ConditionLink, Offer } from './contract.ts'
import { dependencies } from './dependencies.ts'

const offer = (offerId: string, open: string[], status: Offer['status'] = 'PLEDGED', met: string[] = []): Offer => ({
  offerId,
  delegationId: offerId,
  kind: 'TROOPS',
  status,
  title: offerId,
  overSince: null,
  availableFrom: null,
  attachedToId: null,
  isReleased: true,
  changedAt: '2026-10-21T08:00:00.000Z',
  lines: [],
  conditions: [
    ...open.map((conditionId) => ({ conditionId, text: '', status: 'OPEN' as const, due: null })),
    ...met.map((conditionId) => ({ conditionId, text: '', status: 'MET' as const, due: null })),
  ],
  money: null,
  measures: null,
  measureUnit: null,
})
const onText = (latest: string, hasChanged = false): ConditionLink => ({
  kind: 'TEXT',
  symbol: latest,
  blockId: 'b',
  excerpt: null,
  latest,
  hasChanged,
})

test('[FS-5] offers are gathered under the text or offer that their open conditions hang on', () => {
  const found = dependencies(
    [offer('IKD', ['1', '2']), offer('ESM', ['3']), offer('MQS', ['4']), offer('BVR', ['5']), offer('LRV', ['6'])],
    [
      { conditionId: '1', link: onText('CRP.4') },
      { conditionId: '2', link: onText('CRP.4', true) },
      { conditionId: '3', link: onText('CRP.4') },
      { conditionId: '4', link: onText('CRP.2') },
      {
        conditionId: '5',
        link: { kind: 'OFFER', offerId: 'IKD', delegationId: 'IKD', title: '', status: 'PLEDGED', hasChanged: false },
      },
    ],
  )
  expect(found.onTexts).toEqual([
    { symbol: 'CRP.4', hasChanged: true, offerIds: ['IKD', 'ESM'] },
    { symbol: 'CRP.2', hasChanged: false, offerIds: ['MQS'] },
  ])
  expect(found.onOffers).toEqual([{ offerId: 'IKD', offerIds: ['BVR'] }])
  expect(found.others).toEqual(['LRV'])
})

test('[FS-5] what is met, or of an offer that is over, is at no risk', () => {
  const none = dependencies([offer('IKD', ['1'], 'WITHDRAWN'), offer('ESM', [], 'PLEDGED', ['2'])], [])
  expect(none).toEqual({ onTexts: [], onOffers: [], others: [] })
})
