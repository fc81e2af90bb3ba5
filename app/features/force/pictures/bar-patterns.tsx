import type { ShareKind } from './bar-shares.ts'

const patternIds = {
  conditional: 'force-hatch',
  indicated: 'force-dots',
  surplus: 'force-lines',
} as const

/**
 * How a share is painted: firm is solid, conditional hatched, indicated dotted, a gap empty, a surplus ruled upright; the
 * colours are of the style sheet. An attribute, since the address of a pattern in a style sheet is read differently by
 * browsers.
 */
export const paintOf = (kind: ShareKind): string | undefined =>
  kind === 'firm' || kind === 'gap' ? undefined : `url(#${patternIds[kind]})`

/** Once on every page that has bars. Not drawn itself; `display: none` would take the patterns away. */
export const BarPatterns = () => (
  <svg className="fp-defs" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern
        id={patternIds.conditional}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="fp-paper" width="5" height="5" />
        <rect className="fp-ink" width="2.5" height="5" />
      </pattern>
      <pattern id={patternIds.indicated} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className="fp-paper" width="5" height="5" />
        <circle className="fp-ink" cx="2.5" cy="2.5" r="1" />
      </pattern>
      <pattern id={patternIds.surplus} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect className="fp-paper" width="4" height="4" />
        <rect className="fp-ink" width="1" height="4" />
      </pattern>
    </defs>
  </svg>
)
