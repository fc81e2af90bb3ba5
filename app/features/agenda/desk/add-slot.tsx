import type { DeskItem } from '#app/features/agenda/desk-model.ts'
import type { addSlot } from '#app/features/agenda/meeting-contract.ts'
import { meetingTitle } from '#app/features/agenda/meeting-title.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import type { DeskAnswer, MeetingLine } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { wallText } from '#app/i18n/zone-clock.ts'
import type { Decision } from '#app/kernel/policy.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { useVenue } from '#app/ui/places.tsx'
import type { SaidHere } from '#app/ui/said.tsx'
import { Select } from '#app/ui/select.tsx'
import { Answer } from './answer.tsx'
import { Knowingly } from './knowingly.tsx'

interface AddSlotProps extends Pick<SaidHere, 'say'> {
  readonly item: DeskItem
  readonly desk: DeskAnswer
  readonly mayRun: Decision
}

/** A time for the item in a meeting to come or going on. It begins where the meeting's programme ends now. */
export function AddSlot({ item, desk, mayRun, say }: AddSlotProps) {
  const words = useWords()
  const { t, format, locale } = words
  const { timeZone } = useVenue()
  const meetings = desk.meetings.filter(({ step }) => step !== 'CLOSED' && step !== 'CANCELLED')
  const own = meetings.filter(({ bodyId }) => bodyId === item.bodyId)
  const [first] = [...own, ...meetings]
  if (!first || item.step === 'CLOSED' || item.step === 'WITHDRAWN') return null
  const start = endOfProgramme(first)
  const end = new Date(Date.parse(start) + (item.allottedMinutes ?? 30) * 60_000)
  const label = (meeting: MeetingLine) =>
    `${format.dayMonth(meeting.startsAt, timeZone)} ${format.timeRange(meeting.startsAt, meeting.endsAt, timeZone)}, ${meetingTitle(words, meeting, desk.bodies)}`
  return (
    <Confirm
      ask={t('desk.addSlotTo')}
      title={t('desk.slotTitle', { number: numberIn(item.number, locale) })}
      decision={mayRun}
      reasonPlace="tip"
      size="small"
    >
      {(close) => (
        <MutationForm<typeof addSlot>
          intent="agenda.addSlot"
          fixed={{ itemId: item.itemId }}
          className="form"
          onDone={() => {
            say(t('desk.slotAdded'))
            close?.()
          }}
        >
          <Select
            name="meetingId"
            label={t('agenda.meeting')}
            defaultValue={first.meetingId}
            choices={meetings.map((meeting) => ({ value: meeting.meetingId, label: label(meeting) }))}
          />
          <div className="cols2">
            <TextField
              type="datetime-local"
              name="startsAt"
              label={t('agenda.startsAt')}
              defaultValue={wallText(start, timeZone)}
            />
            <TextField
              type="datetime-local"
              name="endsAt"
              label={t('agenda.endsAt')}
              defaultValue={wallText(end, timeZone)}
            />
          </div>
          <Knowingly />
          <Answer act={t('agenda.addSlot')} close={close} />
        </MutationForm>
      )}
    </Confirm>
  )
}

const endOfProgramme = (meeting: MeetingLine): string =>
  meeting.slots
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1) ?? meeting.startsAt
