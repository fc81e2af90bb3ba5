import { Link } from '@remix-run/react'
import { Amount } from '#app/features/force/amount.tsx'
import { isConditional } from '#app/features/force/board.ts'
import type { Offer } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { byFund, type FundTotal } from '#app/features/force/money.ts'
import { amountIn } from '#app/features/force/money-words.ts'
import { BarPatterns } from '#app/features/force/pictures/bar-patterns.tsx'
import { Legend } from '#app/features/force/pictures/legend.tsx'
import { Bar } from '#app/features/force/pictures/strength-bar.tsx'
import { isOver } from '#app/features/force/pipeline.ts'
import { supportKinds } from '#app/features/force/terms.ts'
import { type ForceInSight, type LoadedForce, useForce } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { AsOf } from '../board/board-page.tsx'

/** What enters no strength: money by fund and currency, training, basing, overflight, host-nation support (FS-15, EC-82). */
export function SupportPage(loaded: LoadedForce) {
  const { t } = useWords()
  const force = useForce(loaded)
  const offers = force.released.offers
  const money = offers.filter((offer) => offer.money !== null)
  const kinds = supportKinds.filter((kind) => kind !== 'FUNDING')
  const hasOthers = offers.some(({ kind }) => kinds.some((each) => each === kind))
  return (
    <ForcePage visibility={{ kind: 'released', end: <AsOf force={force} /> }}>
      <BarPatterns />
      <div className="body stack-16">
        {money.length === 0 && !hasOthers ? <EmptyState>{t('forces.noSupport')}</EmptyState> : null}
        {money.length > 0 || force.board.funds.length > 0 ? <Funds force={force} /> : null}
        {money.length > 0 ? <MoneyTable force={force} offers={money} /> : null}
        {kinds.map((kind) => (
          <OtherTable key={kind} kind={kind} force={force} offers={offers.filter((offer) => offer.kind === kind)} />
        ))}
      </div>
    </ForcePage>
  )
}

const standingMoney = ({ released }: ForceInSight) =>
  released.offers.flatMap((offer) =>
    offer.money && !isOver(offer.status)
      ? [{ ...offer.money, status: offer.status, isConditional: isConditional(offer) }]
      : [],
  )

function Funds({ force }: { force: ForceInSight }) {
  const { t } = useWords()
  const totals = byFund(standingMoney(force), force.board.funds)
  return (
    <section aria-labelledby="funds" className="stack-16">
      <h2 id="funds" className="vh">
        {t('forces.funds')}
      </h2>
      {totals.map((total) => (
        <Fund
          key={`${total.fundId} ${total.currency}`}
          total={total}
          name={force.board.funds.find(({ fundId }) => fundId === total.fundId)?.name ?? null}
        />
      ))}
      <Legend />
      <p className="sm muted">{t('forces.noSumOfCurrencies')}</p>
    </section>
  )
}

