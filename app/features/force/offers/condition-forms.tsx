import type { OfferView, setCondition, settleCondition } from '#app/features/force/contract.ts'
import { conditionStates } from '#app/features/force/terms.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { OfferHere } from './here.tsx'
import { Before, useSaved } from './two-editors.tsx'

type Condition = OfferView['conditions'][number]

interface ConditionFormProps {
  readonly here: OfferHere
  /** Null for a new one. */
  readonly condition: Condition | null
  readonly onDone: () => void
}

const noLink = { linkSymbol: null, linkBlockId: null, linkOfferId: null }

/** Its words and its date; on what it hangs stays as it is. */
export function ConditionForm({ here, condition, onDone }: ConditionFormProps) {
  const { t } = useWords()
  const { offerId } = here.offer
  const saved = useSaved(onDone)
  const known = condition ? { conditionId: condition.conditionId, ...linkFields(condition.link) } : {}
  return (
    <MutationForm<typeof setCondition>
      intent="force.setCondition"
      fixed={{ offerId, ...known }}
      className="form"
      onDone={saved}
      isReset={!condition}
    >
      {condition ? (
        <Before seen={{ text: condition.text, due: condition.due, ...noLink, ...linkFields(condition.link) }} />
      ) : null}
      <TextArea
        name="text"
        label={t('forceOffers.conditionText')}
        hint={t('forceOffers.conditionHint')}
        rows={3}
        maxLength={500}
        defaultValue={condition?.text}
      />
      <TextField
        name="due"
        type="date"
        label={t('forceOffers.dueBy')}
        isOptional
        defaultValue={condition?.due ?? undefined}
      />
      <Submit size="normal">{t(condition ? 'common.saveChanges' : 'forceOffers.addCondition')}</Submit>
    </MutationForm>
  )
}

/** What a condition hangs on, as its act names it. */
export const linkFields = (link: Condition['link']) =>
  link?.kind === 'TEXT'
    ? { linkSymbol: link.symbol, linkBlockId: link.blockId }
    : link
      ? { linkOfferId: link.offerId }
      : {}

export function SettleForm({ condition, onDone }: { condition: Condition; onDone: () => void }) {
  const { t } = useWords()
  const others = conditionStates.filter((status) => status !== condition.status)
  return (
    <MutationForm<typeof settleCondition>
      intent="force.settleCondition"
      fixed={{ conditionId: condition.conditionId }}
      className="form"
      onDone={onDone}
    >
      <Select
        name="status"
        label={t('forceOffers.settleAs')}
        hint={t('forceOffers.settleHint')}
        choices={others.map((status) => ({ value: status, label: t(`forces.condition.${status}`) }))}
        defaultValue={condition.status === 'OPEN' ? 'MET' : 'OPEN'}
      />
      <TextField name="note" label={t('forceOffers.history.note')} isOptional maxLength={300} />
      <Submit size="normal">{t('forceOffers.record')}</Submit>
    </MutationForm>
  )
}
