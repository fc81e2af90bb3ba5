import { Check } from 'lucide-react'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { OfferHere } from './here.tsx'
import { OfferBand } from './offer-band.tsx'
import { OfferWarnings } from './offer-warnings.tsx'
import { offerPath } from './offer-words.tsx'
import type { ChoiceRefusal, ReleaseChoice } from './release-choice.ts'
import { ReleaseConfirm } from './release-confirm.tsx'
import { ReleaseLeaves } from './release-leaves.tsx'
import { ReleaseReaders } from './release-readers.tsx'

export type ReleaseStep = 1 | 2 | 3

export interface ReleaseProps {
  readonly here: OfferHere
  readonly step: ReleaseStep
  /** What was chosen in the second step. */
  readonly chosen: ReleaseChoice | null
  /** What of it is refused: the second step says it beside its field. */
  readonly refused: ChoiceRefusal | null
  /** Of the offer as it was looked at in the first step (FS-30). */
  readonly reviewed: string
  /** The address without its search. */
  readonly path: string
  /** The search of the second step, to come back to it. */
  readonly search: string
}

/** The way out of the delegation in three steps: what leaves, who will see it and what that changes, the confirmation. */
export function ReleasePage(props: ReleaseProps) {
  const { here, step, path } = props
  const { offer, force } = here
  const { t } = useWords()
  const back = offerPath(offer.offerId)
  const titles = [t('forceOffers.release.step1'), t('forceOffers.release.step2'), t('forceOffers.release.step3')]
  return (
    <ForcePage
      title={t('forceOffers.release.title')}
      crumbs={[
        { label: t('forceOffers.title'), to: '/forces/offers' },
        { label: <bdi>{offer.title}</bdi>, to: back },
        { label: t('forceOffers.release.title') },
      ]}
      sub={<bdi>{offer.title}</bdi>}
      printedAs={offer.isReleased ? undefined : 'delegation'}
    >
      <OfferBand here={here} />
      <ol className="steps" aria-label={t('forceOffers.release.steps')}>
        {titles.map((title, place) => (
          <li key={title} className={stateOf(place + 1, step)} aria-current={place + 1 === step ? 'step' : undefined}>
            <span className="n">{place + 1 < step ? <Icon of={Check} /> : place + 1}</span>
            {title}
          </li>
        ))}
      </ol>
      <div className="review">
        <div className="review-main stack-16">
          <h2 className="review-title">{t('positions.stepOf', { step, total: 3, title: titles[step - 1] ?? '' })}</h2>
          {step === 3 ? null : <OfferWarnings offer={offer} force={force} />}
          {step === 1 ? (
            <>
              <ReleaseLeaves {...props} />
              <div className="review-foot">
                <LinkButton to={back} size="large">
                  {t('common.back')}
                </LinkButton>
                <LinkButton to={`${path}?step=2&reviewed=${offer.reviewMark}`} kind="primary" size="large">
                  {t('forceOffers.release.toReaders')}
                </LinkButton>
              </div>
            </>
          ) : null}
          {step === 2 ? <ReleaseReaders {...props} /> : null}
          {step === 3 ? <ReleaseConfirm {...props} /> : null}
        </div>
      </div>
    </ForcePage>
  )
}

const stateOf = (place: number, step: ReleaseStep) => (place < step ? 'dn' : place === step ? 'on' : undefined)
