import { TimeRange } from '#app/features/agenda/time-range.tsx'
import type { DeskBody, MeetingLine, RollCallAnswer } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { Count } from './roll-call.tsx'

interface SessionStripProps {
  readonly meeting: MeetingLine | null
  readonly body: DeskBody
  readonly rollCall: RollCallAnswer | null
}

/** The meeting in one line: since when it sits, where, under whom, and who is there. */
export function SessionStrip({ meeting, body, rollCall }: SessionStripProps) {
  const { t } = useWords()
  const chair = meeting?.presiding ?? body.chair
  return (
    <div className="ssn">
      <Standing meeting={meeting} />
      {meeting ? <span>{meeting.room ?? <span className="muted">{t('agenda.noRoom')}</span>}</span> : null}
      {meeting ? <TimeRange {...meeting} /> : null}
      {chair ? (
        <span>
          <span className="muted">{t('desk.chair')}</span> <bdi>{chair}</bdi>
        </span>
      ) : null}
      {rollCall ? (
        <span>
          <span className="muted">{t('desk.rollCall')}</span> <Count rollCall={rollCall} />
        </span>
      ) : null}
    </div>
  )
}

function Standing({ meeting }: { meeting: MeetingLine | null }) {
  const { t, rich } = useWords()
  if (!meeting) return <span className="muted">{t('desk.notInSession')}</span>
  switch (meeting.step) {
    case 'OPEN':
      return (
        <span className="live">
          <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r="6" className="dot" />
          </svg>
          {rich('desk.inSession', { time: <Timestamp at={meeting.openedAt ?? meeting.startsAt} /> })}
        </span>
      )
    case 'SUSPENDED':
      return <b className="warn">{t('agenda.meetingState.SUSPENDED')}</b>
    case 'CLOSED':
      return (
        <span className="muted">
          {rich('desk.closedAt', { time: <Timestamp at={meeting.closedAt ?? meeting.endsAt} /> })}
        </span>
      )
    default:
      return <span className="muted">{rich('desk.plannedFor', { time: <Timestamp at={meeting.startsAt} /> })}</span>
  }
}
