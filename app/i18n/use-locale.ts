import { useWords } from './words-provider.tsx'

/** The reader's language and direction, where words are not needed. */
export function useLocale() {
  const { locale, direction } = useWords()
  return { locale, direction }
}
