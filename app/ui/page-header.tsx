import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export interface Crumb {
  readonly label: ReactNode
  /** Left out for where one is. */
  readonly to?: string
}

export interface PageHeaderProps {
  readonly title: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly sub?: ReactNode
  /** Buttons, or who one is, at the other end. */
  readonly end?: ReactNode
  readonly breadcrumbLabel: string
}

export const PageHeader = ({ title, crumbs, sub, end, breadcrumbLabel }: PageHeaderProps) => (
  <div className="ph">
    <div className="grow">
      {crumbs && crumbs.length > 0 ? <Breadcrumb crumbs={crumbs} label={breadcrumbLabel} /> : null}
      <h1>{title}</h1>
      {sub ? <p className="sub">{sub}</p> : null}
    </div>
    {end ? <div className="row wrap">{end}</div> : null}
  </div>
)

const Breadcrumb = ({ crumbs, label }: { crumbs: readonly Crumb[]; label: string }) => (
  <nav className="crumb" aria-label={label}>
    <ol>
      {crumbs.map((crumb, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path has an order and no other identity
        <li key={place}>{crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}</li>
      ))}
    </ol>
  </nav>
)
