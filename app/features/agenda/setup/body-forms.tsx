import { bodyKinds, bodyOpenTo } from '#app/features/agenda/item-kinds.ts'
import type { amendBody, appointOfficers, createBody } from '#app/features/agenda/meeting-contract.ts'
import { NamesFields } from '#app/features/agenda/names-fields.tsx'
import { mayArrange } from '#app/features/agenda/policy.ts'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import type { DeskAnswer, DeskBody } from '#app/features/agenda/views.ts'
import { Name } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { FormSection } from './setup-page.tsx'

export function useMayArrange() {
  const acting = useActing()
  return acting ? mayArrange(acting) : undefined
}

/** A body of the conference: the plenary first, then groups under it. */
export function NewBody({ desk }: { desk: DeskAnswer }) {
  const { t } = useWords()
  const hasPlenary = desk.bodies.some(({ kind }) => kind === 'PLENARY')
  const kinds = bodyKinds.filter((kind) => kind !== 'PLENARY' || !hasPlenary)
  return (
    <MutationForm<typeof createBody> intent="agenda.createBody" className="form" isReset said={t('common.added')}>
      <Select
        name="kind"
        label={t('desk.bodyKind')}
        defaultValue={kinds[0]}
        choices={kinds.map((kind) => ({ value: kind, label: t(`desk.bodyKinds.${kind}`) }))}
      />
      <NamesFields name="names" label={t('common.name')} maxLength={200} />
      <TextField
        name="symbol"
        label={t('desk.bodySymbol')}
        hint={t('desk.bodySymbolHint')}
        isOptional
        dir="ltr"
        maxLength={60}
      />
      <RoomAndAdmission desk={desk} roomId={null} openTo={hasPlenary ? 'STATES' : 'ALL_ACCREDITED'} />
      <Officers desk={desk} />
      <div className="btns">
        <Submit decision={useMayArrange()}>{t('desk.addBody')}</Submit>
      </div>
    </MutationForm>
  )
}

export function EditBody({ body, desk }: { body: DeskBody; desk: DeskAnswer }) {
  const { t } = useWords()
  const decision = useMayArrange()
  const { bodyId, names, roomId, openTo } = body
  return (
    <>
      <FormSection title={<Name names={names} />}>
        <MutationForm<typeof amendBody>
          intent="agenda.amendBody"
          fixed={{ bodyId }}
          className="form"
          said={t('common.changesSaved')}
        >
          <NamesFields name="names" label={t('common.name')} names={names} maxLength={200} />
          <RoomAndAdmission desk={desk} roomId={roomId} openTo={openTo} />
          <div className="btns">
            <Submit kind="outlined" decision={decision}>
              {t('common.saveChanges')}
            </Submit>
          </div>
        </MutationForm>
      </FormSection>
      <FormSection title={t('desk.officers')}>
        <MutationForm<typeof appointOfficers>
          intent="agenda.appointOfficers"
          fixed={{ bodyId }}
          className="form"
          said={t('common.changesSaved')}
        >
          <Officers desk={desk} body={body} />
          <div className="btns">
            <Submit kind="outlined" decision={decision}>
              {t('desk.appoint')}
            </Submit>
          </div>
        </MutationForm>
      </FormSection>
    </>
  )
}

interface RoomAndAdmissionProps {
  readonly desk: DeskAnswer
  readonly roomId: string | null
  readonly openTo: DeskBody['openTo']
}

function RoomAndAdmission({ desk, roomId, openTo }: RoomAndAdmissionProps) {
  const { t } = useWords()
  return (
    <>
      <Select
        name="roomId"
        label={t('common.room')}
        empty={t('agenda.noRoom')}
        defaultValue={roomId ?? ''}
        choices={desk.rooms.map((room) => ({ value: room.roomId, label: room.name }))}
      />
      <Select
        name="openTo"
        label={t('desk.openTo')}
        defaultValue={openTo}
        choices={bodyOpenTo.map((each) => ({ value: each, label: t(`desk.openToOf.${each}`) }))}
      />
    </>
  )
}

/** Officers come from the secretariat, where chairs sit apart from their own delegations. */
function Officers({ desk, body }: { desk: DeskAnswer; body?: DeskBody }) {
  const { t, format } = useWords()
  const choices = format.sorted(
    desk.officers.map(({ accreditationId, name }) => ({ value: accreditationId, label: name })),
    ({ label }) => label,
  )
  const empty = t('desk.nobody')
  return (
    <>
      <Select
        name="chairId"
        label={t('desk.chair')}
        empty={empty}
        choices={choices}
        defaultValue={body?.chairId ?? ''}
      />
      <Select
        name="coChairId"
        label={t('desk.coChair')}
        empty={empty}
        choices={choices}
        defaultValue={body?.coChairId ?? ''}
      />
      <Select
        name="rapporteurId"
        label={t('desk.rapporteur')}
        empty={empty}
        choices={choices}
        defaultValue={body?.rapporteurId ?? ''}
      />
    </>
  )
}
