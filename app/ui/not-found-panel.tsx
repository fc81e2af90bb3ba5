import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from './button.tsx'
import { Page } from './page.tsx'

/** What does not exist and what one may not see: the same words (SEC-004). */
export function NotFoundPanel() {
  const { t } = useWords()
  return (
    <Page title={t('errors.notFoundTitle')}>
      <div className="stack-16 measure">
        <p>{t('errors.notFound')}</p>
        <LinkButton to="/">{t('errors.goToday')}</LinkButton>
      </div>
    </Page>
  )
}
