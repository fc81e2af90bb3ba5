import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'

interface SignOutDialogProps {
  readonly unsent: number
  readonly step: 'asked' | 'sending' | 'not-all-sent'
  readonly send: () => void
  readonly leave: () => void
  readonly stay: () => void
}

/** Offers to send what is not on the server before one signs out. */
export function SignOutDialog({ unsent, step, send, leave, stay }: SignOutDialogProps) {
  const { t } = useWords()
  return (
    <Dialog isOpen title={t('live.signOutTitle')} onClose={stay}>
      {step === 'not-all-sent' ? <p role="alert">{t('live.notAllSent', { count: unsent })}</p> : null}
      <p>{t('live.signOutUnsent', { count: unsent })}</p>
      <p className="row wrap">
        <Button kind="primary" isPending={step === 'sending'} onClick={send}>
          {step === 'sending' ? t('live.sending') : t('live.signOutSend')}
        </Button>
        <Button kind="danger" onClick={leave}>
          {t('live.signOutLose')}
        </Button>
        <Button kind="quiet" onClick={stay}>
          {t('live.stay')}
        </Button>
      </p>
    </Dialog>
  )
}
