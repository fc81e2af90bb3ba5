import { useActing } from '#app/features/agenda/use-acting.tsx'
import type { Caveat, caveatList } from '#app/features/force/contract.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { caveatCategories } from '#app/features/force/terms.ts'
import { type ForceInSight, type LoadedForce, useForce } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { useLive } from '#app/live/use-live.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { VisibilityBand } from '#app/ui/visibility-label.tsx'
import { CaveatTable } from './caveat-table.tsx'
import { limitsInSight } from './limits-in-sight.ts'
import { caveatMatrix, type MatrixCell } from './matrix.ts'

interface LimitsPageProps extends LoadedForce {
  readonly limits: OutputOf<typeof caveatList>
}

/** Which national limits meet which elements, of those that were shown to this reader (FS-25, FS-26). */
export function LimitsPage({ limits, ...loaded }: LimitsPageProps) {
  const { t } = useWords()
  const force = useForce(loaded)
  const { caveats } = useLive<typeof caveatList>('force.caveats', {}, limits)
  const last = force.board.phases.at(-1)
  const { shared, own } = limitsInSight(caveats, force.offer)
  const delegationId = useActing()?.delegationId ?? ''
  return (
    <ForcePage visibility={{ kind: 'released', end: t('forces.limitsOfVisible') }}>
      <div className="body stack-16">
        {shared.length === 0 || !last ? (
          <EmptyState>{t('forces.noLimits')}</EmptyState>
        ) : (
          <>
            <p className="sm muted">{t('forces.limitsHint', { phase: last.name })}</p>
            <Matrix force={force} caveats={shared} at={last.phaseId} />
            <CaveatTable force={force} caveats={shared} />
          </>
        )}
        {own.length > 0 ? (
          <>
            <VisibilityBand kind="delegation" of={force.delegation(delegationId).name} />
            <CaveatTable force={force} caveats={own} title={t('forces.limitsOfOurs')} />
          </>
        ) : null}
      </div>
    </ForcePage>
  )
}

function Matrix({ force, caveats, at }: { force: ForceInSight; caveats: readonly Caveat[]; at: string }) {
  const { t, format } = useWords()
  const rows = caveatMatrix(force.released.elements, force.released.offers, caveats, at)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
    <section className="scroll-x" tabIndex={0} aria-labelledby="matrix">
      <h2 id="matrix">{t('forces.matrix')}</h2>
      <Table
        caption={t('forces.matrix')}
        isCaptionHidden
        isDense
        className="fb-matrix"
        head={
          <>
            <th scope="col">{t('forces.element')}</th>
            <th scope="col" className="num">
              {t('forcePictures.filled')}
            </th>
            {caveatCategories.map((category) => (
              <th key={category} scope="col">
                {t(`forces.category.${category}`)}
              </th>
            ))}
          </>
        }
      >
        {rows.map(({ element, filled, cells }) => (
          <tr key={element.elementId}>
            <th scope="row">
              <span className="muted">{format.number(element.serial)}</span> <bdi>{element.name}</bdi>
            </th>
            <td className="num">{format.number(filled)}</td>
            {caveatCategories.map((category) => (
              <td key={category}>
                <Cell cell={cells.get(category)} force={force} filled={filled} />
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  )
}

function Cell({ cell, force, filled }: { cell: MatrixCell | undefined; force: ForceInSight; filled: number }) {
  const { t } = useWords()
  if (!cell) return null
  return (
    <>
      {cell.prohibited > 0 ? (
        <b className="fb-bad">{t('forces.prohibitedFor', { persons: cell.prohibited, filled })}</b>
      ) : null}
      {cell.onAuthorisation > 0 ? (
        <div>{t('forces.authorisedFor', { persons: cell.onAuthorisation, filled })}</div>
      ) : null}
      <div className="sm muted">
        {cell.bindings.map(({ caveat, bindsHere }) => (
          <a key={caveat.caveatId} href={`#${caveat.caveatId}`} className="fb-part">
            <bdi dir="ltr">{force.delegation(caveat.delegationId).code}</bdi>
            {bindsHere ? null : <> ({t('forces.elsewhere')})</>}
          </a>
        ))}
      </div>
    </>
  )
}
