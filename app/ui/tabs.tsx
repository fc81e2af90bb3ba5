import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'

export interface Tab {
  readonly to: string
  readonly label: ReactNode
  /** Current only at exactly this address. */
  readonly isExact?: boolean
}

/** One place per tab: links, so that they work, reload and can be sent. */
export const Tabs = ({ label, tabs, className }: { label: string; tabs: readonly Tab[]; className?: string }) => (
  <nav className={className ? `tabs ${className}` : 'tabs'} aria-label={label}>
    {tabs.map((tab) => (
      <NavLink key={tab.to} to={tab.to} end={tab.isExact} preventScrollReset>
        {tab.label}
      </NavLink>
    ))}
  </nav>
)
