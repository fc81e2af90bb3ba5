import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { BareFrame } from '#app/ui/shell/bare.tsx'
import type { LinkEnd } from './link-state.ts'

/** In place of a page whose reader may no longer see it: nothing of it stays on the screen (interface.md B5). */
export function LinkEnded({ because }: { because: LinkEnd }) {
  const { t } = useWords()
  return (
    <BareFrame>
      <main id="main" className="main" tabIndex={-1}>
        <h1>{t('live.endedTitle')}</h1>
        <Notice kind="warn" role="alert">
          {t(`live.ended.${because}`)}
        </Notice>
        <p>
          <LinkButton kind="primary" size="large" reloadDocument to=".">
            {because === 'signed-out' ? t('errors.goSignIn') : t('live.loadAgain')}
          </LinkButton>
        </p>
      </main>
    </BareFrame>
  )
}
