import { useEffect } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { useAnnounce } from '#app/ui/live-region.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useVenue } from '#app/ui/places.tsx'
import type { LinkState } from './link-state.ts'
import { useLink, useLiveParts, useOverallSaveState } from './live-context.ts'

/** What every page says about its connection, above its content; nothing while all is well. */
export function ConnectionBanner() {
  const link = useLink()
  const isAtRisk = useOverallSaveState()?.kind === 'at-risk'
  if (link.kind === 'reload') return <ReloadNotice />
  return link.kind === 'offline' ? <OfflineNotice link={link} isAtRisk={isAtRisk} /> : null
}

function OfflineNotice({ link, isAtRisk }: { link: Extract<LinkState, { kind: 'offline' }>; isAtRisk: boolean }) {
  const { t, format } = useWords()
  const { timeZone } = useVenue()
  const announce = useAnnounce()
  const connection = useLiveParts()?.connection
  const lost = t('live.reconnecting')
  const back = t('live.connected')
  useEffect(() => {
    announce(lost)
    return () => {
      if (connection?.isConnected) announce(back)
    }
  }, [announce, connection, lost, back])
  return (
    <Notice kind={isAtRisk ? 'danger' : 'warn'} title={isAtRisk ? t('live.atRisk') : lost}>
      <p className="row wrap">
        <span className="grow">
          {link.isCrowded ? t('live.crowded') : t('live.offlineRead', { time: format.time(link.since, timeZone) })}
        </span>
        <Button size="small" onClick={() => connection?.retryNow()}>
          {t('live.retryNow')}
        </Button>
      </p>
    </Notice>
  )
}

function ReloadNotice() {
  const { t } = useWords()
  return (
    <Notice kind="info" role="status">
      <p className="row wrap">
        <span className="grow">{t('live.newVersion')}</span>
        <Button size="small" onClick={() => window.location.reload()}>
          {t('live.reload')}
        </Button>
      </p>
    </Notice>
  )
}

/** A few words for the foot of a page: the network blocks WebSockets, and everything works all the same. */
export function LinkMode() {
  const { t } = useWords()
  const link = useLink()
  return link.kind === 'connected' && link.over === 'polling' ? (
    <span className="sm muted">{t('live.polling')}</span>
  ) : null
}
