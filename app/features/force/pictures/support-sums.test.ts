import { expect, test } from 'vitest'
import type { Offer } from '#app/features/force/contract.ts'
import { supportSums } from './support-sums.ts'

const offer = (status: Offer['status'], given: Partial<Offer>) => ({
  status,
  money: null,
  measures: null,
  measureUnit: null,
  conditions: [],
  ...given,
})
const money = (amount: string, currency = 'XTS') => ({
  money: { fundId: null, instrument: 'TRUST_FUND' as const, currency, amount, earmark: null },
})

test('[FS-6] [FS-15] sums and counts are of the same offers: what is indicated stands apart', () => {
  const offers = [
    offer('PLEDGED', money('120.50')),
    offer('COMMITTED', money('1.00')),
    offer('PLEDGED', money('7.00', 'EUR')),
    offer('INDICATED', money('5.00')),
    offer('INTERESTED', money('9.00')),
    offer('WITHDRAWN', money('9.00')),
  ]
  expect(supportSums(offers, 'PH2')).toEqual({
    counted: {
      offers: 3,
      money: [
        { currency: 'EUR', amount: '7.00' },
        { currency: 'XTS', amount: '121.50' },
      ],
      measures: [],
    },
    indicated: { offers: 1, money: [{ currency: 'XTS', amount: '5.00' }], measures: [] },
  })
})

test('[FS-15] a measure without a unit is not dropped, and two units are never added up', () => {
  const measures = (PH2: number, measureUnit: string | null) => ({ measures: { PH1: 1, PH2 }, measureUnit })
  const offers = [
    offer('PLEDGED', measures(80, null)),
    offer('PLEDGED', measures(20, null)),
    offer('PLEDGED', measures(3, 'courses')),
    offer('INDICATED', measures(40, null)),
  ]
  const { counted, indicated } = supportSums(offers, 'PH2')
  expect(counted.measures).toEqual([
    { unit: null, value: 100 },
    { unit: 'courses', value: 3 },
  ])
  expect(indicated).toMatchObject({ offers: 1, measures: [{ unit: null, value: 40 }] })
})
