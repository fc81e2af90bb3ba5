import { useBlocker } from '@remix-run/react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { useLiveParts } from './live-context.ts'

const asked = ['slow', 'offline', 'at-risk', 'rejected']

/**
 * Asks before a page is left whose edits are not on the server and not about to be. What is on its way goes on from the
 * next page; closing the tab is asked about by the browser.
 */
export function LeaveGuard() {
  const { t } = useWords()
  const documents = useLiveParts()?.documents
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const kind = documents?.saveState()?.kind
    const isLeaving = currentLocation.pathname !== nextLocation.pathname
    return isLeaving && documents?.hasUnsaved === true && kind !== undefined && asked.includes(kind)
  })
  const stay = () => blocker.reset?.()
  return (
    <Dialog isOpen={blocker.state === 'blocked'} title={t('live.leaveTitle')} onClose={stay}>
      <p>{t('live.leaveWarning')}</p>
      <p className="row wrap">
        <Button kind="primary" onClick={stay}>
          {t('live.stay')}
        </Button>
        <Button onClick={() => blocker.proceed?.()}>{t('live.leave')}</Button>
      </p>
    </Dialog>
  )
}
