import { useWords } from '#app/i18n/words-provider.tsx'

export function SkipLink() {
  const { t } = useWords()
  return (
    <a className="skip" href="#main">
      {t('shell.skip')}
    </a>
  )
}
