import type { PlainKey } from '#app/i18n/message-types.ts'
import type { DraftSubject } from './drafting.ts'

export const subjectKeys: Readonly<Record<DraftSubject, PlainKey>> = {
  FORCE_STRUCTURE: 'drafts.subject.FORCE_STRUCTURE',
  COMMAND_ARRANGEMENTS: 'drafts.subject.COMMAND_ARRANGEMENTS',
  ITEM: 'drafts.subject.ITEM',
}

export const languageKeys: Readonly<Record<string, PlainKey>> = {
  en: 'common.languages.en',
  fr: 'common.languages.fr',
  ar: 'common.languages.ar',
  es: 'common.languages.es',
  ru: 'common.languages.ru',
  zh: 'common.languages.zh',
}

/** Where a tabled text is read; the symbol's slashes are the address's own. */
export const tabledPath = (symbol: string) => `/tabled/${symbol.split('/').map(encodeURIComponent).join('/')}`
