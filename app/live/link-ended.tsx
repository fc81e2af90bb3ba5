import { Suspense } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { BareFrame } from '#app/ui/shell/bare.tsx'
import { sureLazy } from '#app/ui/sure-lazy.ts'
import type { AfterEndProps } from './after-end.tsx'
import type { LinkEnd } from './link-state.ts'

/** A failure here would lose what it is about. */
const AfterEnd = sureLazy(async () => (await import('./after-end.tsx')).AfterEnd)

interface LinkEndedProps extends Omit<AfterEndProps, 'children'> {
  readonly because: LinkEnd
}

/** In place of a page whose reader may no longer see it: nothing of it stays on the screen (interface.md B5). */
export function LinkEnded({ because, ...after }: LinkEndedProps) {
  const { t } = useWords()
  const onward = (
    <p>
      <LinkButton kind="primary" size="large" reloadDocument to=".">
        {because === 'signed-out' ? t('errors.goSignIn') : t('live.loadAgain')}
      </LinkButton>
    </p>
  )
  return (
    <BareFrame>
      <main id="main" className="main stack-16" tabIndex={-1}>
        <h1>{t('live.endedTitle')}</h1>
        <Notice kind="warn" role="alert">
          {t(`live.ended.${because}`)}
        </Notice>
        {/* What goes with the tab is asked about before anybody is led away from it. */}
        <Suspense fallback={after.documents.isKeptInTabOnly ? null : onward}>
          <AfterEnd {...after}>{onward}</AfterEnd>
        </Suspense>
      </main>
    </BareFrame>
  )
}
