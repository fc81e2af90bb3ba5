import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldErrors } from './field-errors.ts'
import { must } from './must.ts'
import { checkbox, cleanText, line, multilingual, optionalLine, wholeNumber } from './text.ts'

test('[SEC-070] bidirectional overrides, zero-width and control characters are taken out', () => {
  expect(cleanText('Nor\u202eway\u200b\u0000')).toBe('Norway')
  expect(line().parse('  Iskandra\u2066  delegation ')).toBe('Iskandra delegation')
})

test('half a surrogate pair is taken out, a whole one stays', () => {
  expect(cleanText('a\ud800b😀')).toBe('ab😀')
})

test('[EC-13] an apostrophe, Arabic and sixty characters pass as they are', () => {
  for (const name of ["Côte d'Adrania", 'إسكندرا', 'x'.repeat(60)]) expect(line(60).parse(name)).toBe(name)
})

test('an empty line is refused, an optional one becomes null', () => {
  expect(line().safeParse('   ').success).toBe(false)
  expect(optionalLine().parse('  ')).toBeNull()
  expect(optionalLine().parse(undefined)).toBeNull()
})

test('[EC-81] whole numbers are read in Arabic-Indic digits and nothing else is guessed', () => {
  const troops = wholeNumber({ max: 100_000 })
  expect(troops.parse('١٢٠٠')).toBe(1200)
  expect(troops.parse('۷۵')).toBe(75)
  for (const bad of ['-5', '1.5', '1e9', '1,200', 'many', '']) expect(troops.safeParse(bad).success).toBe(false)
  const codeFor = (text: string) => fieldErrors(must(troops.safeParse(text).error)).map(({ code }) => code)
  expect(codeFor('many')).toEqual(['field/number'])
  expect(codeFor('')).toEqual(['field/required'])
})

test('a check box that is not sent is not ticked', () => {
  expect(z.object({ isOpen: checkbox() }).parse({})).toEqual({ isOpen: false })
  expect(checkbox().parse('on')).toBe(true)
})

test('a name in several languages needs one of them', () => {
  expect(multilingual().parse({ en: 'Plenary', fr: '' })).toEqual({ en: 'Plenary' })
  const refused = multilingual().safeParse({ en: ' ', fr: '' })
  expect(refused.success).toBe(false)
  expect(refused.error && fieldErrors(refused.error)).toEqual([
    { path: '', code: 'field/required', sentence: expect.any(String) },
  ])
})
