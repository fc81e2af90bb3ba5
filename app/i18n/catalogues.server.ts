import type { Locale } from '#app/kernel/actor.ts'
import type { Catalogue } from './message-types.ts'
import { ar } from './messages/ar.ts'
import { en } from './messages/en.ts'
import { fr } from './messages/fr.ts'

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, fr, ar }

/** All the words of a language, as the server renders with them. */
export const catalogueOf = (locale: Locale): Catalogue => catalogues[locale]

/** Sections that only the secretariat's pages use: delegates and observers are not sent them. */
const secretariatSections: readonly string[] = ['desk', 'imports']

/** What a browser fetches: the words of every page, and those of the secretariat's pages. */
export type WordsPart = 'pages' | 'secretariat'

export function partOf(locale: Locale, part: WordsPart): Readonly<Record<string, unknown>> {
  const isInPart = (section: string) => secretariatSections.includes(section) === (part === 'secretariat')
  return Object.fromEntries(Object.entries(catalogues[locale]).filter(([section]) => isInPart(section)))
}
