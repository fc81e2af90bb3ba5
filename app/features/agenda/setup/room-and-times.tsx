import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { Select } from '#app/ui/select.tsx'

interface RoomAndTimesProps {
  readonly rooms: DeskAnswer['rooms']
  readonly roomId: string | null
  /** On the wall of the venue: `2026-10-21T09:00`. */
  readonly startsAt: string
  readonly endsAt: string
  /** A meeting in session has begun when it began. */
  readonly isBegun?: boolean
}

/** Where and when: times are those of the venue, which the hint names. */
export function RoomAndTimes({ rooms, roomId, startsAt, endsAt, isBegun }: RoomAndTimesProps) {
  const { t } = useWords()
  const { place } = useVenue()
  return (
    <>
      <Select
        name="roomId"
        label={t('common.room')}
        empty={t('agenda.noRoom')}
        defaultValue={roomId ?? ''}
        choices={rooms.map((room) => ({ value: room.roomId, label: room.name }))}
      />
      <div className="cols2">
        <TextField
          type="datetime-local"
          name="startsAt"
          label={t('agenda.startsAt')}
          hint={place}
          defaultValue={startsAt}
          readOnly={isBegun}
        />
        <TextField type="datetime-local" name="endsAt" label={t('agenda.endsAt')} hint={place} defaultValue={endsAt} />
      </div>
    </>
  )
}
