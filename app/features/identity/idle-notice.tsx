import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { useLoginClock } from './use-login-clock.tsx'

/**
 * Two minutes before a login that nobody uses ends, the page says so; when it has ended, it says that too and leaves
 * what was typed where it is (SEC-043). Looking at the clock is not using the login. `onEnded`: a live page ends itself
 * and says what becomes of unsent words.
 */
export function IdleNotice({ onEnded }: { onEnded?: () => void }) {
  const { t, format } = useWords()
  const { timeZone } = useVenue()
  const { pathname, search } = useLocation()
  const { warning, endsAt, stay } = useLoginClock()
  const end = useRef(onEnded)
  end.current = onEnded
  useEffect(() => {
    if (warning === 'ended') end.current?.()
  }, [warning])
  if (warning === 'ended') {
    return (
      <Dialog key="ended" isOpen title={t('identity.endedTitle')} onClose={() => {}}>
        <p role="alert">{t('identity.endedText')}</p>
        <p>
          <LinkButton kind="primary" reloadDocument to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
            {t('identity.signIn')}
          </LinkButton>
        </p>
      </Dialog>
    )
  }
  if (warning === 'none' || endsAt === null) return null
  return (
    <Dialog key="soon" isOpen title={t('identity.idleTitle')} onClose={stay}>
      <p role="alert">{t('identity.idleText', { time: format.timeWithSeconds(endsAt, timeZone) })}</p>
      <p>
        <Button kind="primary" onClick={stay}>
          {t('identity.stay')}
        </Button>
      </p>
    </Dialog>
  )
}
