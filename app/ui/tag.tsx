import type { ReactNode } from 'react'
import { Icon, type IconShape } from './icon.tsx'

export type TagKind = 'plain' | 'ok' | 'warn' | 'danger' | 'info' | 'private' | 'solid'

const classes: Record<TagKind, string> = {
  plain: '',
  ok: 'ok',
  warn: 'warn',
  danger: 'danger',
  info: 'info',
  private: 'prv',
  solid: 'solid',
}

/** A state in a word of the glossary. */
export const Tag = ({ kind = 'plain', icon, children }: { kind?: TagKind; icon?: IconShape; children: ReactNode }) => (
  <span className={`tag ${classes[kind]}`}>
    {icon ? <Icon of={icon} /> : null}
    {children}
  </span>
)
