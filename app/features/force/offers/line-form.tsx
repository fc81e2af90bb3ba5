import type { OfferView, setLine } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import type { OfferHere } from './here.tsx'
import { Before, useSaved } from './two-editors.tsx'

interface LineFormProps {
  readonly here: OfferHere
  /** Null for an element that the offer does not name yet. */
  readonly line: OfferView['lines'][number] | null
  readonly onDone: () => void
}

const nothing = { unit: null, isLead: false, note: null, offered: {} }

export function LineForm({ here, line, onDone }: LineFormProps) {
  const { t, format } = useWords()
  const { offer, force } = here
  const free = force.board.elements.filter(({ elementId }) => offer.lines.every((each) => each.elementId !== elementId))
  const { offerId } = offer
  const saved = useSaved(onDone)
  const { unit, isLead, note, offered } = line ?? nothing
  return (
    <MutationForm<typeof setLine>
      intent="force.setLine"
      fixed={line ? { offerId, elementId: line.elementId } : { offerId }}
      className="form"
      onDone={saved}
    >
      <Before seen={{ unit, isLead, note, offered }} />
      {line ? null : (
        <Select
          name="elementId"
          label={t('forceOffers.element')}
          empty={t('forceOffers.chooseElement')}
          choices={free.map(({ elementId, serial, name }) => ({
            value: elementId,
            label: `${format.number(serial)}  ${name}`,
          }))}
        />
      )}
      <p className="hint">
        {t(`forceDesk.figuresLong.${force.board.statement?.figures ?? 'CUMULATIVE_AT_MILESTONE'}`)}
      </p>
      <div className="cols2">
        {force.board.phases.map(({ phaseId, name }) => (
          <TextField
            key={phaseId}
            name={`offered.${phaseId}`}
            label={t('forceOffers.personsIn', { phase: name })}
            inputMode="numeric"
            defaultValue={line ? String(figureOf(line.offered, phaseId)) : undefined}
          />
        ))}
      </div>
      <TextField
        name="unit"
        label={t('forceOffers.unit')}
        hint={t('forceOffers.unitHint')}
        isOptional
        maxLength={120}
        defaultValue={line?.unit ?? undefined}
      />
      <Checkbox name="isLead" label={t('forceOffers.isLead')} defaultChecked={line?.isLead} />
      <TextField
        name="note"
        label={t('forceOffers.lineNote')}
        hint={t('forceOffers.lineNoteHint')}
        isOptional
        maxLength={300}
        defaultValue={line?.note ?? undefined}
      />
      <Submit size="normal">{t('common.saveChanges')}</Submit>
    </MutationForm>
  )
}
