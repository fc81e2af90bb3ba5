import type { ForceBoard, forceBoard, ReleasedTotals } from '#app/features/force/contract.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { BarPatterns } from '#app/features/force/pictures/bar-patterns.tsx'
import { Legend } from '#app/features/force/pictures/legend.tsx'
import { PhaseBar } from '#app/features/force/pictures/strength-bar.tsx'
import { capabilities } from '#app/features/force/terms.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useLive } from '#app/live/use-live.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'

/** What observers read: totals as they were released, and what is not released said so (FS-22). */
export function TotalsPage({ board }: { board: ForceBoard }) {
  const { t } = useWords()
  const { totals } = useLive<typeof forceBoard>('force.board', {}, board)
  return (
    <ForcePage
      visibility={{
        kind: 'published',
        end: totals ? (
          <>
            {t('forces.unit')} · {t(`forces.figures.${totals.content.figures}`)} · {t('forces.asOf')}{' '}
            <Timestamp at={totals.releasedAt} show="full" />
          </>
        ) : null,
      }}
    >
      {totals ? <Totals content={totals.content} /> : <NotReleased />}
    </ForcePage>
  )
}

const NotReleased = () => {
  const { t } = useWords()
  return (
    <div className="body">
      <EmptyState>{t('forces.totalsNotReleased')}</EmptyState>
    </div>
  )
}

function Totals({ content: { phases, rows } }: { content: ReleasedTotals }) {
  const { t, format } = useWords()
  return (
    <>
      <BarPatterns />
      <div className="fb-heads">
        {phases.map(({ name, targetDate, total }) => (
          <PhaseBar key={name} name={name} targetDate={targetDate} strength={total} />
        ))}
        <Legend />
      </div>
      <div className="body">
        <p className="sm muted">{t('forces.whatCounts')}</p>
        {rows.length > 0 ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
          <section className="scroll-x" tabIndex={0} aria-label={t('forces.releasedRows')}>
            <Table
              caption={t('forces.releasedRows')}
              isDense
              head={
                <>
                  <th scope="col" className="x">
                    {t(rows[0]?.isCapability ? 'forces.byOf.capability' : 'forces.byOf.element')}
                  </th>
                  {phases.map(({ name }) => (
                    <th key={name} scope="col" className="num">
                      {t('forces.filledOfIn', { phase: name })}
                    </th>
                  ))}
                  {phases.map(({ name }) => (
                    <th key={name} scope="col" className="num">
                      {t('forces.gapOf', { phase: name })}
                    </th>
                  ))}
                </>
              }
            >
              {rows.map(({ name, isCapability, strengths }) => (
                <tr key={name}>
                  <th scope="row">{isCapability ? <CapabilityName code={name} /> : <bdi>{name}</bdi>}</th>
                  {strengths.map(({ filled, required }, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: phases have an order and no other identity here
                    <td key={place} className="num">
                      {required === 0 && filled === 0 ? '–' : t('forces.filledOf', { filled, required })}
                    </td>
                  ))}
                  {strengths.map(({ gap }, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: phases have an order and no other identity here
                    <td key={place} className="num">
                      {format.number(gap)}
                    </td>
                  ))}
                </tr>
              ))}
            </Table>
          </section>
        ) : (
          <p>{t('forces.rowsNotReleased')}</p>
        )}
      </div>
    </>
  )
}

function CapabilityName({ code }: { code: string }) {
  const { t } = useWords()
  const capability = capabilities.find((each) => each === code)
  return capability ? t(`forces.capability.${capability}`) : code
}
