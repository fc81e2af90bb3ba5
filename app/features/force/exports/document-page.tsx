import { isConditional } from '#app/features/force/board.ts'
import type { caveatList } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { BarPatterns } from '#app/features/force/pictures/bar-patterns.tsx'
import { Legend } from '#app/features/force/pictures/legend.tsx'
import { PhaseBar } from '#app/features/force/pictures/strength-bar.tsx'
import { isOver } from '#app/features/force/pipeline.ts'
import { type ForceInSight, type LoadedForce, useForce } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { must } from '#app/kernel/must.ts'
import { PrintButton } from '#app/ui/print-button.tsx'
import { Table } from '#app/ui/table.tsx'
import { AsOf } from '../board/board-page.tsx'
import { ElementTable } from '../board/element-table.tsx'
import { CaveatTable } from '../limits/caveat-table.tsx'
import { limitsInSight } from '../limits/limits-in-sight.ts'
import { MoneyTable } from '../support/support-page.tsx'

interface DocumentPageProps extends LoadedForce {
  readonly limits: OutputOf<typeof caveatList>
}

/** The statement of requirements, the offers in sight and the balance as one document to print (EC-80). */
export function DocumentPage({ limits, ...loaded }: DocumentPageProps) {
  const { t } = useWords()
  const force = useForce(loaded)
  const { phases, statement } = force.board
  const money = force.released.offers.filter((offer) => offer.money !== null)
  // What is printed is handed on: nothing that the own delegation keeps to itself.
  const { shared } = limitsInSight(limits.caveats, force.offer)
  return (
    <ForcePage
      title={t('forces.documentTitle')}
      sub={<bdi>{statement?.title}</bdi>}
      visibility={{ kind: 'released', end: <AsOf force={force} /> }}
      end={<PrintButton />}
    >
      <BarPatterns />
      <div className="fb-heads">
        {phases.map(({ phaseId, name, targetDate }, place) => (
          <PhaseBar key={phaseId} name={name} targetDate={targetDate} strength={must(force.balances[place]).total} />
        ))}
        <Legend hasSigns />
      </div>
      <div className="body stack-16">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
        <section aria-labelledby="doc-balance" className="scroll-x" tabIndex={0}>
          <h2 id="doc-balance">{t('forces.docBalance')}</h2>
          <ElementTable force={force} />
          <p className="sm muted">{t('forces.signs')}</p>
        </section>
        <OfferTable force={force} />
        {money.length > 0 ? <MoneyTable force={force} offers={money} /> : null}
        {shared.length > 0 ? <CaveatTable force={force} caveats={shared} /> : null}
      </div>
    </ForcePage>
  )
}

function OfferTable({ force }: { force: ForceInSight }) {
  const { t } = useWords()
  const { phases } = force.board
  const offers = force.released.offers.filter(({ lines }) => lines.length > 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
    <section aria-labelledby="doc-offers" className="scroll-x" tabIndex={0}>
      <h2 id="doc-offers">{t('forces.offers')}</h2>
      <Table
        caption={t('forces.offers')}
        isCaptionHidden
        isDense
        head={
          <>
            <th scope="col">{t('forces.byOf.state')}</th>
            <th scope="col" className="x">
              {t('forces.element')}
            </th>
            <th scope="col">{t('forces.standing')}</th>
            {phases.map(({ phaseId, name }) => (
              <th key={phaseId} scope="col" className="num">
                {t('forces.acceptedIn', { phase: name })}
              </th>
            ))}
          </>
        }
      >
        {offers.flatMap((offer) =>
          offer.lines.map((line) => (
            <tr key={`${offer.offerId} ${line.elementId}`} className={isOver(offer.status) ? 'fb-over' : undefined}>
              <th scope="row">
                <bdi>{force.delegation(offer.delegationId).name}</bdi>
              </th>
              <td>
                <bdi>{force.element(line.elementId)?.name ?? t('forces.removedElement')}</bdi>
                {line.unit ? (
                  <div className="sm muted">
                    <bdi>{line.unit}</bdi>
                  </div>
                ) : null}
              </td>
              <td>
                {t(`forces.status.${offer.status}`)}
                {isConditional(offer) ? ` – ${t('forces.partOf.conditional')}` : null}
              </td>
              {phases.map(({ phaseId }) => (
                <td key={phaseId} className="num">
                  {t('forces.filledOf', {
                    filled: figureOf(line.accepted, phaseId),
                    required: figureOf(line.offered, phaseId),
                  })}
                </td>
              ))}
            </tr>
          )),
        )}
      </Table>
    </section>
  )
}
