import type { amendRoom, createRoom } from '#app/features/agenda/meeting-contract.ts'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useMayArrange } from './body-forms.tsx'
import { FormSection } from './setup-page.tsx'

type Room = DeskAnswer['rooms'][number]

export function NewRoom() {
  const { t } = useWords()
  return (
    <MutationForm<typeof createRoom> intent="agenda.createRoom" className="form" isReset said={t('common.added')}>
      <RoomFields />
      <div className="btns">
        <Submit kind="outlined" decision={useMayArrange()}>
          {t('desk.addRoom')}
        </Submit>
      </div>
    </MutationForm>
  )
}

export function EditRoom({ room }: { room: Room }) {
  const { t } = useWords()
  const decision = useMayArrange()
  return (
    <FormSection title={<bdi>{room.name}</bdi>}>
      <MutationForm<typeof amendRoom>
        intent="agenda.amendRoom"
        fixed={{ roomId: room.roomId }}
        className="form"
        said={t('common.changesSaved')}
      >
        <RoomFields room={room} />
        <div className="btns">
          <Submit kind="outlined" decision={decision}>
            {t('common.saveChanges')}
          </Submit>
        </div>
      </MutationForm>
    </FormSection>
  )
}

function RoomFields({ room }: { room?: Room }) {
  const { t } = useWords()
  return (
    <>
      <TextField name="name" label={t('common.name')} maxLength={80} defaultValue={room?.name ?? ''} />
      <TextField
        name="capacity"
        label={t('desk.capacity')}
        isOptional
        inputMode="numeric"
        defaultValue={room?.capacity ?? ''}
      />
    </>
  )
}
