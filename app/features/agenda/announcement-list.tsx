import { namedIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { AnnouncementLine } from './views.ts'

/** What was announced, the latest first. Texts keep their own language and direction. */
export const AnnouncementList = ({ announcements }: { announcements: readonly AnnouncementLine[] }) => (
  <ul className="ann">
    {announcements.map((announcement) => (
      <li key={announcement.announcementId}>
        <span className="muted">
          <Timestamp at={announcement.at} />
        </span>{' '}
        <AnnouncementText announcement={announcement} />
      </li>
    ))}
  </ul>
)

export function AnnouncementText({ announcement }: { announcement: AnnouncementLine }) {
  const { locale } = useWords()
  const { text, language, direction } = namedIn(announcement.texts, locale)
  return (
    <bdi dir={direction} lang={language}>
      {text}
    </bdi>
  )
}
