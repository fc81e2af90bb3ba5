import type { addSubItem, createItem } from '#app/features/agenda/contract.ts'
import { BasisField } from '#app/features/agenda/desk/confirmed-act.tsx'
import { useMayRun } from '#app/features/agenda/desk/use-may-run.tsx'
import type { DeskItem } from '#app/features/agenda/desk-model.ts'
import { itemKinds, outcomes } from '#app/features/agenda/item-kinds.ts'
import { NamesFields } from '#app/features/agenda/names-fields.tsx'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'

interface NewItemFormProps {
  readonly desk: DeskAnswer
  /** Under which item; none for a new item of its own. */
  readonly parent?: DeskItem
}

/** A new item at the end of the agenda, or a new sub-item at the end of its parent's. */
export function NewItemForm({ desk, parent }: NewItemFormProps) {
  const { t, locale } = useWords()
  const mayRun = useMayRun(desk.bodies)
  const bodies = desk.bodies.map(({ bodyId, names }) => ({ value: bodyId, label: nameIn(names, locale) }))
  const bodyId = parent?.bodyId ?? desk.bodies[0]?.bodyId
  const fields = (
    <>
      <TextField
        key={parent?.suggestedSubNumber ?? desk.suggestedNumber}
        name="number"
        label={t('agenda.number')}
        hint={t('agenda.numberHint')}
        maxLength={20}
        defaultValue={parent?.suggestedSubNumber ?? desk.suggestedNumber}
      />
      <NamesFields name="names" label={t('agenda.itemName')} maxLength={300} />
      <Select name="bodyId" label={t('agenda.body')} defaultValue={bodyId} choices={bodies} />
      <div className="cols2">
        <Select
          name="kind"
          label={t('agenda.kind')}
          defaultValue="SUBSTANTIVE"
          choices={itemKinds.map((kind) => ({ value: kind, label: t(`agenda.kinds.${kind}`) }))}
        />
        <Select
          name="outcome"
          label={t('agenda.outcome')}
          empty={t('agenda.noOutcome')}
          choices={outcomes.map((outcome) => ({ value: outcome, label: t(`agenda.outcomes.${outcome}`) }))}
        />
      </div>
      <TextField
        name="allottedMinutes"
        label={`${t('agenda.allotted')} (${t('agenda.minutesShort')})`}
        isOptional
        inputMode="numeric"
      />
      <Select
        name="proposerId"
        label={t('agenda.proposer')}
        empty={t('agenda.noProposer')}
        choices={desk.delegations.map(({ delegationId, names }) => ({
          value: delegationId,
          label: nameIn(names, locale),
        }))}
      />
      <Checkbox name="isOpenToObservers" label={t('agenda.openToObservers')} />
      <BasisField isAsked={desk.agenda.step === 'ADOPTED'} />
      <div className="btns">
        <Submit decision={bodyId ? mayRun(bodyId) : undefined} unavailable={bodyId ? undefined : t('desk.noBodies')}>
          {t(parent ? 'agenda.addSubItem' : 'agenda.addItem')}
        </Submit>
      </div>
    </>
  )
  return parent ? (
    <MutationForm<typeof addSubItem>
      intent="agenda.addSubItem"
      fixed={{ parentId: parent.itemId }}
      className="form"
      isReset
      said={t('common.added')}
    >
      {fields}
    </MutationForm>
  ) : (
    <MutationForm<typeof createItem> intent="agenda.createItem" className="form" isReset said={t('common.added')}>
      {fields}
    </MutationForm>
  )
}
