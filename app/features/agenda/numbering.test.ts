import { expect, test } from 'vitest'
import { numberIn, suggestNumber } from './numbering.ts'

const top = (...numbers: string[]) => numbers.map((number) => ({ id: number, parentId: null, number }))
const under = (parentId: string, ...numbers: string[]) => numbers.map((number) => ({ id: number, parentId, number }))

test('[AG-6] the suggested number follows the greatest one, wherever it stands', () => {
  expect(suggestNumber([], null)).toBe('1')
  expect(suggestNumber(top('1', '2', '12', '7'), null)).toBe('13')
})

test('[AG-6] a sub-item gets the next letter under its parent', () => {
  expect(suggestNumber(top('6'), '6')).toBe('6(a)')
  expect(suggestNumber([...top('6'), ...under('6', '6(a)', '6(b)')], '6')).toBe('6(c)')
})

test('[AG-6] letters go on after z', () => {
  expect(suggestNumber([...top('6'), ...under('6', '6(z)')], '6')).toBe('6(aa)')
})

test('[AG-6] a label that is in use elsewhere is passed over', () => {
  expect(suggestNumber([...top('6', '6(a)'), ...under('6')], '6')).toBe('6(b)')
})

test('[AG-6] labels in other forms do not disturb', () => {
  expect(suggestNumber(top('Opening', '3 bis'), null)).toBe('4')
})

test('[AG-6] Arabic writes the letter of a sub-item in its own script', () => {
  expect(numberIn('7(b)', 'ar')).toBe('7(ب)')
  expect(numberIn('7(b)', 'fr')).toBe('7(b)')
  expect(numberIn('12', 'ar')).toBe('12')
})
