import { Link, useSearchParams } from '@remix-run/react'
import { meetingWords } from '#app/features/agenda/item-standing.tsx'
import { meetingTitle } from '#app/features/agenda/meeting-title.ts'
import { TimeRange } from '#app/features/agenda/time-range.tsx'
import type { DeskAnswer, MeetingLine } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { EditMeeting } from './edit-meeting.tsx'
import { MeetingSlots } from './meeting-slots.tsx'
import { ScheduleForm } from './schedule-form.tsx'
import { FormSection, ListAndForm } from './setup-page.tsx'

/** The meetings day by day, and beside them the one being changed with its programme, or a new one. */
export function MeetingsSetup({ desk }: { desk: DeskAnswer }) {
  const words = useWords()
  const { t, format } = words
  const [search] = useSearchParams()
  const meeting = desk.meetings.find(({ meetingId }) => meetingId === search.get('meeting'))
  const days = [...new Set(desk.meetings.map(({ day }) => day))].sort()
  return (
    <ListAndForm
      list={
        <>
          {days.length === 0 ? <EmptyState>{t('agenda.noMeetings')}</EmptyState> : null}
          {days.map((day) => (
            <FormSection key={day} title={format.weekday(`${day}T12:00:00Z`, 'UTC')}>
              <MeetingTable desk={desk} day={day} chosen={meeting} />
            </FormSection>
          ))}
        </>
      }
      form={
        meeting ? (
          <>
            <LinkButton kind="quiet" to="/organiser/agenda/meetings">
              {t('desk.addMeeting')}
            </LinkButton>
            <FormSection title={meetingTitle(words, meeting, desk.bodies)}>
              <EditMeeting key={meeting.meetingId} meeting={meeting} desk={desk} />
            </FormSection>
            <FormSection title={t('agenda.programme')}>
              <MeetingSlots meeting={meeting} desk={desk} />
            </FormSection>
          </>
        ) : (
          <FormSection title={t('desk.addMeeting')}>
            <ScheduleForm desk={desk} />
          </FormSection>
        )
      }
    />
  )
}

function MeetingTable({ desk, day, chosen }: { desk: DeskAnswer; day: string; chosen: MeetingLine | undefined }) {
  const words = useWords()
  const { t, format } = words
  return (
    <Table caption={format.weekday(`${day}T12:00:00Z`, 'UTC')} isCaptionHidden isDense isStacked>
      {desk.meetings
        .filter((meeting) => meeting.day === day)
        .map((meeting) => (
          <tr key={meeting.meetingId} className={meeting === chosen ? 'on' : undefined}>
            <td className="nw">
              <TimeRange {...meeting} />
            </td>
            <th scope="row" className="x">
              <Link
                to={`?meeting=${meeting.meetingId}`}
                preventScrollReset
                aria-current={meeting === chosen ? 'true' : undefined}
              >
                {meetingTitle(words, meeting, desk.bodies)}
              </Link>
            </th>
            <td className="muted nw">{meeting.room ?? t('agenda.noRoom')}</td>
            <td className="muted nw">{t(meetingWords[meeting.step])}</td>
          </tr>
        ))}
    </Table>
  )
}
