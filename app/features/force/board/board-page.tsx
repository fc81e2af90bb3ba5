import { Link, useSearchParams } from '@remix-run/react'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { BarPatterns } from '#app/features/force/pictures/bar-patterns.tsx'
import { Legend } from '#app/features/force/pictures/legend.tsx'
import { PhaseBar } from '#app/features/force/pictures/strength-bar.tsx'
import { type ForceInSight, type LoadedForce, useForce } from '#app/features/force/use-force.tsx'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { must } from '#app/kernel/must.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Menu } from '#app/ui/menu.tsx'
import { SegmentedLinks, type SegmentLink } from '#app/ui/segmented.tsx'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { VisibilityBand } from '#app/ui/visibility-label.tsx'
import { ElementTable } from './element-table.tsx'
import { GroupTable } from './group-table.tsx'
import { LargestGaps } from './largest-gaps.tsx'
import { OwnFigures } from './own-figures.tsx'
import { elementRows } from './rows.ts'
import { Scenario } from './scenario.tsx'

const groupings = ['element', 'capability', 'sector', 'state'] as const
type Grouping = (typeof groupings)[number]

/** What is required, who brings what, and what is missing, of what this reader may see. */
export function BoardPage(loaded: LoadedForce) {
  const { t } = useWords()
  const force = useForce(loaded)
  const side = useActing()?.side
  const [search] = useSearchParams()
  const by = groupings.find((each) => each === search.get('by')) ?? 'element'
  const { statement, phases } = force.board
  if (!statement || phases.length === 0)
    return (
      <ForcePage visibility={{ kind: 'released' }}>
        <div className="body">
          <EmptyState
            action={
              side === 'secretariat' ? (
                <LinkButton to="/forces/requirement">{t('forces.beginStatement')}</LinkButton>
              ) : null
            }
          >
            {t('forces.noStatement')}
          </EmptyState>
        </div>
      </ForcePage>
    )
  return (
    <ForcePage
      sub={<bdi>{statement.title}</bdi>}
      visibility={{
        kind: 'released',
        end: <AsOf force={force} />,
      }}
      end={
        <>
          <SegmentedLinks
            label={t('forces.by')}
            segments={groupings.map((each) => segmentOf(each, by, t(`forces.byOf.${each}`)))}
          />
          <ExportMenu />
        </>
      }
    >
      <BarPatterns />
      <div className="fb-heads">
        {phases.map(({ phaseId, name, targetDate }, place) => (
          <PhaseBar key={phaseId} name={name} targetDate={targetDate} strength={must(force.balances[place]).total} />
        ))}
        <Legend hasSigns />
      </div>
      {statement.hasChanged ? (
        <p className="sm muted fb-signs">
          {t('forces.requirementChanged', { number: statement.issued })}{' '}
          <Link to="/forces/requirement">{t('forces.requirement')}</Link>
        </p>
      ) : null}
      <div className="fb-cols">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
        <section className="fb-table" tabIndex={0} aria-label={t('forces.board')}>
          {by === 'element' ? <ElementTable force={force} /> : <GroupTable force={force} by={by} />}
          <p className="sm muted fb-signs">{t('forces.signs')}</p>
        </section>
        <Aside force={force} />
      </div>
    </ForcePage>
  )
}

const segmentOf = (each: Grouping, by: Grouping, label: string): SegmentLink => ({
  to: each === 'element' ? '/forces' : `/forces?by=${each}`,
  label,
  isCurrent: each === by,
})

/** What the figures are, of what, and since when they are so. */
export function AsOf({ force }: { force: ForceInSight }) {
  const { t } = useWords()
  return (
    <>
      {t('forces.unit')} · {t(`forces.figures.${force.board.statement?.figures ?? 'CUMULATIVE_AT_MILESTONE'}`)} ·{' '}
      {t('forces.ofVisible')} · {t('forces.lastChange')} <Timestamp at={force.asOf} show="full" />
    </>
  )
}

function ExportMenu() {
  const { t } = useWords()
  return (
    <Menu summary={t('forces.export')}>
      <a href="/forces/requirement/table/present" download>
        {t('forces.exports.requirement')}
      </a>
      {(['offers', 'balance'] as const).map((what) => (
        <a key={what} href={`/forces/export/${what}`} download>
          {t(`forces.exports.${what}`)}
        </a>
      ))}
      <a href="/forces/document">{t('forces.exports.document')}</a>
    </Menu>
  )
}

function Aside({ force }: { force: ForceInSight }) {
  const { t, locale } = useWords()
  const own = useShellView()?.acting?.delegation
  const last = force.board.phases.length - 1
  const rows = elementRows(force.released, force.balances, must(force.board.phases[last]).phaseId)
  return (
    <aside className="fb-aside" aria-label={t('forces.aside')}>
      <LargestGaps rows={rows} phases={force.board.phases} />
      {own && force.mine.length > 0 ? (
        <section aria-labelledby="own-figures">
          <VisibilityBand kind="delegation" of={nameIn(own.names, locale)} />
          <OwnFigures force={force} />
        </section>
      ) : null}
      <Scenario force={force} />
    </aside>
  )
}
