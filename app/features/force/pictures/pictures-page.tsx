import { balanceOf, isConditional } from '#app/features/force/board.ts'
import { sum } from '#app/features/force/figures.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { isCounted, isOver } from '#app/features/force/pipeline.ts'
import { capabilities, strengthKinds, supportKinds } from '#app/features/force/terms.ts'
import { type ForceInSight, type LoadedForce, useForce } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { must } from '#app/kernel/must.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { AsOf } from '../board/board-page.tsx'
import { BarPatterns } from './bar-patterns.tsx'
import { GapsPicture } from './gaps-picture.tsx'
import { KindsPicture } from './kinds-picture.tsx'
import { Legend } from './legend.tsx'
import { PhaseBar } from './strength-bar.tsx'
import { supportSums } from './support-sums.ts'
import { Timeline } from './timeline.tsx'

/** The balance as pictures, each with its table beside it (FS-20). */
export function PicturesPage(loaded: LoadedForce) {
  const { t } = useWords()
  const force = useForce(loaded)
  const { phases } = force.board
  return (
    <ForcePage visibility={{ kind: 'released', end: <AsOf force={force} /> }} end={<PrintButton />}>
      <BarPatterns />
      {phases.length === 0 ? (
        <div className="body">
          <EmptyState>{t('forces.noStatement')}</EmptyState>
        </div>
      ) : (
        <>
          <div className="fb-heads">
            {phases.map(({ phaseId, name, targetDate }, place) => (
              <PhaseBar
                key={phaseId}
                name={name}
                targetDate={targetDate}
                strength={must(force.balances[place]).total}
              />
            ))}
            <Legend />
          </div>
          <div className="body fb-pictures">
            <Timeline offers={readyOffers(force)} phases={phases} />
            <Gaps force={force} />
            <Kinds force={force} />
          </div>
        </>
      )}
    </ForcePage>
  )
}

const readyOffers = ({ released }: ForceInSight) =>
  released.offers
    .filter(({ kind, status }) => strengthKinds.some((each) => each === kind) && isCounted(status))
    .map((offer) => ({
      availableFrom: offer.availableFrom,
      isConditional: isConditional(offer),
      accepted: sum(offer.lines.map(({ accepted }) => accepted)),
    }))

function Gaps({ force }: { force: ForceInSight }) {
  const { t } = useWords()
  const balance = must(force.balances.at(-1))
  const rows = capabilities.flatMap((capability) => {
    const strength = balance.capabilities.get(capability)
    const isCritical = force.board.elements.some((element) => element.capability === capability && element.isCritical)
    return strength ? [{ key: capability, name: t(`forces.capability.${capability}`), strength, isCritical }] : []
  })
  return <GapsPicture capabilities={rows} />
}

function Kinds({ force }: { force: ForceInSight }) {
  const { t } = useWords()
  const standing = force.released.offers.filter(({ status }) => !isOver(status))
  const persons = strengthKinds.flatMap((kind) => {
    const offers = standing.filter((offer) => offer.kind === kind)
    const { total } = must(balanceOf({ ...force.released, offers }).at(-1))
    return offers.length > 0 ? [{ key: kind, name: t(`forces.kind.${kind}`), contribution: total }] : []
  })
  const last = must(force.board.phases.at(-1)).phaseId
  const support = supportKinds.flatMap((kind) => {
    const offers = standing.filter((offer) => offer.kind === kind)
    const sums = supportSums(offers, last)
    const unit = kind === 'TRAINING' ? t('forcePictures.traineesPerCycle') : t('forcePictures.unitUnnamed')
    return sums.counted.offers + sums.indicated.offers > 0
      ? [{ key: kind, name: t(`forces.kind.${kind}`), ...sums, unit }]
      : []
  })
  return <KindsPicture persons={persons} support={support} />
}
