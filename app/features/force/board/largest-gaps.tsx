import { Link } from '@remix-run/react'
import type { Phase } from '#app/features/force/contract.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { must } from '#app/kernel/must.ts'
import { Tag } from '#app/ui/tag.tsx'
import { type ElementRow, gapRows } from './rows.ts'

const shown = 8

/** What is missing in the last phase: the critical first, then the larger, with how much of each is open. */
export function LargestGaps({ rows, phases }: { rows: readonly ElementRow[]; phases: readonly Phase[] }) {
  const { t } = useWords()
  const last = phases.length - 1
  const gaps = gapRows(rows, last)
  if (gaps.length === 0) return <p>{t('forcePictures.noGaps')}</p>
  const items = gaps.map((row) => <Gap key={row.element.elementId} row={row} phases={phases} />)
  return (
    <section aria-labelledby="largest-gaps">
      <h2 id="largest-gaps">{t('forces.largestGaps', { phase: must(phases[last]).name })}</h2>
      <ul className="fb-gaps">{items.slice(0, shown)}</ul>
      {items.length > shown ? (
        <details>
          <summary>{t('forces.allGaps', { count: items.length })}</summary>
          <ul className="fb-gaps">{items.slice(shown)}</ul>
        </details>
      ) : null}
    </section>
  )
}

function Gap({ row: { element, strengths }, phases }: { row: ElementRow; phases: readonly Phase[] }) {
  const { t, format } = useWords()
  const strength = must(strengths.at(-1))
  const first = strengths[0]
  const open =
    strength.filled === 0
      ? t('forces.noneCounted')
      : t('forces.open', {
          share: format.number(strength.gap / strength.required, { style: 'percent', maximumFractionDigits: 0 }),
        })
  return (
    <li>
      <span>
        <Link to={`/forces?element=${element.elementId}`} preventScrollReset>
          <bdi>{element.name}</bdi>
        </Link>{' '}
        {element.isCritical ? <Tag kind="danger">{t('forcePictures.critical')}</Tag> : null}
      </span>
      <b className="num">{format.number(strength.gap)}</b>
      <span className="muted sm">
        {open}
        {first && phases.length > 1 ? (
          <>
            {' · '}
            {t('forces.gapIn', { phase: must(phases[0]).name, gap: first.gap })}
          </>
        ) : null}
      </span>
    </li>
  )
}
