import type { changeOffer } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { isOver } from '#app/features/force/pipeline.ts'
import { financeModes, isStrength, moneyInstruments } from '#app/features/force/terms.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { OfferHere } from './here.tsx'
import { useOfferChoices } from './offer-words.tsx'
import { Before, useSaved } from './two-editors.tsx'

/** Only the fields that the offer's kind has; the others stay empty. */
export function TermsForm({ here, onDone }: { here: OfferHere; onDone: () => void }) {
  const { t } = useWords()
  const { offer } = here
  const saved = useSaved(onDone)
  const isMeasured = ['TRAINING', 'BASING', 'HOST_NATION_SUPPORT'].includes(offer.kind)
  return (
    <MutationForm<typeof changeOffer>
      intent="force.changeOffer"
      fixed={{ offerId: offer.offerId }}
      className="form"
      onDone={saved}
    >
      <Before seen={termsOf(offer)} />
      <TextField name="title" label={t('common.title')} defaultValue={offer.title} maxLength={200} />
      {offer.kind === 'FUNDING' ? <MoneyFields here={here} /> : null}
      {isMeasured ? <MeasureFields here={here} /> : null}
      {offer.kind === 'FUNDING' || offer.kind === 'OVERFLIGHT' ? null : (
        <Select
          name="financeMode"
          label={t('forceOffers.finance')}
          isOptional
          empty={t('forceOffers.notSaid')}
          defaultValue={offer.financeMode ?? ''}
          choices={financeModes.map((mode) => ({ value: mode, label: t(`forces.finance.${mode}`) }))}
        />
      )}
      <TextField
        name="availableFrom"
        type="date"
        label={t('forceOffers.availableFrom')}
        isOptional
        defaultValue={offer.availableFrom ?? undefined}
      />
      {isStrength(offer.kind) ? <ReadinessFields here={here} /> : null}
      <TextArea
        name="note"
        label={t('forceOffers.note')}
        hint={offer.isReleased ? undefined : t('forceOffers.noteHint')}
        isOptional
        rows={3}
        maxLength={2_000}
        defaultValue={offer.note ?? undefined}
      />
      <Submit size="normal">{t('common.saveChanges')}</Submit>
    </MutationForm>
  )
}

function termsOf(offer: OfferHere['offer']) {
  const { title, note, financeMode, noticeDays, availableFrom, money } = offer
  const { selfSustainmentDays, rotationMonths, handoverDays, attachedToId, measures, measureUnit } = offer
  return {
    ...{ title, note, financeMode, noticeDays, availableFrom, selfSustainmentDays, rotationMonths, handoverDays },
    ...{ attachedToId, measures, measureUnit },
    fundId: money?.fundId ?? null,
    instrument: money?.instrument ?? null,
    currency: money?.currency ?? null,
    amount: money?.amount ?? null,
    earmark: money?.earmark ?? null,
  }
}

function MoneyFields({ here: { offer, force } }: { here: OfferHere }) {
  const { t } = useWords()
  const { money } = offer
  return (
    <>
      <div className="cols2">
        <TextField
          name="amount"
          label={t('forceOffers.amount')}
          inputMode="decimal"
          dir="ltr"
          defaultValue={money?.amount}
        />
        <TextField
          name="currency"
          label={t('forceOffers.currency')}
          hint={t('forceOffers.currencyHint')}
          dir="ltr"
          autoCapitalize="characters"
          maxLength={3}
          defaultValue={money?.currency}
        />
      </div>
      <Select
        name="instrument"
        label={t('forceOffers.instrument')}
        defaultValue={money?.instrument ?? 'TRUST_FUND'}
        choices={moneyInstruments.map((each) => ({ value: each, label: t(`forces.instrument.${each}`) }))}
      />
      <Select
        name="fundId"
        label={t('forceOffers.fund')}
        isOptional
        empty={t('forceOffers.noFund')}
        defaultValue={money?.fundId ?? ''}
        choices={force.board.funds.map(({ fundId, name }) => ({ value: fundId, label: name }))}
      />
      <TextField
        name="earmark"
        label={t('forceOffers.earmark')}
        isOptional
        maxLength={200}
        defaultValue={money?.earmark ?? undefined}
      />
    </>
  )
}

function MeasureFields({ here: { offer, force } }: { here: OfferHere }) {
  const { t } = useWords()
  return (
    <>
      <TextField
        name="measureUnit"
        label={t('forceOffers.measureUnit')}
        hint={t('forceOffers.measureUnitHint')}
        maxLength={80}
        defaultValue={offer.measureUnit ?? undefined}
      />
      <div className="cols2">
        {force.board.phases.map(({ phaseId, name }) => (
          <TextField
            key={phaseId}
            name={`measures.${phaseId}`}
            label={t('forceOffers.measureIn', { phase: name })}
            inputMode="numeric"
            defaultValue={offer.measures ? String(figureOf(offer.measures, phaseId)) : undefined}
          />
        ))}
      </div>
    </>
  )
}

const numbers = [
  ['noticeDays', 'forceOffers.noticeInDays'],
  ['selfSustainmentDays', 'forceOffers.selfSustainedInDays'],
  ['rotationMonths', 'forceOffers.rotationInMonths'],
  ['handoverDays', 'forceOffers.handoverInDays'],
] as const

function ReadinessFields({ here: { offer, force } }: { here: OfferHere }) {
  const { t } = useWords()
  const choicesOf = useOfferChoices(force)
  const leads = force.offers.filter(
    ({ offerId, kind, status }) => offerId !== offer.offerId && isStrength(kind) && !isOver(status),
  )
  return (
    <>
      <div className="cols2">
        {numbers.map(([name, label]) => (
          <TextField
            key={name}
            name={name}
            label={t(label)}
            isOptional
            inputMode="numeric"
            defaultValue={offer[name]?.toString()}
          />
        ))}
      </div>
      <Select
        name="attachedToId"
        label={t('forceOffers.attachedTo')}
        hint={t('forceOffers.attachedToHint')}
        isOptional
        empty={t('forceOffers.attachedToNone')}
        defaultValue={offer.attachedToId ?? ''}
        choices={choicesOf(leads)}
      />
    </>
  )
}
