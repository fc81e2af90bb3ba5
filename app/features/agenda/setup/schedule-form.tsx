import { Knowingly } from '#app/features/agenda/desk/knowingly.tsx'
import { useMayRun } from '#app/features/agenda/desk/use-may-run.tsx'
import { privacies } from '#app/features/agenda/item-kinds.ts'
import type { scheduleMeeting } from '#app/features/agenda/meeting-contract.ts'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { wallText } from '#app/i18n/zone-clock.ts'
import { useNow } from '#app/ui/clock.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { RoomAndTimes } from './room-and-times.tsx'

/** A meeting of a body; its number is the next one. */
export function ScheduleForm({ desk }: { desk: DeskAnswer }) {
  const { t, locale } = useWords()
  const now = useNow(3_600_000)
  const mayRun = useMayRun(desk.bodies)
  const { timeZone, startsOn } = desk.venue
  const [first] = desk.bodies.filter(({ bodyId }) => mayRun(bodyId).ok)
  const today = wallText(now, timeZone).slice(0, 10)
  const day = today > startsOn ? today : startsOn
  return (
    <MutationForm<typeof scheduleMeeting>
      intent="agenda.scheduleMeeting"
      className="form"
      isReset
      said={t('common.added')}
    >
      <Select
        name="bodyId"
        label={t('agenda.body')}
        defaultValue={first?.bodyId}
        choices={desk.bodies.map(({ bodyId, names }) => ({ value: bodyId, label: nameIn(names, locale) }))}
      />
      <RoomAndTimes
        rooms={desk.rooms}
        roomId={first?.roomId ?? null}
        startsAt={`${day}T09:00`}
        endsAt={`${day}T12:00`}
      />
      <Select
        name="privacy"
        label={t('agenda.privacy')}
        defaultValue="CLOSED_TO_PRESS"
        choices={privacies.map((privacy) => ({ value: privacy, label: t(`agenda.privacyOf.${privacy}`) }))}
      />
      <Knowingly />
      <div className="btns">
        <Submit
          decision={desk.bodies[0] ? mayRun((first ?? desk.bodies[0]).bodyId) : undefined}
          unavailable={desk.bodies[0] ? undefined : t('desk.noBodies')}
        >
          {t('desk.addMeeting')}
        </Submit>
      </div>
    </MutationForm>
  )
}
