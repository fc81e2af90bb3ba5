import { useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Offer, offerReaders } from '#app/features/force/contract.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { mayPrepareOffer } from '#app/features/force/policy.ts'
import { offerKinds } from '#app/features/force/terms.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Acting } from '#app/kernel/actor.ts'
import type { OutputOf } from '#app/kernel/contract.ts'
import { useLive } from '#app/live/use-live.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SegmentedLinks } from '#app/ui/segmented.tsx'
import { inTwo } from './offer-figures.ts'
import { OffersTable, type ReadersById } from './offers-table.tsx'

interface OffersPageProps {
  readonly force: ForceInSight
  readonly acting: Acting
  readonly readers: OutputOf<typeof offerReaders>
}

/** Our offers, then those of others in sight, state by state; what is over is folded under each. */
export function OffersPage({ force, acting, readers: first }: OffersPageProps) {
  const { t, format } = useWords()
  const { offers: released } = useLive<typeof offerReaders>('force.readers', {}, first)
  const readers = new Map(released.map((each) => [each.offerId, each]))
  const [search] = useSearchParams()
  const kind = offerKinds.find((each) => each === search.get('kind'))
  const ofKind = (offers: readonly Offer[]) => offers.filter((offer) => !kind || offer.kind === kind)
  const mine = ofKind(force.mine)
  const others = ofKind(force.offers).filter((offer) => !force.mine.includes(offer))
  const nameOf = (delegationId: string) => force.delegation(delegationId).name
  const inOrder = format.sorted(others, ({ delegationId }) => nameOf(delegationId))
  const isState = acting.side === 'state'
  const prepare = <PrepareButton acting={acting} />
  return (
    <ForcePage end={mine.length > 0 || kind ? prepare : null}>
      <div className="body stack-24">
        <KindFilter force={force} current={kind ?? null} />
        {isState ? (
          <section className="sec" aria-labelledby="ours">
            <h2 id="ours">{t('forceOffers.ours')}</h2>
            <OfferList
              {...{ force, offers: mine, readers, caption: t('forceOffers.ours') }}
              empty={
                <EmptyState action={kind ? null : prepare}>
                  {t(kind ? 'forceOffers.noneOfKind' : 'forceOffers.noneOurs')}
                </EmptyState>
              }
            />
          </section>
        ) : null}
        <section className="sec" aria-labelledby="others">
          <h2 id="others">{t(isState ? 'forceOffers.ofOthers' : 'forceOffers.released')}</h2>
          <OfferList
            {...{
              force,
              offers: inOrder,
              hasStates: true,
              ...(isState ? {} : { readers }),
              caption: t(isState ? 'forceOffers.ofOthers' : 'forceOffers.released'),
            }}
            empty={<EmptyState>{t(kind ? 'forceOffers.noneOfKind' : 'forceOffers.noneOthers')}</EmptyState>}
          />
        </section>
        {isState ? <Notice>{t('forceOffers.onlyInSight')}</Notice> : null}
      </div>
    </ForcePage>
  )
}

interface OfferListProps {
  readonly force: ForceInSight
  readonly offers: readonly Offer[]
  readonly caption: string
  readonly readers?: ReadersById
  readonly hasStates?: boolean
  readonly empty?: ReactNode
}

function OfferList({ offers, empty, ...table }: OfferListProps) {
  const { t } = useWords()
  const { going, over } = inTwo(offers)
  return (
    <>
      {going.length > 0 ? <OffersTable {...table} offers={going} /> : null}
      {offers.length === 0 ? empty : null}
      {over.length > 0 ? (
        <details className="fp-data">
          <summary>{t('forceOffers.over', { count: over.length })}</summary>
          <OffersTable {...table} caption={t('forceOffers.over', { count: over.length })} offers={over} />
        </details>
      ) : null}
    </>
  )
}

function PrepareButton({ acting }: Pick<OffersPageProps, 'acting'>) {
  const { t } = useWords()
  const decision = mayPrepareOffer(acting)
  return decision.ok ? (
    <LinkButton to="/forces/offers/new" kind="primary">
      {t('forceOffers.prepare')}
    </LinkButton>
  ) : (
    <Button decision={decision}>{t('forceOffers.prepare')}</Button>
  )
}

/** Only kinds of which there is something, as links that work without JavaScript and can be sent. */
function KindFilter({ force, current }: { force: ForceInSight; current: string | null }) {
  const { t } = useWords()
  const kinds = offerKinds.filter((kind) => kind === current || force.offers.some((offer) => offer.kind === kind))
  if (kinds.length < 2 && !current) return null
  const segments = [
    { to: '/forces/offers', label: t('forceOffers.allKinds'), isCurrent: current === null },
    ...kinds.map((kind) => ({
      to: `/forces/offers?kind=${kind}`,
      label: t(`forces.kind.${kind}`),
      isCurrent: kind === current,
    })),
  ]
  return <SegmentedLinks label={t('forceOffers.byKind')} segments={segments} />
}
