import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Icon } from './icon.tsx'
import { lock } from './icons.ts'
import { type Visibility, type VisibilityLook, visibilityLooks } from './visibility.ts'

export interface VisibilityProps {
  readonly kind: Visibility
  /** The delegation's name, or the drafting group's, in the reader's language. */
  readonly of?: string
}

export interface VisibilityBandProps extends VisibilityProps {
  /** More at the other end of the band: members, edition, "nothing has left your delegation". */
  readonly end?: ReactNode
}

/** The band under a title or over a pane: icon, words, tint and bar, so that it is never colour alone. */
export function VisibilityBand({ kind, of, end }: VisibilityBandProps) {
  const { className, icon } = visibilityLooks[kind]
  return (
    <div className={`vis ${className}`} data-visibility={kind}>
      <VisibilityIcon icon={icon} />
      <span>{useVisibilityWords({ kind, of })}</span>
      {end ? <span className="end">{end}</span> : null}
    </div>
  )
}

/** The same icon and words in a list, without the tint. */
export function VisibilityLabel({ kind }: VisibilityProps) {
  const { t } = useWords()
  const { className, icon, short } = visibilityLooks[kind]
  return (
    <span className={`vl ${className}`}>
      <VisibilityIcon icon={icon} />
      {t(short)}
    </span>
  )
}

export function useVisibilityWords({ kind, of }: VisibilityProps): string {
  const { t } = useWords()
  if (of && kind === 'delegation') return t('visibility.delegationOf', { delegation: of })
  if (of && kind === 'drafting-group') return t('visibility.draftingGroupOf', { delegations: of })
  return t(visibilityLooks[kind].long)
}

function VisibilityIcon({ icon }: Pick<VisibilityLook, 'icon'>) {
  if (icon === 'lock') return <Icon of={lock} />
  return (
    <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
      {icon === 'ring' ? <circle cx="12" cy="12" r="8" /> : null}
      <circle cx="12" cy="12" r={icon === 'ring' ? 3 : 6} className="dot" />
    </svg>
  )
}
