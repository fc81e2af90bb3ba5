import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { nameInSentence } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { dayIn } from '#app/kernel/zone.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useNow } from '#app/ui/clock.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { AnnouncementList } from './announcement-list.tsx'
import { isFresh } from './announcements.ts'
import { Lately, type LatelyLine } from './lately.tsx'
import { NowAndNext } from './now-and-next.tsx'
import { dayOf } from './now-next.ts'
import { OwnPresenceList } from './own-presence.tsx'
import { ProgrammeList } from './programme-list.tsx'
import { useActing } from './use-acting.tsx'
import type { OwnPresence, TodayAnswer } from './views.ts'

export interface TodayPageProps {
  readonly view: TodayAnswer
  readonly presence: OwnPresence
  /** The newest texts and records this side may read. */
  readonly tabled: readonly LatelyLine[]
  readonly minutes: readonly LatelyLine[]
}

/** What is going on, what is next, and what came out lately. Made of several features' answers by its route. */
export function TodayPage({ view, presence, tabled, minutes }: TodayPageProps) {
  const { t, format } = useWords()
  const now = useNow()
  const { venue, meetings, bodies, items, announcements } = view
  const today = dayIn(new Date(now), venue.timeZone)
  const place = dayOf(today, venue)
  const [newest] = announcements
  const isNews = newest !== undefined && isFresh(newest, now)
  const announced = (
    <Section title={t('today.announcements')}>
      {announcements.length > 0 ? (
        <AnnouncementList announcements={announcements.slice(0, 6)} />
      ) : (
        <EmptyState>{t('today.noAnnouncements')}</EmptyState>
      )}
    </Section>
  )
  const isObserver = useActing()?.side === 'observer'
  return (
    <Page
      title={t('today.titleWithDate', { date: format.date(now, venue.timeZone) })}
      sub={place ? t('today.dayOfTwo', { ...place, place: venue.name || venue.place }) : venue.name}
      end={<WhoIAm />}
    >
      <NowAndNext view={view} />
      <div className="cols">
        <div>
          <OwnPresenceList presence={presence} view={view} />
          <Lately kind="tabled" visibility={isObserver ? 'published' : 'tabled'} lines={tabled} />
          <Lately kind="published" visibility="published" lines={minutes} />
        </div>
        <div className="side">
          {isNews ? announced : null}
          <Section title={t('today.programme')} end={<Link to="/agenda/programme">{t('today.fullProgramme')}</Link>}>
            <DayProgramme meetings={meetings.filter(({ day }) => day === today)} bodies={bodies} items={items} />
          </Section>
          {isNews ? null : announced}
        </div>
      </div>
    </Page>
  )
}

function DayProgramme({ meetings, bodies, items }: Pick<TodayAnswer, 'meetings' | 'bodies' | 'items'>) {
  const { t } = useWords()
  if (meetings.length === 0) return <EmptyState>{t('today.noProgramme')}</EmptyState>
  return <ProgrammeList meetings={meetings} bodies={bodies} items={items} />
}

const Section = ({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) => (
  <section className="sec">
    <div className="sech">
      <h2>{title}</h2>
      {end ? <span className="end">{end}</span> : null}
    </div>
    {children}
  </section>
)

/** Whom one speaks for today, and who one is; the desk for those who have one. */
function WhoIAm() {
  const { t, locale } = useWords()
  const view = useShellView()
  const acting = useActing()
  if (!view?.acting || !acting) return null
  const { delegation, role } = view.acting
  return (
    <div className="who-end">
      <p>
        {delegation ? <b>{t('conference.delegationOf', { name: nameInSentence(delegation, locale) })}</b> : null}
        <span className="muted">
          <bdi>{view.person.name}</bdi> · {t(`roles.${role}`)}
        </span>
      </p>
      {acting.side === 'secretariat' ? <LinkButton to="/organiser/desk">{t('today.openDesk')}</LinkButton> : null}
    </div>
  )
}
