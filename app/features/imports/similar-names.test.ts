import { expect, test } from 'vitest'
import { isSimilarCode, isSimilarName, spell } from './similar-names.ts'

test.each([
  ['East Tharsia', 'West Tharsia', true],
  ['Tharsie orientale', 'Tharsie occidentale', true],
  ['Kestria', 'Kestrya', true],
  ['Kestria', 'Kestri', true],
  ['Hespera', 'Hespéra', true],
  ['Iskandra', 'Estmark', false],
  ['Ombria', 'Norrvik', false],
  ['Mali', 'Bali', false],
])('[EC-12] %s and %s', (one, other, isSimilar) => {
  expect(isSimilarName(spell(one), spell(other))).toBe(isSimilar)
  expect(isSimilarName(spell(other), spell(one))).toBe(isSimilar)
})

test.each([
  ['ETS', 'EST', true],
  ['ILO', '1LO', true],
  ['QSR', 'Q5R', true],
  ['ESM', 'ETS', false],
  ['IKD', 'IKD', false],
])('[EC-12] the codes %s and %s', (one, other, isSimilar) => {
  expect(isSimilarCode(one, other)).toBe(isSimilar)
})