function Fund({ total, name }: { total: FundTotal; name: string | null }) {
  const { t, format } = useWords()
  const said = (amount: string) => <Amount money={{ amount, currency }} />
  const { currency, counted, firm, conditional, indicated, target, gap } = total
  const pieces = [
    { kind: 'firm' as const, value: Number(firm) },
    { kind: 'conditional' as const, value: Number(conditional) },
    { kind: 'indicated' as const, value: Math.min(Number(indicated), Number(gap ?? indicated)) },
    ...(gap ? [{ kind: 'gap' as const, value: Math.max(0, Number(gap) - Number(indicated)) }] : []),
  ]
  return (
    <section className="fp-phase">
      <div className="fp-head">
        <h3>{name ? <bdi>{name}</bdi> : t('forces.outsideFunds')}</h3>
        <span className="fp-sum">
          <b className="fp-big">{said(counted)}</b>{' '}
          {target ? (
            <span className="muted nw">
              {t('forces.ofTarget', { target: amountIn(format, { amount: target, currency }) })}
            </span>
          ) : null}
        </span>
      </div>
      <Bar
        pieces={pieces.map(({ kind, value }) => ({ kind, persons: value }))}
        full={Math.max(Number(target ?? 0), Number(counted) + Number(indicated))}
        size="large"
      />
      <dl className="fp-kv">
        {(
          [
            ['firm', firm],
            ['conditional', conditional],
            ['indicated', indicated],
            ...(gap ? [['gap', gap] as const] : []),
          ] as const
        ).map(([kind, amount]) => (
          <div key={kind}>
            <dt>{t(`forcePictures.${kind}`)}</dt> <dd>{said(amount)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Contributions of money, each in its own currency. */
export function MoneyTable({ force, offers }: { force: ForceInSight; offers: readonly Offer[] }) {
  const { t } = useWords()
  return (
    <Table
      caption={t('forces.kind.FUNDING')}
      isStacked
      head={
        <>
          <th scope="col">{t('forces.byOf.state')}</th>
          <th scope="col">{t('forces.offer')}</th>
          <th scope="col" className="x">
            {t('forces.earmark')}
          </th>
          <th scope="col">{t('forces.standing')}</th>
          <th scope="col" className="num">
            {t('forcePictures.amount')}
          </th>
        </>
      }
    >
      {offers.map((offer) => (
        <tr key={offer.offerId} className={isOver(offer.status) ? 'fb-over' : undefined}>
          <th scope="row">
            <bdi>{force.delegation(offer.delegationId).name}</bdi>
          </th>
          <td data-label={t('forces.offer')}>
            <OfferLink offer={offer} />
          </td>
          <td data-label={t('forces.earmark')}>
            <bdi>{offer.money?.earmark}</bdi>
          </td>
          <td data-label={t('forces.standing')}>
            <Standing offer={offer} />
          </td>
          <td className="num" data-label={t('forcePictures.amount')}>
            {offer.money ? <Amount money={offer.money} /> : null}
          </td>
        </tr>
      ))}
    </Table>
  )
}

interface OtherTableProps {
  readonly kind: Offer['kind']
  readonly force: ForceInSight
  readonly offers: readonly Offer[]
}

function OtherTable({ kind, force, offers }: OtherTableProps) {
  const { t, format } = useWords()
  if (offers.length === 0) return null
  const { phases } = force.board
  return (
    <Table
      caption={t(`forces.kind.${kind}`)}
      isStacked
      head={
        <>
          <th scope="col">{t('forces.byOf.state')}</th>
          <th scope="col" className="x">
            {t('forces.offer')}
          </th>
          <th scope="col">{t('forces.standing')}</th>
          {phases.map(({ phaseId, name }) => (
            <th key={phaseId} scope="col" className="num">
              <bdi>{name}</bdi>
            </th>
          ))}
          <th scope="col">{t('forces.measure')}</th>
        </>
      }
    >
      {offers.map((offer) => (
        <tr key={offer.offerId} className={isOver(offer.status) ? 'fb-over' : undefined}>
          <th scope="row">
            <bdi>{force.delegation(offer.delegationId).name}</bdi>
          </th>
          <td data-label={t('forces.offer')}>
            <OfferLink offer={offer} />
          </td>
          <td data-label={t('forces.standing')}>
            <Standing offer={offer} />
          </td>
          {phases.map(({ phaseId, name }) => (
            <td key={phaseId} className="num" data-label={name}>
              {offer.measures ? format.number(figureOf(offer.measures, phaseId)) : '–'}
            </td>
          ))}
          <td data-label={t('forces.measure')}>
            <bdi>{offer.measureUnit}</bdi>
          </td>
        </tr>
      ))}
    </Table>
  )
}

const OfferLink = ({ offer }: { offer: Offer }) => (
  <Link to={`/forces/offers/${offer.offerId}`}>
    <bdi>{offer.title}</bdi>
  </Link>
)

function Standing({ offer }: { offer: Offer }) {
  const { t } = useWords()
  return (
    <>
      {t(`forces.status.${offer.status}`)}
      {isConditional(offer) ? <div className="sm muted">{t('forces.partOf.conditional')}</div> : null}
    </>
  )
}
