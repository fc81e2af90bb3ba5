import type { moveItem, referItem, renameItem, renumberItem } from '#app/features/agenda/contract.ts'
import { BasisField } from '#app/features/agenda/desk/confirmed-act.tsx'
import { useMayRun } from '#app/features/agenda/desk/use-may-run.tsx'
import type { DeskItem } from '#app/features/agenda/desk-model.ts'
import { NamesFields } from '#app/features/agenda/names-fields.tsx'
import { numberIn } from '#app/features/agenda/numbering.ts'
import { mayStandUnder } from '#app/features/agenda/order.ts'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'

interface EditItemProps {
  readonly item: DeskItem
  readonly desk: DeskAnswer
}

/** Title, number, body and place of an item: one form for each, as each is a change by itself. */
export function EditItem({ item, desk }: EditItemProps) {
  const { t } = useWords()
  const decision = useMayRun(desk.bodies)(item.bodyId)
  const isAdopted = desk.agenda.step === 'ADOPTED'
  const form = { item, desk, decision, isAdopted }
  return (
    <div className="stack-24">
      {isAdopted ? <Notice kind="info">{t('agenda.basisWhenAdopted')}</Notice> : null}
      <Rename {...form} />
      <Renumber {...form} />
      <Refer {...form} />
      <Regroup {...form} />
    </div>
  )
}

type FormProps = EditItemProps & { readonly decision: Decision; readonly isAdopted: boolean }

function Rename({ item, decision, isAdopted }: FormProps) {
  const { t } = useWords()
  const { itemId, version, names } = item
  return (
    <MutationForm<typeof renameItem>
      intent="agenda.renameItem"
      fixed={{ itemId, version }}
      className="form"
      said={t('common.changesSaved')}
    >
      <NamesFields name="names" label={t('agenda.itemName')} names={names} maxLength={300} />
      <BasisField isAsked={isAdopted} />
      <div className="btns">
        <Submit kind="outlined" size="normal" decision={decision}>
          {t('common.saveChanges')}
        </Submit>
      </div>
    </MutationForm>
  )
}

function Renumber({ item, decision, isAdopted }: FormProps) {
  const { t } = useWords()
  const { itemId, version, number } = item
  return (
    <MutationForm<typeof renumberItem>
      intent="agenda.renumberItem"
      fixed={{ itemId, version }}
      className="form"
      said={t('common.changesSaved')}
    >
      <TextField
        name="number"
        label={t('agenda.number')}
        hint={t('agenda.numberHint')}
        defaultValue={number}
        maxLength={20}
      />
      <BasisField isAsked={isAdopted} />
      <div className="btns">
        <Submit kind="outlined" size="normal" decision={decision}>
          {t('common.saveChanges')}
        </Submit>
      </div>
    </MutationForm>
  )
}

function Refer({ item, desk, decision, isAdopted }: FormProps) {
  const { t, locale } = useWords()
  const { itemId, version, bodyId } = item
  if (desk.bodies.length < 2) return null
  return (
    <MutationForm<typeof referItem>
      intent="agenda.referItem"
      fixed={{ itemId, version }}
      className="form"
      said={t('common.changesSaved')}
    >
      <Select
        name="bodyId"
        label={t('desk.refer')}
        defaultValue={bodyId}
        choices={desk.bodies.map((body) => ({ value: body.bodyId, label: nameIn(body.names, locale) }))}
      />
      <BasisField isAsked={isAdopted} />
      <div className="btns">
        <Submit kind="outlined" size="normal" decision={decision}>
          {t('desk.referNow')}
        </Submit>
      </div>
    </MutationForm>
  )
}

function Regroup({ item, desk, decision, isAdopted }: FormProps) {
  const { t, locale } = useWords()
  const placed = desk.items.map(({ itemId, parentId }) => ({ id: itemId, parentId, orderKey: '' }))
  const parents = desk.items.filter(
    ({ itemId }) => itemId !== item.parentId && mayStandUnder(placed, item.itemId, itemId),
  )
  if (parents.length === 0 && !item.parentId) return null
  return (
    <MutationForm<typeof moveItem>
      intent="agenda.moveItem"
      fixed={{ itemId: item.itemId }}
      className="form"
      said={t('common.changesSaved')}
    >
      <Select
        name="parentId"
        label={t('agenda.moveUnder')}
        empty={item.parentId ? t('agenda.topLevel') : undefined}
        choices={parents.map(({ itemId, number, names }) => ({
          value: itemId,
          label: `${numberIn(number, locale)} ${nameIn(names, locale)}`,
        }))}
      />
      <BasisField isAsked={isAdopted} />
      <div className="btns">
        <Submit kind="outlined" size="normal" decision={decision}>
          {t('agenda.moveNow')}
        </Submit>
      </div>
    </MutationForm>
  )
}
