import { Link } from '@remix-run/react'
import { isConditional, standing } from '#app/features/force/board.ts'
import { figureOf, sum } from '#app/features/force/figures.ts'
import { isOver } from '#app/features/force/pipeline.ts'
import { isStrength } from '#app/features/force/terms.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** What the own delegation brings and prepares, as it is offered. Nobody else sees this sum. */
export function OwnFigures({ force }: { force: ForceInSight }) {
  const { t, format } = useWords()
  const { phases } = force.board
  const { offers } = standing({ ...force.released, offers: force.mine })
  const ours = offers.filter(({ kind, status }) => isStrength(kind) && !isOver(status))
  const totals = sum(
    ours.filter(({ isReleased }) => isReleased).flatMap(({ lines }) => lines.map(({ offered }) => offered)),
  )
  return (
    <table className="tbl d fb-own">
      <caption className="vh">{t('forces.ourFigures')}</caption>
      <thead>
        <tr>
          <td />
          {phases.map(({ phaseId, name }) => (
            <th key={phaseId} scope="col" className="num">
              <bdi>{name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ours.map((offer) => {
          const offered = sum(offer.lines.map((line) => line.offered))
          return (
            <tr key={offer.offerId}>
              <th scope="row">
                <Link to={`/forces/offers/${offer.offerId}`}>
                  <bdi>{offer.title}</bdi>
                </Link>
                {isConditional(offer) ? <span title={t('forcePictures.conditional')}> *</span> : null}{' '}
                {offer.isReleased ? null : <Tag>{t('forces.preparing')}</Tag>}
              </th>
              {phases.map(({ phaseId }) => (
                <td key={phaseId} className="num">
                  {format.number(figureOf(offered, phaseId))}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('forces.ourPledge')}</th>
          {phases.map(({ phaseId }) => (
            <td key={phaseId} className="num">
              <b>{format.number(figureOf(totals, phaseId))}</b>
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}
