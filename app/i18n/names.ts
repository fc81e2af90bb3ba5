import type { Locale } from '#app/kernel/actor.ts'
import { type Direction, directionOfLanguage } from './direction.ts'

/** Names as registered, by language code: `{ en: 'Norrvik', fr: 'Norrvik', ar: '…' }`. Never made up by a library. */
export type RegisteredNames = Readonly<Record<string, string>>

export interface NamedIn {
  readonly text: string
  /** The language the name is in, which may not be the reader's. */
  readonly language: string
  readonly direction: Direction
}

/** The name in the reader's language, else in the fallback (the conference's) one, else in any that was registered. */
export function namedIn(names: RegisteredNames, locale: Locale, fallback = 'en'): NamedIn {
  const language = [locale, fallback, 'en', ...Object.keys(names)].find((each) => names[each]?.trim()) ?? locale
  return { text: names[language] ?? '', language, direction: directionOfLanguage(language) }
}

export const nameIn = (names: RegisteredNames, locale: Locale, fallback = 'en'): string =>
  namedIn(names, locale, fallback).text

/** A name with the article it was registered with. */
export interface NamedWithArticle {
  readonly names: RegisteredNames
  readonly article: string | null
}

/**
 * A name in the middle of a sentence: in English with its article, `the Saltings`. Lists, labels and the other languages,
 * whose sentences are made to need none, take the bare name.
 */
export function nameInSentence({ names, article }: NamedWithArticle, locale: Locale, fallback = 'en'): string {
  const { text, language } = namedIn(names, locale, fallback)
  return article && locale === 'en' && language === 'en' ? `${article} ${text}` : text
}
