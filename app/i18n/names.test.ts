import { expect, test } from 'vitest'
import { isolate } from './direction.ts'
import { namedIn, nameIn, nameInSentence } from './names.ts'

const norrvik = { en: 'Norrvik', fr: 'Norrvique', es: 'Norrvico' }

test('a name is shown in the reader’s language, else in the conference’s, else in any that was registered', () => {
  expect(nameIn(norrvik, 'fr')).toBe('Norrvique')
  expect(namedIn(norrvik, 'ar', 'fr')).toEqual({ text: 'Norrvique', language: 'fr', direction: 'ltr' })
  expect(nameIn({ es: 'Norrvico' }, 'ar')).toBe('Norrvico')
  expect(nameIn({ en: '  ', fr: 'Norrvique' }, 'en')).toBe('Norrvique')
  expect(nameIn({}, 'en')).toBe('')
})

test('in an English sentence a name has the article it was registered with, elsewhere none', () => {
  const saltings = { names: { en: 'Saltings', fr: 'Saltings (les)' }, article: 'the' }
  expect(nameInSentence(saltings, 'en')).toBe('the Saltings')
  expect(nameInSentence(saltings, 'fr')).toBe('Saltings (les)')
  expect(nameInSentence({ names: norrvik, article: null }, 'en')).toBe('Norrvik')
  expect(nameInSentence({ names: { fr: 'Pays-Hauts' }, article: 'the' }, 'en', 'fr')).toBe('Pays-Hauts')
})

test('[EC-13] an apostrophe, Arabic and sixty characters stay as registered', () => {
  expect(nameIn({ en: "Côte d'Ambre" }, 'en')).toBe("Côte d'Ambre")
  expect(namedIn({ ar: 'إسكندرا' }, 'en')).toEqual({ text: 'إسكندرا', language: 'ar', direction: 'rtl' })
  const long = 'The Confederated Territories of Upper and Lower Saint-Évremond'
  expect(nameIn({ en: long }, 'fr')).toBe(long)
})

test('[EC-52] a code inside Arabic is isolated by marks that a copy keeps in logical order', () => {
  expect(isolate('[IKD: shall]', 'rtl')).toBe('\u2068[IKD: shall]\u2069')
  expect(isolate('وفد إسكندرا', 'rtl')).toBe('وفد إسكندرا')
})
