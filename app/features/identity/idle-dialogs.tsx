import { useLocation } from '@remix-run/react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { useVenue } from '#app/ui/places.tsx'

interface IdleDialogsProps {
  readonly hasEnded: boolean
  readonly endsAt: string | null
  readonly stay: () => void
}

/** What is said of a login that is about to end, and of one that has. */
export function IdleDialogs({ hasEnded, endsAt, stay }: IdleDialogsProps) {
  const { t, format } = useWords()
  const { timeZone } = useVenue()
  const { pathname, search } = useLocation()
  if (hasEnded) {
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
  if (endsAt === null) return null
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
