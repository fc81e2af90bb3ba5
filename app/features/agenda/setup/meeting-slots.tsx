import { ToldNotice, ToldPlace } from '#app/features/agenda/desk/desk-told.tsx'
import { Knowingly } from '#app/features/agenda/desk/knowingly.tsx'
import { SlotDialog } from '#app/features/agenda/desk/slot-dialog.tsx'
import { useMayRun } from '#app/features/agenda/desk/use-may-run.tsx'
import { useSaidOfSlots } from '#app/features/agenda/desk/use-said-of-slots.tsx'
import { ItemTitle } from '#app/features/agenda/item-number.tsx'
import type { addSlot } from '#app/features/agenda/meeting-contract.ts'
import { mayBeMoved } from '#app/features/agenda/meeting-states.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import { TimeRange } from '#app/features/agenda/time-range.tsx'
import type { DeskAnswer, MeetingLine } from '#app/features/agenda/views.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { wallText } from '#app/i18n/zone-clock.ts'
import { all, type Decision } from '#app/kernel/policy.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'

/** The programme of one meeting: its slots in the order of time, and a way to add one at its end. */
export function MeetingSlots({ meeting, desk }: { meeting: MeetingLine; desk: DeskAnswer }) {
  const { t } = useWords()
  const decision = all(useMayRun(desk.bodies)(meeting.bodyId), mayBeMoved(meeting))
  const { saidNow, say, leaves } = useSaidOfSlots(meeting.slots.map(({ slotId }) => slotId))
  return (
    <ToldPlace>
      <ToldNotice />
      {meeting.slots.length === 0 ? <EmptyState>{t('agenda.noItemsInSlot')}</EmptyState> : null}
      <ul className="rows">
        {meeting.slots.map((slot) => {
          const item = desk.items.find(({ itemId }) => itemId === slot.itemId)
          return item ? (
            <li key={slot.slotId}>
              <TimeRange {...slot} />
              <span className="grow">
                <ItemTitle item={item} />
              </span>
              <SlotDialog
                slot={slot}
                meeting={meeting}
                item={item}
                desk={desk}
                decision={decision}
                say={say}
                leaves={leaves}
              />
            </li>
          ) : null
        })}
      </ul>
      {saidNow}
      <NewSlot meeting={meeting} desk={desk} decision={decision} />
    </ToldPlace>
  )
}

function NewSlot({ meeting, desk, decision }: { meeting: MeetingLine; desk: DeskAnswer; decision: Decision }) {
  const { t, locale } = useWords()
  const { timeZone } = desk.venue
  const start = meeting.slots.at(-1)?.endsAt ?? meeting.startsAt
  const end = new Date(Date.parse(start) + 1_800_000)
  const items = desk.items.filter(({ step }) => step !== 'CLOSED' && step !== 'WITHDRAWN')
  return (
    <MutationForm<typeof addSlot>
      intent="agenda.addSlot"
      fixed={{ meetingId: meeting.meetingId }}
      className="form"
      said={t('desk.slotAdded')}
    >
      <Select
        name="itemId"
        label={t('agenda.itemName')}
        choices={items.map(({ itemId, number, names }) => ({
          value: itemId,
          label: `${numberIn(number, locale)} ${nameIn(names, locale)}`,
        }))}
      />
      <div className="cols2" key={meeting.slots.length}>
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
      <div className="btns">
        <Submit kind="outlined" decision={decision}>
          {t('agenda.addSlot')}
        </Submit>
      </div>
    </MutationForm>
  )
}
