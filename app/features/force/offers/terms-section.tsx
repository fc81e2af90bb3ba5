import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { OfferView } from '#app/features/force/contract.ts'
import { isOver } from '#app/features/force/pipeline.ts'
import { mayChangeOffer } from '#app/features/force/policy.ts'
import { isStrength } from '#app/features/force/terms.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { EditFold } from './edit-fold.tsx'
import type { OfferHere } from './here.tsx'
import { OtherMeasure, offerPath } from './offer-words.tsx'
import { TermsForm } from './terms-form.tsx'

/** What is said about the whole offer, and its form. */
export function TermsSection({ here }: { here: OfferHere }) {
  const { t } = useWords()
  const { offer, force, acting, circle } = here
  return (
    <section className="sec stack-8" aria-labelledby="terms">
      <h2 id="terms">{t(isStrength(offer.kind) ? 'forceOffers.terms' : 'forceOffers.lines')}</h2>
      <Terms offer={offer} force={force} />
      {offer.hasOwnAccess && !isOver(offer.status) ? (
        <EditFold
          label={t('forceOffers.changeTerms')}
          decision={mayChangeOffer(acting, circle)}
          intent="force.changeOffer"
        >
          {(close) => <TermsForm here={here} onDone={close} />}
        </EditFold>
      ) : null}
    </section>
  )
}

/** Readiness, how it is paid for, money or measures, and the note; what was not said is left out. */
export function Terms({ offer, force }: { offer: OfferView; force: ForceInSight }) {
  const { t, format } = useWords()
  const lead = offer.attachedToId ? force.offer(offer.attachedToId) : undefined
  const days = (count: number | null) => (count === null ? null : t('forceOffers.days', { count }))
  const { money, measures, financeMode, availableFrom, rotationMonths } = offer
  if (!saysAnything(offer)) return <p className="muted">{t('forceOffers.noTerms')}</p>
  return (
    <dl className="dl">
      <Fact label={t('forceOffers.brings')}>
        {money || measures ? <OtherMeasure offer={offer} force={force} /> : null}
      </Fact>
      <Fact label={t('forceOffers.earmark')}>{money?.earmark}</Fact>
      <Fact label={t('forceOffers.finance')}>{financeMode && t(`forces.finance.${financeMode}`)}</Fact>
      <Fact label={t('forceOffers.availableFrom')}>{availableFrom && format.calendarDate(availableFrom)}</Fact>
      <Fact label={t('forceOffers.notice')}>{days(offer.noticeDays)}</Fact>
      <Fact label={t('forceOffers.selfSustained')}>{days(offer.selfSustainmentDays)}</Fact>
      <Fact label={t('forceOffers.rotation')}>
        {rotationMonths === null ? null : t('forceOffers.months', { count: rotationMonths })}
      </Fact>
      <Fact label={t('forceOffers.handover')}>{days(offer.handoverDays)}</Fact>
      <Fact label={t('forceOffers.attachedTo')}>
        {lead ? (
          <Link to={offerPath(lead.offerId)}>
            <bdi>{`${force.delegation(lead.delegationId).name}: ${lead.title}`}</bdi>
          </Link>
        ) : null}
      </Fact>
      <Fact label={t('forceOffers.note')}>{offer.note}</Fact>
    </dl>
  )
}

export const saysAnything = (offer: OfferView): boolean =>
  [
    offer.money,
    offer.measures,
    offer.financeMode,
    offer.availableFrom,
    offer.noticeDays,
    offer.selfSustainmentDays,
    offer.rotationMonths,
    offer.handoverDays,
    offer.attachedToId,
    offer.note,
  ].some((said) => said !== null)

const Fact = ({ label, children }: { label: string; children: ReactNode }) =>
  children ? (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  ) : null
