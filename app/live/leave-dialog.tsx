import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'

/** Asks whether to leave edits behind that are not on the server. */
export function LeaveDialog({ stay, leave }: { stay: () => void; leave: () => void }) {
  const { t } = useWords()
  return (
    <Dialog isOpen title={t('live.leaveTitle')} onClose={stay}>
      <p>{t('live.leaveWarning')}</p>
      <p className="row wrap">
        <Button kind="primary" onClick={stay}>
          {t('live.stay')}
        </Button>
        <Button onClick={leave}>{t('live.leave')}</Button>
      </p>
    </Dialog>
  )
}
