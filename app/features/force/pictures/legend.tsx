import { useWords } from '#app/i18n/words-provider.tsx'
import { paintOf } from './bar-patterns.tsx'
import type { ShareKind } from './bar-shares.ts'

const usual: readonly ShareKind[] = ['firm', 'conditional', 'indicated', 'gap']

/** The signs that stand for the same in a list of offers, where no bar is drawn. */
const signs: Partial<Record<ShareKind, string>> = { conditional: '*', indicated: '°' }

interface LegendProps {
  readonly kinds?: readonly ShareKind[]
  /** Beside a table whose figures carry the signs. */
  readonly hasSigns?: boolean
}

/** How the bars read. */
export function Legend({ kinds = usual, hasSigns }: LegendProps) {
  const { t } = useWords()
  return (
    <ul className="fp-legend" aria-label={t('forcePictures.legend')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <svg className="fp-key" width="20" height="12" aria-hidden="true" focusable="false">
            <rect className={`fp-${kind}`} width="20" height="12" fill={paintOf(kind)} />
          </svg>
          {t(`forcePictures.${kind}`)}
          {hasSigns && signs[kind] ? <bdi>{signs[kind]}</bdi> : null}
        </li>
      ))}
    </ul>
  )
}
