import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'

interface InvitationLinkProps {
  readonly path: string
  readonly expiresAt: string
  readonly isAwaitingHead: boolean
}

/** The link of an invitation, shown once to whoever made it. */
export function InvitationLink({ path, expiresAt, isAwaitingHead }: InvitationLinkProps) {
  const { t } = useWords()
  const isAwake = useHydrated()
  const address = isAwake ? new URL(path, window.location.origin).href : path
  return (
    <Notice kind="ok" role="status" title={t('people.invitationLink')}>
      <p>{t('people.invitationOnce')}</p>
      <p className="link-once">
        <code dir="ltr">{address}</code>
      </p>
      {isAwake ? (
        <Button size="small" onClick={() => void navigator.clipboard.writeText(address)}>
          {t('common.copy')}
        </Button>
      ) : null}
      <p className="sm muted">
        {t('people.validUntil')} <Timestamp at={expiresAt} show="full" />
      </p>
      {isAwaitingHead ? <p>{t('people.awaitingHead')}</p> : null}
    </Notice>
  )
}
