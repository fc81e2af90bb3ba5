import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { Code } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button, LinkButton } from './button.tsx'
import { failureOf } from './failure.ts'
import { NotFoundPanel } from './not-found-panel.tsx'
import { Page } from './page.tsx'
import { usePageFacts } from './page-facts.ts'

/** For a route's ErrorBoundary: not found, refused, unreachable, or our fault — what happened, what was kept, what to do. */
export function RouteErrorPanel() {
  const { t, refusal } = useWords()
  const error = useRouteError()
  const requestId = usePageFacts()?.requestId
  const failure = failureOf(error, isRouteErrorResponse(error))
  switch (failure.kind) {
    case 'missing':
      return <NotFoundPanel />
    case 'signed-out':
      return (
        <Page title={t('errors.signedOutTitle')}>
          <div className="stack-16 measure">
            <p>{t('errors.signedOut')}</p>
            <LinkButton kind="primary" to="/sign-in" reloadDocument>
              {t('errors.goSignIn')}
            </LinkButton>
          </div>
        </Page>
      )
    case 'refused':
      return (
        <Page title={t('errors.deniedTitle')}>
          <p className="measure">{refusal(failure.refusal)}</p>
        </Page>
      )
    case 'limited':
      return <Retry title={t('errors.limitedTitle')} sentence={t('errors.limited')} />
    case 'unavailable':
      return <Retry title={t('errors.unavailableTitle')} sentence={t('errors.unavailable')} />
    case 'offline':
      return <Retry title={t('errors.offlineTitle')} sentence={t('errors.offline')} />
    default:
      return <ErrorPanel requestId={requestId} />
  }
}

/** Our fault: said so, with what was kept and a number to quote. */
export function ErrorPanel({ requestId }: { requestId?: string }) {
  const { t } = useWords()
  return (
    <Page title={t('errors.title')}>
      <div className="stack-12 measure">
        <p>{t('errors.what')}</p>
        <p>{t('errors.kept')}</p>
        <p>
          {t('errors.todo')} {requestId ? <Code>{requestId}</Code> : null}
        </p>
        <RetryButton />
      </div>
    </Page>
  )
}

const Retry = ({ title, sentence }: { title: string; sentence: string }) => (
  <Page title={title}>
    <div className="stack-16 measure">
      <p>{sentence}</p>
      <RetryButton />
    </div>
  </Page>
)

function RetryButton() {
  const { t } = useWords()
  return <Button onClick={() => window.location.reload()}>{t('common.retry')}</Button>
}
