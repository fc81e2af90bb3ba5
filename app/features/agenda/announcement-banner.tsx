import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useLive } from '#app/live/use-live.ts'
import { Button } from '#app/ui/button.tsx'
import { useNow } from '#app/ui/clock.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { AnnouncementText } from './announcement-list.tsx'
import { isFresh } from './announcements.ts'
import type { latestAnnouncement } from './contract.ts'
import type { LatestAnnouncement } from './views.ts'

const dismissedKey = 'announcement-dismissed'

/**
 * The newest announcement on every page, for an hour or until its reader has done with it. At the foot, so that nothing
 * that is read or written moves when it comes. Without a script it stands there and cannot be dismissed.
 */
export function AnnouncementBanner({ latest }: { latest: LatestAnnouncement }) {
  const { t } = useWords()
  const now = useNow()
  const isAwake = useHydrated()
  const [dismissedId, setDismissedId] = useState<string | null>(null)
  useEffect(() => setDismissedId(stored()), [])
  const { announcement } = useLive<typeof latestAnnouncement>('agenda.latestAnnouncement', {}, latest)
  const isShown = announcement !== null && isFresh(announcement, now) && announcement.announcementId !== dismissedId
  const words = isShown ? (
    <>
      <span className="muted">
        {t('today.fromSecretariat')} <Timestamp at={announcement.at} show="time" />
      </span>{' '}
      <AnnouncementText announcement={announcement} />
    </>
  ) : null
  if (!isAwake) return words ? <noscript>{<div className="announced">{words}</div>}</noscript> : null
  const dismiss = (announcementId: string) => {
    setDismissedId(announcementId)
    document.getElementById('main')?.focus({ preventScroll: true })
    keep(announcementId)
  }
  return (
    <div className={isShown ? 'announced' : undefined}>
      <div role="status" className="grow">
        {words}
      </div>
      {isShown ? (
        <Button size="small" onClick={() => dismiss(announcement.announcementId)}>
          {t('today.dismiss')}
        </Button>
      ) : null}
    </div>
  )
}

/** Where a browser keeps nothing for a page, the announcement comes back with the next one. */
const storage = (): Storage | null => {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
const stored = () => storage()?.getItem(dismissedKey) ?? null
const keep = (announcementId: string) => storage()?.setItem(dismissedKey, announcementId)
