import type { LucideIcon } from 'lucide-react'

/** A path of `icons.ts`, or an icon of lucide-react imported by name. */
export type IconShape = string | LucideIcon

export interface IconProps {
  readonly of: IconShape
  /** Arrows and lists turn round in Arabic; clocks, media and marks do not. */
  readonly isMirrored?: boolean
  readonly className?: string
}

/** Always beside words or under an accessible name, so hidden itself. */
export function Icon({ of: Shape, isMirrored, className = '' }: IconProps) {
  const classes = `ic ${isMirrored ? 'mirror ' : ''}${className}`.trim()
  if (typeof Shape !== 'string') return <Shape aria-hidden className={classes} />
  return (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true">
      <path d={Shape} />
    </svg>
  )
}
