import { useMatches } from '@remix-run/react'
import type { WordsOnPage } from '#app/i18n/words-provider.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'

/**
 * What a route says about its page: `export const handle: PageHandle = { title: ({ t }) => t('agenda.title') }`. Titles
 * are seen by others on shared screens and in window lists: never put a draft's name in one.
 */
export interface PageHandle {
  readonly title: (words: WordsOnPage, params: Readonly<Record<string, string | undefined>>) => string
}

const isPageHandle = (handle: unknown): handle is PageHandle =>
  typeof handle === 'object' && handle !== null && 'title' in handle && typeof handle.title === 'function'

/**
 * `Agenda — TSF/PC.1 — Plenary`: the innermost route's title, the conference's symbol, the product. A page that could
 * not be loaded has one title, whatever was asked for.
 */
export function useDocumentTitle(symbolRoot: string | undefined): string {
  const words = useWords()
  const matches = useMatches()
  const match = matches.findLast(({ handle }) => isPageHandle(handle))
  const isLoaded = match?.data !== undefined
  const own = match && isPageHandle(match.handle) ? match.handle.title(words, match.params) : undefined
  const title = own && !isLoaded ? words.t('errors.notShown') : own
  return [title, symbolRoot, words.t('common.productName')].filter(Boolean).join(' — ')
}
