import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byCurrency, byFund, type MoneyOffer, readAmount } from './money.ts'
import { isCounted, type OfferStatus } from './pipeline.ts'

const trust = { fundId: 'TRUST', currency: 'XTS', target: '400000000' }
const offer = (millions: number, status: OfferStatus = 'PLEDGED', more: Partial<MoneyOffer> = {}): MoneyOffer => ({
  fundId: 'TRUST',
  currency: 'XTS',
  amount: `${millions}000000.00`,
  status,
  isConditional: false,
  ...more,
})
const demonstration = [
  offer(120),
  offer(80, 'PLEDGED', { isConditional: true }),
  offer(40, 'COMMITTED'),
  offer(15),
  offer(12, 'COMMITTED'),
  offer(10),
  offer(4, 'COMMITTED'),
  offer(5, 'INDICATED'),
]

test('[FS-19] [EC-82] of 400 million 281 are counted, 80 of them conditional, 5 indicated apart, 119 lacking', () => {
  expect(byFund(demonstration, [trust])).toEqual([
    {
      fundId: 'TRUST',
      currency: 'XTS',
      counted: '281000000.00',
      firm: '201000000.00',
      conditional: '80000000.00',
      indicated: '5000000.00',
      target: '400000000.00',
      gap: '119000000.00',
    },
  ])
})

test('[EC-82] currencies are never summed: what comes to a fund in another one closes no gap', () => {
  const offers = [offer(400), offer(7, 'PLEDGED', { currency: 'XAU' }), offer(3, 'PLEDGED', { fundId: null })]
  expect(byFund(offers, [trust]).map(({ fundId, currency, counted, gap }) => [fundId, currency, counted, gap])).toEqual(
    [
      ['TRUST', 'XTS', '400000000.00', '0.00'],
      ['TRUST', 'XAU', '7000000.00', null],
      [null, 'XTS', '3000000.00', null],
    ],
  )
  expect(byCurrency(offers).map(({ currency, counted }) => [currency, counted])).toEqual([
    ['XAU', '7000000.00'],
    ['XTS', '403000000.00'],
  ])
})

test('[EC-82] what was withdrawn or is only considered counts nowhere; zero is an amount; more than the target is no gap', () => {
  const offers = [offer(9, 'WITHDRAWN'), offer(9, 'INTERESTED'), offer(0, 'PLEDGED', { amount: '0.00' })]
  expect(byFund(offers, [trust])[0]).toMatchObject({ counted: '0.00', indicated: '0.00', gap: '400000000.00' })
  expect(byFund([offer(401)], [trust])[0]).toMatchObject({ counted: '401000000.00', gap: '0.00' })
  expect(byFund([], [trust])[0]).toMatchObject({ counted: '0.00', gap: '400000000.00' })
})

test('[EC-82] sums are exact to the cent, where floating figures are not', () => {
  const cents = ['0.10', '0.20', '9007199254740993.01']
  expect(byCurrency(cents.map((amount) => offer(0, 'PLEDGED', { amount })))[0]?.counted).toBe('9007199254740993.31')
})

test('[EC-82] the parts of a currency are its whole, in whatever funds and statuses', () => {
  const anyOffer = fc.record({
    fundId: fc.constantFrom('TRUST', 'OTHER', null),
    currency: fc.constantFrom('XTS', 'XAU'),
    amount: fc.nat().map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`),
    status: fc.constantFrom<OfferStatus>('INDICATED', 'PLEDGED', 'COMMITTED', 'DEPLOYED', 'WITHDRAWN'),
    isConditional: fc.boolean(),
  })
  const asCents = (amount: string) => Number(amount.replace('.', ''))
  fc.assert(
    fc.property(fc.array(anyOffer), (offers) => {
      for (const { currency, counted, firm, conditional } of byCurrency(offers)) {
        const own = offers.filter((one) => one.currency === currency && isCounted(one.status))
        const inFunds = byFund(offers, [trust]).filter((total) => total.currency === currency)
        expect(asCents(counted)).toBe(own.reduce((sum, { amount }) => sum + asCents(amount), 0))
        expect(asCents(firm) + asCents(conditional)).toBe(asCents(counted))
        expect(inFunds.reduce((sum, total) => sum + asCents(total.counted), 0)).toBe(asCents(counted))
      }
    }),
  )
})

test('an amount that is none is a bug, not a zero', () => {
  expect(() => byCurrency([offer(0, 'PLEDGED', { amount: '1e9' })])).toThrow('not a stored amount')
})

describe('[EC-82] an amount as people type it', () => {
  const read = (typed: string) => {
    const answer = readAmount(typed)
    return answer.ok ? answer.amount : answer.code
  }
  test.each([
    ['0', '0.00'],
    ['120000000', '120000000.00'],
    ['120 000 000', '120000000.00'],
    ['120,000,000', '120000000.00'],
    ['120.000.000', '120000000.00'],
    ['120,000,000.5', '120000000.50'],
    ['120.000.000,50', '120000000.50'],
    ['1 200,50', '1200.50'],
    ['1,200.50', '1200.50'],
    ['1 200', '1200.00'],
    ["1'200.05", '1200.05'],
    ['1200,5', '1200.50'],
    ['1.20', '1.20'],
    ['١٬٢٠٠٫٥٠', '1200.50'],
    ['۱۲۰۰', '1200.00'],
    ['000.10', '0.10'],
    ['9'.repeat(18), `${'9'.repeat(18)}.00`],
  ])('[EC-82] “%s” is read as %s', (typed, amount) => {
    expect(read(typed)).toBe(amount)
  })
  test.each([
    ['', 'force/amount-empty'],
    ['-5', 'force/amount-negative'],
    ['1,200', 'force/amount-ambiguous'],
    ['1.200', 'force/amount-ambiguous'],
    ['1200.505', 'force/amount-ambiguous'],
    ['1,200,50', 'force/amount-ambiguous'],
    ['1 20 000', 'force/amount-ambiguous'],
    ['1e9', 'force/amount-unreadable'],
    ['5 million', 'force/amount-unreadable'],
    ['€5', 'force/amount-unreadable'],
    ['9'.repeat(19), 'force/amount-too-large'],
  ])('[EC-82] “%s” is refused: %s', (typed, code) => {
    expect(read(typed)).toBe(code)
  })
})
