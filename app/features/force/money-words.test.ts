import { expect, test } from 'vitest'
import { createFormat } from '#app/i18n/format.ts'
import { setFund } from './contract.ts'
import { amountIn } from './money-words.ts'

test.each([
  ['400000000.00', '400,000,000 XTS'],
  ['1500000.50', '1,500,000.50 XTS'],
  ['0.05', '0.05 XTS'],
  ['0.00', '0 XTS'],
])('[FS-38] %s is written %s', (amount, written) => {
  expect(amountIn(createFormat('en'), { amount, currency: 'XTS' }).replace('\u00a0', ' ')).toBe(written)
})

test('[FS-38] in French and in Arabic the code comes last, too', () => {
  const money = { amount: '1500000.50', currency: 'EUR' }
  expect(amountIn(createFormat('fr'), money).replace(/\s/g, ' ')).toBe('1 500 000,50 EUR')
  expect(amountIn(createFormat('ar'), money)).toMatch(/EUR$/)
})

test('[FS-38] a currency is named by its three letters, large or small', () => {
  const read = (currency: string) => setFund.input.safeParse({ name: 'Fund', currency, target: '1' })
  expect(read(' eur ').data?.currency).toBe('EUR')
  for (const wrong of ['euro', 'E1R', '€'])
    expect(read(wrong).error?.issues[0]).toMatchObject({ path: ['currency'], params: { code: 'force/currency' } })
})
