import { Answer } from '#app/features/agenda/desk/answer.tsx'
import { Knowingly } from '#app/features/agenda/desk/knowingly.tsx'
import { useMayRun } from '#app/features/agenda/desk/use-may-run.tsx'
import type { cancelMeeting, moveMeeting } from '#app/features/agenda/meeting-contract.ts'
import { mayBeMoved } from '#app/features/agenda/meeting-states.ts'
import type { DeskAnswer, MeetingLine } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { wallText } from '#app/i18n/zone-clock.ts'
import { all } from '#app/kernel/policy.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { RoomAndTimes } from './room-and-times.tsx'

/** Another room or other times; what follows is said before. */
export function EditMeeting({ meeting, desk }: { meeting: MeetingLine; desk: DeskAnswer }) {
  const { t } = useWords()
  const mayRun = useMayRun(desk.bodies)(meeting.bodyId)
  const { timeZone } = desk.venue
  const { meetingId, version } = meeting
  return (
    <div className="stack-16">
      <MutationForm<typeof moveMeeting>
        intent="agenda.moveMeeting"
        fixed={{ meetingId, version }}
        className="form"
        said={t('common.changesSaved')}
      >
        <RoomAndTimes
          key={version}
          rooms={desk.rooms}
          roomId={meeting.roomId}
          startsAt={wallText(meeting.startsAt, timeZone)}
          endsAt={wallText(meeting.endsAt, timeZone)}
          isBegun={meeting.step !== 'SCHEDULED'}
        />
        <p className="muted">{t('desk.moveMeetingEffect')}</p>
        <Knowingly />
        <div className="btns">
          <Submit decision={all(mayRun, mayBeMoved(meeting))}>{t('desk.editMeeting')}</Submit>
        </div>
      </MutationForm>
      {meeting.step === 'SCHEDULED' ? (
        <Confirm ask={t('desk.cancelMeeting')} title={t('desk.cancelMeetingNow')} kind="quiet" decision={mayRun}>
          {(close) => (
            <MutationForm<typeof cancelMeeting>
              intent="agenda.cancelMeeting"
              fixed={{ meetingId, version }}
              className="form"
              onDone={close}
            >
              <p>{t('desk.cancelMeetingEffect')}</p>
              <Answer act={t('desk.cancelMeetingNow')} close={close} kind="danger" />
            </MutationForm>
          )}
        </Confirm>
      ) : null}
    </div>
  )
}
