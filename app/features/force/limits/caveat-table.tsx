import { Link } from '@remix-run/react'
import { useId } from 'react'
import type { Caveat } from '#app/features/force/contract.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'

interface CaveatTableProps {
  readonly force: ForceInSight
  readonly caveats: readonly Caveat[]
  readonly title?: string
}

/** National limits one by one, as they were declared. */
export function CaveatTable({ force, caveats, title }: CaveatTableProps) {
  const { t } = useWords()
  const headingId = useId()
  const heading = title ?? t('forces.limits')
  return (
    <section className="sec" aria-labelledby={headingId}>
      <h2 id={headingId}>{heading}</h2>
      <Table
        caption={heading}
        isCaptionHidden
        isStacked
        head={
          <>
            <th scope="col">{t('forces.byOf.state')}</th>
            <th scope="col">{t('forces.limitOf')}</th>
            <th scope="col" className="x">
              {t('forces.limit')}
            </th>
            <th scope="col">{t('forces.where')}</th>
            <th scope="col">{t('forces.since')}</th>
          </>
        }
      >
        {caveats.map((caveat) => (
          <CaveatRow key={caveat.caveatId} caveat={caveat} force={force} />
        ))}
      </Table>
    </section>
  )
}

function CaveatRow({ caveat, force }: { caveat: Caveat; force: ForceInSight }) {
  const { t, format } = useWords()
  const { caveatId, offerId, delegationId, category, effect, text, sectors, startsOn, endsOn, status, isLate } = caveat
  const isLifted = status === 'LIFTED'
  return (
    <tr id={caveatId}>
      <th scope="row">
        <bdi>{force.delegation(delegationId).name}</bdi>
        <div className="sm">
          <Link to={`/forces/offers/${offerId}`}>
            <bdi>{force.offer(offerId)?.title}</bdi>
          </Link>
        </div>
      </th>
      <td data-label={t('forces.limitOf')}>
        {t(`forces.category.${category}`)}
        <div className="sm">
          <Tag kind={effect === 'PROHIBITION' ? 'danger' : undefined}>{t(`forces.effect.${effect}`)}</Tag>
        </div>
      </td>
      <td data-label={t('forces.limit')}>
        {isLifted ? (
          <s>
            <bdi>{text}</bdi>
          </s>
        ) : (
          <bdi>{text}</bdi>
        )}
        {status === 'DECLARED' ? null : <div className="sm muted">{t(`forces.caveatState.${status}`)}</div>}
        {isLate ? <div className="sm">{t('forces.lateLimit')}</div> : null}
      </td>
      <td data-label={t('forces.where')}>
        {sectors.length > 0 ? <bdi>{format.list(sectors)}</bdi> : t('forces.everywhere')}
        {startsOn || endsOn ? (
          <div className="sm muted">
            {startsOn ? format.calendarDate(startsOn) : '…'} – {endsOn ? format.calendarDate(endsOn) : '…'}
          </div>
        ) : null}
      </td>
      <td data-label={t('forces.since')}>
        <Timestamp at={caveat.declaredAt} show="day" />
      </td>
    </tr>
  )
}
