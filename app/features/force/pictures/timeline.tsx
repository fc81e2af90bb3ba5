import { useWords } from '#app/i18n/words-provider.tsx'
import { paintOf } from './bar-patterns.tsx'
import { Picture } from './picture.tsx'
import { type Readiness, type ReadyOffer, readiness, type TimelinePhase } from './timeline.ts'
import { type Mark, type Point, timelineShape } from './timeline-shape.ts'
import { TimelineTable } from './timeline-table.tsx'

/** Pixels: room for the words over the drawing, the drawing, and two rows of dates under it. */
const above = 24
const height = 200
const below = 44

interface TimelineProps {
  /** Those that are counted; see `readiness` for how they are dated. */
  readonly offers: readonly ReadyOffer[]
  /** First to last. */
  readonly phases: readonly TimelinePhase[]
}

/** Who is available by when, against the ceilings of the phases. */
export function Timeline({ offers, phases }: TimelineProps) {
  const { t, format } = useWords()
  if (phases.length === 0) return null
  const of = readiness(offers, phases)
  const says = of.milestones.map(({ name, targetDate, ceiling, firm, conditional }) =>
    t('forcePictures.timelineAt', {
      phase: name,
      date: format.calendarDate(targetDate),
      ceiling,
      available: firm + conditional,
      conditional,
    }),
  )
  return (
    <Picture
      caption={t('forcePictures.timeline')}
      says={says.join(' ')}
      legend={<LinesLegend />}
      note={`${t('forcePictures.persons')}. ${t('forcePictures.dating')}`}
      table={<TimelineTable readiness={of} />}
    >
      <Drawing readiness={of} />
    </Picture>
  )
}

/** Across in per cent and down in pixels, so that the words keep their size at every width. */
function Drawing({ readiness: of }: { readiness: Readiness }) {
  const { direction, format } = useWords()
  const { lines, blocks, marks, ticks } = timelineShape(of, { width: 100, height, direction })
  const start = direction === 'rtl' ? '100%' : '0%'
  return (
    <svg className="fp-time" width="100%" height={above + height + below} aria-hidden="true" focusable="false">
      <svg y={above} width="100%" height={height} overflow="visible" aria-hidden="true">
        {ticks.map(({ persons, y }) => (
          <line key={persons} className={persons === 0 ? 'fp-axis' : 'fp-tick'} x1="0%" x2="100%" y1={y} y2={y} />
        ))}
        {blocks.map((block) => (
          <rect
            key={block.x}
            className="fp-block"
            x={`${block.x}%`}
            y={block.y}
            width={`${block.width}%`}
            height={block.height}
            fill={paintOf('conditional')}
          />
        ))}
        <svg
          width="100%"
          height={height}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          overflow="visible"
          aria-hidden="true"
        >
          <polyline className="fp-line dashed" vectorEffect="non-scaling-stroke" points={pointsOf(lines.all)} />
          <polyline className="fp-line" vectorEffect="non-scaling-stroke" points={pointsOf(lines.firm)} />
        </svg>
        {ticks.map(({ persons, y }) =>
          persons === 0 ? null : (
            <text key={persons} className="fp-text muted" x={start} y={y - 6}>
              {format.number(persons)}
            </text>
          ),
        )}
        {marks.map((mark, index) => (
          <Ceiling key={mark.milestone.phaseId} mark={mark} from={marks[index - 1]?.x ?? start} row={index % 2} />
        ))}
      </svg>
    </svg>
  )
}

const pointsOf = (points: readonly Point[]): string => points.map(({ x, y }) => `${x},${y}`).join(' ')

/** The ceiling of a phase up to its target date, and both in words. */
function Ceiling({ mark, from, row }: { mark: Mark; from: number | string; row: number }) {
  const { t, format } = useWords()
  const { x, y, along, milestone } = mark
  const at = `${x}%`
  const day = along > 0.8 ? 'end' : along < 0.2 ? 'start' : 'middle'
  return (
    <>
      <line className="fp-ceiling" x1={typeof from === 'number' ? `${from}%` : from} x2={at} y1={y} y2={y} />
      <line className="fp-ceiling" x1={at} x2={at} y1={y} y2={height + 4 + row * 18} />
      <svg x={at} y={y} overflow="visible" aria-hidden="true">
        <path className="fp-diamond" d="M0-5 5 0 0 5-5 0Z" />
      </svg>
      <text className="fp-text strong" x={at} y={y - 9} textAnchor={along > 0.35 ? 'end' : 'start'}>
        {t('forcePictures.ceilingOf', { phase: milestone.name, ceiling: milestone.ceiling })}
      </text>
      <text className="fp-text" x={at} y={height + 18 + row * 18} textAnchor={day}>
        {format.calendarDate(milestone.targetDate)}
      </text>
    </>
  )
}

function LinesLegend() {
  const { t } = useWords()
  return (
    <ul className="fp-legend" aria-label={t('forcePictures.lines')}>
      <li>
        <LineKey line="fp-line" />
        {t('forcePictures.firm')}
      </li>
      <li>
        <LineKey line="fp-line dashed" />
        {t('forcePictures.allLine')}
      </li>
      <li>
        <svg className="fp-key" width="28" height="12" aria-hidden="true" focusable="false">
          <line className="fp-ceiling" x1="0" x2="23" y1="6" y2="6" />
          <path className="fp-diamond" d="M18 6l5-5 5 5-5 5Z" />
        </svg>
        {t('forcePictures.ceiling')}
      </li>
    </ul>
  )
}

const LineKey = ({ line }: { line: string }) => (
  <svg className="fp-key" width="28" height="12" aria-hidden="true" focusable="false">
    <line className={line} x1="0" x2="28" y1="6" y2="6" />
  </svg>
)
