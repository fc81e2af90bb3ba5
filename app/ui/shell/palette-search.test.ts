import { expect, test } from 'vitest'
import { folded } from '#app/kernel/folded.ts'
import { matching, type PaletteEntry } from './palette-search.ts'

const entries = ['Agenda', 'Minutes', 'Create a conference', 'Délégation', 'الإعدادات', 'جدول الأعمال'].map(
  (label): PaletteEntry => ({ to: `/${label}`, label, group: 'page' }),
)
const found = (typed: string) => matching(entries, typed).map(({ label }) => label)

test('a part of the name finds it, beginnings of words first', () => {
  expect(found('min')).toEqual(['Minutes'])
  expect(found('a')[0]).toBe('Agenda')
  expect(found('conf cre')).toEqual(['Create a conference'])
  expect(found('')).toHaveLength(entries.length)
  expect(found('zzz')).toEqual([])
})

test('marks, alef forms and case need not be typed', () => {
  expect(found('delegation')).toEqual(['Délégation'])
  expect(found('الاعدادات')).toEqual(['الإعدادات'])
  expect(folded('آفاقٌ')).toBe('افاق')
})
