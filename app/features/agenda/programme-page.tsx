import { useWords } from '#app/i18n/words-provider.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { AgendaTabs } from './agenda-page.tsx'
import { ProgrammeList } from './programme-list.tsx'
import { useActing } from './use-acting.tsx'
import type { ProgrammeAnswer } from './views.ts'

/** The meetings of the whole conference, day by day. */
export function ProgrammePage({ programme }: { programme: ProgrammeAnswer }) {
  const { t, format } = useWords()
  const acting = useActing()
  const { meetings, bodies, items } = programme
  const days = [...new Set(meetings.map(({ day }) => day))].sort()
  return (
    <Page title={t('agenda.programme')}>
      <AgendaTabs />
      {days.length === 0 ? (
        <EmptyState>{t(acting?.side === 'observer' ? 'agenda.noMeetingsObserver' : 'agenda.noMeetings')}</EmptyState>
      ) : null}
      {days.map((day) => (
        <section className="sec day" key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{format.weekday(`${day}T12:00:00Z`, 'UTC')}</h2>
          <ProgrammeList meetings={meetings.filter((meeting) => meeting.day === day)} bodies={bodies} items={items} />
        </section>
      ))}
    </Page>
  )
}
