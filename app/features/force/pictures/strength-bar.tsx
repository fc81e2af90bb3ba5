import type { ReactNode } from 'react'
import type { Strength } from '#app/features/force/balance.ts'
import { useWords, type WordsOnPage } from '#app/i18n/words-provider.tsx'
import { paintOf } from './bar-patterns.tsx'
import { fullOf, type Piece, partMet, piecesOf, requirementAt, type Share, sharesOf } from './bar-shares.ts'

interface BarProps {
  readonly pieces: readonly Piece[]
  /** Persons at the full width. */
  readonly full: number
  /** Drawn as a mark across the bar, where something lies beyond it. */
  readonly requirement?: Strength
  /** The whole sentence; left out where the words stand beside the bar. */
  readonly label?: string
  readonly size: 'large' | 'middle' | 'row'
}

const heights = { large: 20, middle: 14, row: 12 }

/** In per cent of its width, so that it may be as wide as there is room and its patterns keep their shape. */
export function Bar({ pieces, full, requirement, label, size }: BarProps) {
  const { direction } = useWords()
  const frame = { width: 100, full, direction }
  const height = heights[size]
  const mark = requirement && `${requirementAt(requirement, frame)}%`
  return (
    <svg
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
      className="fp-bar"
      width={size === 'row' ? 136 : '100%'}
      height={height}
      focusable="false"
    >
      {emptyFirst(sharesOf(pieces, frame)).map(({ kind, x, width }) => (
        <rect
          key={kind}
          className={`fp-${kind}`}
          x={`${x}%`}
          width={`${width}%`}
          height={height}
          fill={paintOf(kind)}
        />
      ))}
      {mark ? <line className="fp-mark" x1={mark} x2={mark} y1="-3" y2={height + 3} /> : null}
    </svg>
  )
}

/** So that the edge of what is there is drawn over that of what is missing. */
const emptyFirst = (shares: readonly Share[]): Share[] =>
  [...shares].sort((a, b) => Number(b.kind === 'gap') - Number(a.kind === 'gap'))

/** What a bar shows, as a sentence: all its figures, also those that are 0. */
export function strengthInWords({ t }: Pick<WordsOnPage, 't'>, strength: Strength): string {
  const { filled, required, conditional, indicated, gap, surplus } = strength
  const figures = { filled, required, conditional, indicated, gap }
  return surplus > 0 ? t('forcePictures.barOver', { ...figures, surplus }) : t('forcePictures.bar', figures)
}

interface StrengthBarProps {
  readonly strength: Strength
  /** The scale of all bars beside it (`fullOf`); left out, the bar is as wide as its own figures. */
  readonly full?: number
  readonly size?: BarProps['size']
}

/** The bar of one element, or of a total. */
export function StrengthBar({ strength, full, size = 'row' }: StrengthBarProps) {
  const words = useWords()
  const isMarked = strength.surplus > 0 || strength.required === 0
  return (
    <Bar
      pieces={piecesOf(strength)}
      full={full ?? fullOf([strength])}
      requirement={isMarked ? strength : undefined}
      label={strengthInWords(words, strength)}
      size={size}
    />
  )
}

interface PhaseBarProps {
  /** The phase as it is called. */
  readonly name: ReactNode
  /** `2027-03-31` */
  readonly targetDate: string | null
  readonly strength: Strength
  readonly full?: number
}

/** A phase in one line and one bar: how many of how many, and what they consist of. */
export function PhaseBar({ name, targetDate, strength, full }: PhaseBarProps) {
  const { t, rich, format } = useWords()
  const met = partMet(strength)
  return (
    <section className="fp-phase">
      <div className="fp-head">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        {targetDate ? (
          <span className="muted">{t('forcePictures.byDate', { date: format.calendarDate(targetDate) })}</span>
        ) : null}
        <span className="fp-sum">
          <b className="fp-big">{format.number(strength.filled)}</b>{' '}
          <span className="muted">{rich('forcePictures.ofRequired', { required: strength.required })}</span>
          {met === null ? null : (
            <span className="muted"> · {t('forcePictures.met', { share: percent(format, met) })}</span>
          )}
        </span>
      </div>
      <StrengthBar strength={strength} full={full} size="large" />
      <Figures strength={strength} />
    </section>
  )
}

const percent = (format: WordsOnPage['format'], part: number): string =>
  format.number(part, { style: 'percent', maximumFractionDigits: 1 })

function Figures({ strength }: { strength: Strength }) {
  const { t, format } = useWords()
  const kinds = [
    'firm',
    'conditional',
    'indicated',
    'gap',
    ...(strength.surplus > 0 ? ['surplus' as const] : []),
  ] as const
  return (
    <dl className="fp-kv">
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{t(`forcePictures.${kind}`)}</dt> <dd>{format.number(strength[kind])}</dd>
        </div>
      ))}
    </dl>
  )
}
