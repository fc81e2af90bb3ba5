import type { allotMinutes, moveItem, setObserverAccess } from '#app/features/agenda/contract.ts'
import type { DeskItem } from '#app/features/agenda/desk-model.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { ActButton } from './desk-told.tsx'

interface ItemSettingsProps {
  readonly item: DeskItem
  readonly items: readonly DeskItem[]
  readonly mayRun: Decision
}

/** Time, place in the order, and who sees it. */
export const ItemSettings = ({ item, items, mayRun }: ItemSettingsProps) => (
  <>
    <AllotForm item={item} mayRun={mayRun} />
    <MoveForm item={item} items={items} mayRun={mayRun} />
    <Observers item={item} mayRun={mayRun} />
  </>
)

function AllotForm({ item: { itemId, version, allottedMinutes }, mayRun }: { item: DeskItem; mayRun: Decision }) {
  const { t } = useWords()
  return (
    <MutationForm<typeof allotMinutes>
      intent="agenda.allotMinutes"
      fixed={{ itemId, version }}
      className="inline"
      said={t('common.changesSaved')}
    >
      <TextField
        key={allottedMinutes}
        name="allottedMinutes"
        label={`${t('agenda.allotted')} (${t('agenda.minutesShort')})`}
        inputMode="numeric"
        isDense
        placeholder={t('agenda.noAllotted')}
        defaultValue={allottedMinutes ?? ''}
      />
      <Submit kind="outlined" size="normal" decision={mayRun} reasonPlace="tip">
        {t('agenda.allot')}
      </Submit>
    </MutationForm>
  )
}

function MoveForm({ item, items, mayRun }: { item: DeskItem; items: readonly DeskItem[]; mayRun: Decision }) {
  const { t, locale } = useWords()
  const others = items.filter(({ itemId, parentId }) => parentId === item.parentId && itemId !== item.itemId)
  if (others.length === 0) return null
  return (
    <MutationForm<typeof moveItem> intent="agenda.moveItem" fixed={{ itemId: item.itemId }} className="inline">
      <Select
        name="beforeId"
        label={t('agenda.moveBefore')}
        isDense
        empty={t('agenda.moveToEnd')}
        choices={others.map(({ itemId, number, names }) => ({
          value: itemId,
          label: `${numberIn(number, locale)} ${nameIn(names, locale)}`,
        }))}
      />
      <Submit kind="outlined" size="normal" decision={mayRun} reasonPlace="tip">
        {t('agenda.moveNow')}
      </Submit>
    </MutationForm>
  )
}

function Observers({ item, mayRun }: { item: DeskItem; mayRun: Decision }) {
  const { t } = useWords()
  const { itemId, version, isOpenToObservers } = item
  return (
    <div className="row wrap">
      <span className="grow">{t(isOpenToObservers ? 'agenda.observersWhenOpen' : 'agenda.observersDoNot')}</span>
      <ActButton<typeof setObserverAccess>
        intent="agenda.setObserverAccess"
        fixed={{ itemId, version, isOpenToObservers: !isOpenToObservers }}
        decision={mayRun}
        reasonPlace="tip"
      >
        {t(isOpenToObservers ? 'agenda.closeToObservers' : 'agenda.releaseToObservers')}
      </ActButton>
    </div>
  )
}
