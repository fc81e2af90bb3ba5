import type { DeskItem } from '#app/features/agenda/desk-model.ts'
import type {
  closeMeeting,
  conveneMeeting,
  openMeeting,
  resumeMeeting,
  suspendMeeting,
} from '#app/features/agenda/meeting-contract.ts'
import { meetingPermits } from '#app/features/agenda/meeting-states.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import type { DeskAnswer, DeskBody, MeetingLine } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { wallText } from '#app/i18n/zone-clock.ts'
import { all, type Decision } from '#app/kernel/policy.ts'
import { useNow } from '#app/ui/clock.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { KeptFocus } from '#app/ui/kept-focus.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { Select } from '#app/ui/select.tsx'
import { Answer } from './answer.tsx'
import { ActButton } from './desk-told.tsx'
import { Knowingly } from './knowingly.tsx'

export interface MeetingControlsProps {
  readonly meeting: MeetingLine | null
  readonly body: DeskBody
  readonly desk: DeskAnswer
  readonly mayRun: Decision
}

/** Opening, suspending, resuming and closing the meeting this desk is about. */
export function MeetingControls({ meeting, body, desk, mayRun }: MeetingControlsProps) {
  const { t } = useWords()
  const fixed = meeting && { meetingId: meeting.meetingId, version: meeting.version }
  const isOver = !meeting || meeting.step === 'CLOSED' || meeting.step === 'CANCELLED'
  return (
    <KeptFocus className="btns" label={t('agenda.meeting')}>
      {fixed && meeting.step === 'SCHEDULED' ? (
        <ActButton<typeof openMeeting>
          intent="agenda.openMeeting"
          kind="primary"
          fixed={fixed}
          decision={all(mayRun, meetingPermits('open', meeting))}
          reasonPlace="tip"
          title={t('desk.openMeetingEffect')}
        >
          {t('desk.openMeeting')}
        </ActButton>
      ) : null}
      {meeting?.step === 'OPEN' ? <Suspend meeting={meeting} mayRun={mayRun} /> : null}
      {fixed && meeting.step === 'SUSPENDED' ? (
        <ActButton<typeof resumeMeeting>
          intent="agenda.resumeMeeting"
          kind="primary"
          fixed={fixed}
          decision={mayRun}
          reasonPlace="tip"
        >
          {t('desk.resumeMeeting')}
        </ActButton>
      ) : null}
      {meeting?.step === 'OPEN' || meeting?.step === 'SUSPENDED' ? (
        <Close meeting={meeting} items={desk.items} mayRun={mayRun} />
      ) : null}
      {isOver ? <Convene body={body} desk={desk} mayRun={mayRun} /> : null}
    </KeptFocus>
  )
}

interface StepProps {
  readonly meeting: MeetingLine
  readonly mayRun: Decision
}

function Suspend({ meeting: { meetingId, version }, mayRun }: StepProps) {
  const { t } = useWords()
  return (
    <Confirm ask={t('desk.suspendMeeting')} title={t('desk.suspendTitle')} decision={mayRun} reasonPlace="tip">
      {(close) => (
        <MutationForm<typeof suspendMeeting>
          intent="agenda.suspendMeeting"
          fixed={{ meetingId, version }}
          className="form"
          onDone={close}
        >
          <p>{t('desk.suspendEffect')}</p>
          <TextField name="reason" label={t('agenda.reason')} isOptional maxLength={300} />
          <Answer act={t('desk.suspendNow')} close={close} />
        </MutationForm>
      )}
    </Confirm>
  )
}

function Close({ meeting: { meetingId, version }, items, mayRun }: StepProps & { items: readonly DeskItem[] }) {
  const { t, format, locale } = useWords()
  const open = items.filter((item) => item.meetingId === meetingId).map(({ number }) => numberIn(number, locale))
  return (
    <Confirm ask={t('desk.closeMeeting')} title={t('desk.closeTitle')} decision={mayRun} reasonPlace="tip">
      {(close) => (
        <MutationForm<typeof closeMeeting>
          intent="agenda.closeMeeting"
          fixed={{ meetingId, version }}
          className="form"
          onDone={close}
        >
          <p>{t('desk.closeEffect', { count: open.length, items: format.list(open) })}</p>
          <p>{t('desk.closeRecord')}</p>
          <Answer act={t('desk.closeNow')} close={close} />
        </MutationForm>
      )}
    </Confirm>
  )
}

function Convene({ body, desk, mayRun }: { body: DeskBody; desk: DeskAnswer; mayRun: Decision }) {
  const { t } = useWords()
  const { timeZone } = useVenue()
  const now = useNow()
  return (
    <Confirm ask={t('desk.convene')} title={t('desk.conveneTitle')} decision={mayRun} reasonPlace="tip">
      {(close) => (
        <MutationForm<typeof conveneMeeting>
          intent="agenda.conveneMeeting"
          fixed={{ bodyId: body.bodyId }}
          className="form"
          onDone={close}
        >
          <p>{t('desk.conveneEffect')}</p>
          <Select
            name="roomId"
            label={t('common.room')}
            empty={t('agenda.noRoom')}
            defaultValue={body.roomId ?? ''}
            choices={desk.rooms.map(({ roomId, name }) => ({ value: roomId, label: name }))}
          />
          <TextField
            type="datetime-local"
            name="endsAt"
            label={t('desk.conveneEnds')}
            defaultValue={wallText(now + 3 * 3_600_000, timeZone)}
          />
          <Knowingly />
          <Answer act={t('desk.conveneNow')} close={close} />
        </MutationForm>
      )}
    </Confirm>
  )
}
