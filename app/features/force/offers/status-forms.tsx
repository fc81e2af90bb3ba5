import type { discardOffer, moveOffer } from '#app/features/force/contract.ts'
import { endings, type OfferStatus, steps } from '#app/features/force/pipeline.ts'
import { mayDiscardOffer, mayMoveOffer } from '#app/features/force/policy.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { EditFold } from './edit-fold.tsx'
import type { OfferHere } from './here.tsx'
import { risingGaps, withdrawalEffect } from './release-effect.ts'
import { BasisFields, StatusFields } from './status-fields.tsx'

/** Forward, back, or over by another end than withdrawal, which has a button of its own. */
export function MoveFold({ here }: { here: OfferHere }) {
  const { t } = useWords()
  const { offer, acting, circle } = here
  const { offerId, status } = offer
  const places = [...steps, ...endings].filter((each) => each !== status && each !== 'WITHDRAWN')
  const next = nextOf(status)
  return (
    <EditFold
      label={t('forceOffers.move')}
      decision={mayMoveOffer(acting, circle)}
      intent="force.moveOffer"
      fixed={{ offerId }}
    >
      {(close) => (
        <MutationForm<typeof moveOffer> intent="force.moveOffer" fixed={{ offerId }} className="form" onDone={close}>
          <StatusFields name="to" statuses={places} first={next} />
          <TextField name="note" label={t('forceOffers.history.note')} isOptional maxLength={300} />
          <Submit size="normal">{t('forceOffers.record')}</Submit>
        </MutationForm>
      )}
    </EditFold>
  )
}

const onward: readonly OfferStatus[] = [...steps, 'ENDED']
const nextOf = (status: OfferStatus): OfferStatus => onward[onward.indexOf(status) + 1] ?? 'ENDED'

/** The consequence first: which gaps rise for those who see it. */
export function WithdrawButton({ here }: { here: OfferHere }) {
  const { t } = useWords()
  const { offer, acting, circle } = here
  const { offerId } = offer
  return (
    <Confirm
      ask={t('forceOffers.withdraw')}
      title={t('forceOffers.withdrawTitle')}
      decision={mayMoveOffer(acting, circle)}
      reasonPlace="tip"
      kind="danger"
    >
      {(close) => (
        <MutationForm<typeof moveOffer>
          intent="force.moveOffer"
          fixed={{ offerId, to: 'WITHDRAWN' }}
          className="form"
          onDone={close}
        >
          <Consequence here={here} />
          <BasisFields status="WITHDRAWN" kind="NOTICE" />
          <TextField name="note" label={t('forceOffers.history.note')} isOptional maxLength={300} />
          <Submit kind="danger">{t('forceOffers.withdrawNow')}</Submit>
        </MutationForm>
      )}
    </Confirm>
  )
}

function Consequence({ here: { offer, force } }: { here: OfferHere }) {
  const { t } = useWords()
  const { phases } = force.board
  const gaps = risingGaps(withdrawalEffect(force.released, offer.offerId))
  const phaseName = (phaseId: string) => phases.find((phase) => phase.phaseId === phaseId)?.name ?? ''
  return (
    <div className="stack-8">
      {gaps.length === 0 ? <p>{t('forceOffers.noGapRises')}</p> : null}
      <ul className="stack-4">
        {gaps.map(({ phaseId, elementId, from, to }) => (
          <li key={`${phaseId} ${elementId}`}>
            <b>
              {t('forceOffers.gapRises', {
                element: force.element(elementId)?.name ?? '',
                phase: phaseName(phaseId),
                from,
                to,
              })}
            </b>
          </li>
        ))}
      </ul>
      {offer.dependants.length > 0 ? <p>{t('forceOffers.dependants', { count: offer.dependants.length })}</p> : null}
      <p>{t('forceOffers.withdrawHint')}</p>
    </div>
  )
}

export function DiscardButton({ here }: { here: OfferHere }) {
  const { t } = useWords()
  const { offer, acting, circle } = here
  return (
    <Confirm
      ask={t('forceOffers.discard')}
      title={t('forceOffers.discardTitle')}
      decision={mayDiscardOffer(acting, circle)}
      reasonPlace="tip"
    >
      {() => (
        <MutationForm<typeof discardOffer>
          intent="force.discardOffer"
          fixed={{ offerId: offer.offerId }}
          className="form"
        >
          <p>{t('forceOffers.discardHint')}</p>
          <Submit kind="danger">{t('forceOffers.discardNow')}</Submit>
        </MutationForm>
      )}
    </Confirm>
  )
}
