import type { Locale } from '#app/kernel/actor.ts'

export type Direction = 'ltr' | 'rtl'

export const directionOf = (locale: Locale): Direction => (locale === 'ar' ? 'rtl' : 'ltr')

/** The direction of content by its language code, for `dir` beside `lang`. */
export const directionOfLanguage = (language: string): Direction =>
  /^(ar|fa|he|ur|ps|ug|dv|sd|ckb|yi)\b/.test(language) ? 'rtl' : 'ltr'

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
/** Nothing that could be reordered inside right-to-left text: its own letters, spaces, one plain number. */
const settledInRtl = /^[\u0590-\u08ff\s]*$|^\d+$/

/**
 * A name or symbol inside a sentence of the other direction, wrapped in first-strong isolates so that neither disturbs
 * the other; left alone where nothing can go wrong, so that ordinary text stays searchable as typed.
 */
export function isolate(text: string, direction: Direction): string {
  const settled = direction === 'rtl' ? settledInRtl.test(text) : !rightToLeft.test(text)
  return settled ? text : `\u2068${text}\u2069`
}
