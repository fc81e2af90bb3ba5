import type { Locale } from '#app/kernel/actor.ts'
import type { Catalogue } from './message-types.ts'
import { ar } from './messages/ar.ts'
import { en } from './messages/en.ts'
import { fr } from './messages/fr.ts'

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, fr, ar }

/** All the words of a language, as the server renders with them. */
export const catalogueOf = (locale: Locale): Catalogue => catalogues[locale]

/**
 * What a browser fetches: the words of every page; those of the secretariat's pages, which delegates and observers are
 * not sent; and those of pages that come later, or at once where such a page is the first.
 */
export type WordsPart = 'pages' | 'secretariat' | 'forces'

const sectionsOf: Readonly<Record<Exclude<WordsPart, 'pages'>, readonly string[]>> = {
  secretariat: ['desk', 'imports'],
  forces: ['forces', 'forceDesk', 'forceOffers', 'forcePictures', 'forceRefusals', 'quotes'],
}

export function partOf(locale: Locale, part: WordsPart): Readonly<Record<string, unknown>> {
  const elsewhere = Object.values(sectionsOf).flat()
  const isInPart = (section: string) =>
    part === 'pages' ? !elsewhere.includes(section) : sectionsOf[part].includes(section)
  return Object.fromEntries(Object.entries(catalogues[locale]).filter(([section]) => isInPart(section)))
}
