import type { PlainKey } from '#app/i18n/message-types.ts'
import { useWords } from '#app/i18n/words-provider.tsx'

const languages: Readonly<Record<string, PlainKey>> = {
  en: 'common.languages.en',
  fr: 'common.languages.fr',
  ar: 'common.languages.ar',
  es: 'common.languages.es',
  ru: 'common.languages.ru',
  zh: 'common.languages.zh',
}

/** The number of words and the language of a text, for the line beneath it. */
export function TextFacts({ words, lang }: { words: number | null; lang: string | undefined }) {
  const { t } = useWords()
  const language = lang ? languages[lang] : undefined
  return (
    <>
      {words === null ? null : <span>{t('common.words', { count: words })}</span>}
      {language ? <span>{t(language)}</span> : null}
    </>
  )
}
