import { expect, test } from 'vitest'
import type { Decision } from '#app/kernel/policy.ts'
import { mayMerge, mayRemove, maySplit, type Structure } from './reshaping.ts'

const figures = { PH1: 20, PH2: 20 }
const police: Structure = {
  elements: [
    { elementId: 'police', required: { PH1: 360, PH2: 620 } },
    { elementId: 'hospital', required: { PH1: 140, PH2: 210 } },
    { elementId: 'reserve', required: { PH2: 100 } },
  ],
  lines: [
    { offerId: 'WTH', elementId: 'police', offered: figures, accepted: figures },
    { offerId: 'WTH', elementId: 'reserve', offered: figures, accepted: {} },
  ],
}
const told = (decision: Decision) => (decision.ok ? null : 'code' in decision ? decision.code : 'missing')

test('[FS-14] nothing goes to an element that goes itself, whether or not an offer to it is seen', () => {
  const removed = (heir: string | null) =>
    told(mayRemove(police, { elementId: 'reserve', heir, lines: [{ offerId: 'WTH', to: 'police' }] }))
  expect(removed('police')).toBeNull()
  expect(removed(null)).toBeNull()
  expect(removed('reserve')).toBe('force/goes-nowhere')
  expect(removed('elsewhere')).toBe('force/goes-nowhere')
  const empty = { ...police, lines: [] }
  expect(told(mayRemove(empty, { elementId: 'reserve', heir: 'reserve', lines: [] }))).toBe('force/goes-nowhere')
})

test('[FS-14] an element is no part of itself, and is merged once', () => {
  const parts = ['military', 'police'].map((elementId) => ({ elementId, required: { PH1: 180, PH2: 310 } }))
  const lines = [{ offerId: 'WTH', to: 'military' }]
  expect(told(maySplit(police, { elementId: 'police', parts, lines }))).toBe('force/element-exists')
  const twice = { elementIds: ['police', 'police', 'hospital'], into: 'one' }
  expect(told(mayMerge(police, twice))).toBe('force/merge-needs-two')
})
