import { type Locale, locales } from '#app/kernel/actor.ts'

export const localeCookie = 'locale'

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

export interface LocaleWishes {
  /** The signed-in person's own setting. */
  readonly setting?: string | null
  readonly cookie?: string | null
  /** The `Accept-Language` header. */
  readonly accepted?: string | null
  readonly conferenceDefault?: string | null
}

/** The person's setting, then this device's cookie, then what the browser accepts, then the conference's language. */
export function chooseLocale({ setting, cookie, accepted, conferenceDefault }: LocaleWishes): Locale {
  return [setting, cookie, ...acceptedLanguages(accepted ?? ''), conferenceDefault].find(isLocale) ?? 'en'
}

/** Base language codes of an `Accept-Language` header, most wanted first; refused ones (`q=0`) left out. */
export function acceptedLanguages(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part, place) => {
      const [tag = '', ...settings] = part.trim().split(';')
      const weight = settings.map((setting) => /^\s*q=([\d.]+)\s*$/.exec(setting)?.[1]).find(Boolean)
      return { language: tag.split('-')[0]?.toLowerCase() ?? '', weight: weight ? Number(weight) : 1, place }
    })
    .filter(({ language, weight }) => language && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ language }) => language)
}

/** One cookie's value from a `Cookie` header. */
export function cookieIn(header: string | null, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return null
}
