import { expect, test } from 'vitest'
import { acceptedLanguages, chooseLocale, cookieIn } from './choose-locale.ts'

test('the person’s setting wins over the cookie, the cookie over the browser, the browser over the conference', () => {
  const wishes = { setting: 'ar', cookie: 'fr', accepted: 'en', conferenceDefault: 'fr' }
  expect(chooseLocale(wishes)).toBe('ar')
  expect(chooseLocale({ ...wishes, setting: null })).toBe('fr')
  expect(chooseLocale({ accepted: 'de, fr;q=0.5', conferenceDefault: 'ar' })).toBe('fr')
  expect(chooseLocale({ accepted: 'de', conferenceDefault: 'ar' })).toBe('ar')
  expect(chooseLocale({})).toBe('en')
})

test('a wish that is no language of the interface is passed over', () => {
  expect(chooseLocale({ setting: 'xx', cookie: '../../etc', accepted: ';;,,=' })).toBe('en')
})

test('accepted languages are read by weight, refused ones left out', () => {
  expect(acceptedLanguages('fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5')).toEqual(['fr', 'fr', 'en', 'de', '*'])
  expect(acceptedLanguages('en;q=0.3, ar-QA;q=0.9, fr;q=0')).toEqual(['ar', 'en'])
})

test('a cookie is found by its whole name', () => {
  expect(cookieIn('xlocale=fr; locale=ar', 'locale')).toBe('ar')
  expect(cookieIn(null, 'locale')).toBeNull()
})
