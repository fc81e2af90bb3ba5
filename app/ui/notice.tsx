import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { check, info, refused, warning } from './icons.ts'

export type NoticeKind = 'plain' | 'info' | 'ok' | 'warn' | 'danger' | 'private'

const looks: Record<NoticeKind, { className: string; icon?: string }> = {
  plain: { className: 'note' },
  info: { className: 'note info', icon: info },
  ok: { className: 'note ok', icon: check },
  warn: { className: 'note warn', icon: warning },
  danger: { className: 'note danger', icon: refused },
  private: { className: 'note prv' },
}

export interface NoticeProps {
  readonly kind?: NoticeKind
  readonly title?: ReactNode
  /** For a notice that appears: `status` is read when the reader pauses, `alert` at once. */
  readonly role?: 'status' | 'alert'
  readonly children?: ReactNode
}

/** A message in its place on the page: icon and words, never colour alone. */
export function Notice({ kind = 'plain', title, role, children }: NoticeProps) {
  const { className, icon } = looks[kind]
  return (
    <div className={className} role={role}>
      {icon ? <Icon of={icon} className={kind} /> : null}
      <div>
        {title ? <b>{title}</b> : null}
        {children}
      </div>
    </div>
  )
}
