import { expect, test } from 'vitest'
import { catalogueOf } from './catalogues.server.ts'
import { createWords } from './words.ts'

const words = { en: createWords('en', catalogueOf('en')), ar: createWords('ar', catalogueOf('ar')) }

test('names and numbers are filled in', () => {
  expect(words.en.t('shell.switchTo', { delegation: 'Chile', role: 'Head of delegation' })).toBe(
    'Act for Chile (Head of delegation)',
  )
  expect(words.en.t('common.words', { count: 1640 })).toBe('1,640 words')
})

test('English says none, one and many', () => {
  const open = (count: number) => words.en.t('agenda.itemsOpen', { count })
  expect([0, 1, 2].map(open)).toEqual(['No item open', '1 item open', '2 items open'])
})

test('Arabic uses its six plural forms', () => {
  const open = (count: number) => words.ar.t('agenda.itemsOpen', { count })
  expect([0, 1, 2, 3, 11, 100].map(open)).toEqual([
    'لا بند مفتوح',
    'بند واحد مفتوح',
    'بندان مفتوحان',
    '3 بنود مفتوحة',
    '11 بندًا مفتوحًا',
    '100 بند مفتوح',
  ])
})

test('a name of the other direction is isolated, and nothing else is', () => {
  expect(words.en.t('common.byPerson', { name: 'A. Rossi' })).toBe('by A. Rossi')
  expect(words.en.t('common.byPerson', { name: 'عارف' })).toBe('by \u2068عارف\u2069')
  expect(words.ar.t('tabled.replaces', { symbol: 'CRP.3/Rev.1' })).toBe('يحل محل \u2068CRP.3/Rev.1\u2069')
  expect(words.ar.t('common.since', { time: '09:00–12:00' })).toBe('منذ \u206809:00–12:00\u2069')
  expect(words.ar.t('agenda.item', { number: '4' })).toBe('البند 4')
})

test('a refusal is said in the reader’s language; an unknown code keeps the sentence that came with it', () => {
  const tooLong = { code: 'field/too-long', sentence: 'Shorten this to 20 characters.', params: { maximum: 20 } }
  expect(words.en.refusal(tooLong)).toBe('Shorten this to at most 20 characters.')
  expect(words.ar.refusal(tooLong)).toBe('اختصروا النص إلى 20 حرفًا على الأكثر.')
  expect(words.ar.refusal({ code: 'x/new', sentence: 'Ask {who}.', params: { who: 'the chair' } })).toBe(
    'Ask \u2068the chair\u2069.',
  )
  expect(words.en.refusal({ code: 'constructor', sentence: 'No.' })).toBe('No.')
})
