import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { isOver } from '#app/features/force/pipeline.ts'
import { mayChangeOffer, mayReleaseOffer } from '#app/features/force/policy.ts'
import { isStrength } from '#app/features/force/terms.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useReason } from '#app/ui/reason.ts'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { CaveatsSection } from './caveats-section.tsx'
import { ConditionsSection } from './conditions-section.tsx'
import type { OfferHere } from './here.tsx'
import { HistorySection } from './history-section.tsx'
import { LinesSection } from './lines-section.tsx'
import type { LinkTo } from './link-forms.tsx'
import { OfferBand, useAudienceWords } from './offer-band.tsx'
import { OfferWarnings } from './offer-warnings.tsx'
import { Basis, offerPath, StatusTags } from './offer-words.tsx'
import { DiscardButton, MoveFold, WithdrawButton } from './status-forms.tsx'
import { TermsSection } from './terms-section.tsx'
import { SavedOver } from './two-editors.tsx'

interface OfferPageProps {
  readonly here: OfferHere
  readonly linkTo: LinkTo
  /** Right after its release. */
  readonly hasReceipt: boolean
}

/** Everything about one offer that its reader may see, and what they may do with it, each in its place. */
export function OfferPage({ here, linkTo, hasReceipt }: OfferPageProps) {
  const { t } = useWords()
  const { offer, force } = here
  return (
    <ForcePage
      title={isOver(offer.status) ? <s>{offer.title}</s> : <bdi>{offer.title}</bdi>}
      crumbs={[{ label: t('forceOffers.title'), to: '/forces/offers' }, { label: <bdi>{offer.title}</bdi> }]}
      sub={
        <>
          <bdi>{force.delegation(offer.delegationId).name}</bdi> · {t(`forces.kind.${offer.kind}`)}
        </>
      }
      end={<MainActs here={here} />}
      printedAs={offer.isReleased ? undefined : 'delegation'}
    >
      <OfferBand here={here} />
      <div className="body stack-16">
        {hasReceipt && offer.release ? <Receipt here={here} /> : null}
        <SavedOver />
        <WhyNot here={here} />
        <div className="cols">
          <div>
            <StatusSection here={here} />
            {isStrength(offer.kind) ? <LinesSection here={here} /> : null}
            <TermsSection here={here} />
            <ConditionsSection here={here} linkTo={linkTo} />
            <CaveatsSection here={here} />
          </div>
          <div className="stack-24">
            <OfferWarnings offer={offer} force={force} />
            <Dependants here={here} />
            <HistorySection steps={offer.steps} force={force} />
          </div>
        </div>
      </div>
    </ForcePage>
  )
}

function MainActs({ here }: { here: OfferHere }): ReactNode {
  const { t } = useWords()
  const { offer, acting, circle } = here
  if (!offer.hasOwnAccess || isOver(offer.status)) return null
  const decision = mayReleaseOffer(acting, circle)
  const label = t(offer.isReleased ? 'forceOffers.release.again' : 'forceOffers.release.review')
  return (
    <>
      {offer.isReleased ? <WithdrawButton here={here} /> : <DiscardButton here={here} />}
      {decision.ok ? (
        <LinkButton to={`${offerPath(offer.offerId)}/release`} kind={offer.isReleased ? 'outlined' : 'primary'}>
          {label}
        </LinkButton>
      ) : (
        <Button decision={decision} reasonPlace="tip">
          {label}
        </Button>
      )}
    </>
  )
}

/** Said once for the whole page, where one's own offer cannot be changed. */
function WhyNot({ here: { offer, acting, circle } }: { here: OfferHere }) {
  const { t } = useWords()
  const reason = useReason({ decision: mayChangeOffer(acting, circle) })
  if (!offer.hasOwnAccess) return null
  if (isOver(offer.status)) return <Notice>{t('forceOffers.isOver')}</Notice>
  return reason ? <Notice kind="info">{reason}</Notice> : null
}

function StatusSection({ here }: { here: OfferHere }) {
  const { t } = useWords()
  const { offer, acting } = here
  const mayTry = offer.isReleased && (offer.hasOwnAccess || acting.side === 'secretariat') && !isOver(offer.status)
  return (
    <section className="sec stack-8" aria-labelledby="status">
      <h2 id="status">{t('forceOffers.status')}</h2>
      {offer.isReleased ? (
        <div className="row wrap">
          <StatusTags offer={offer} />
          {offer.basisKind ? (
            <span className="muted">
              <Basis kind={offer.basisKind} reference={offer.basisReference} />
            </span>
          ) : null}
          {offer.overSince ? (
            <span className="muted">
              <Timestamp at={offer.overSince} show="date" />
            </span>
          ) : null}
        </div>
      ) : (
        <p>{t('forceOffers.beingPrepared')}</p>
      )}
      {mayTry ? <MoveFold here={here} /> : null}
    </section>
  )
}

function Dependants({ here: { offer, force } }: { here: OfferHere }) {
  const { t } = useWords()
  if (offer.dependants.length === 0) return null
  return (
    <section className="sec stack-8" aria-labelledby="dependants">
      <h2 id="dependants">{t('forceOffers.dependants', { count: offer.dependants.length })}</h2>
      <ul className="plain">
        {offer.dependants.map(({ offerId, delegationId, title }) => (
          <li key={offerId}>
            <Link to={offerPath(offerId)}>
              <bdi>{`${force.delegation(delegationId).name}: ${title}`}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Receipt({ here: { offer, force } }: { here: OfferHere }) {
  const { t } = useWords()
  const toWhom = useAudienceWords(force)
  const last = offer.steps.findLast(({ kind }) => kind === 'RELEASED')
  if (!offer.release) return null
  return (
    <Notice kind="ok" role="status" title={t('forceOffers.release.receipt')}>
      <dl className="dl">
        <dt>{t('forceOffers.release.at')}</dt>
        <dd>
          <Timestamp at={last?.at ?? offer.release.releasedAt} show="full" />
        </dd>
        <dt>{t('forceOffers.toWhom')}</dt>
        <dd>{toWhom(offer.release)}</dd>
        <dt>{t('forceOffers.status')}</dt>
        <dd>{t(`forces.status.${offer.status}`)}</dd>
      </dl>
    </Notice>
  )
}
