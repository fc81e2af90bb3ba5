import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Code } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Icon } from '../icon.tsx'
import { pageIcons } from './page-icons.ts'
import type { RailGroups, RailPage } from './rail-pages.ts'

export interface RailProps {
  readonly groups: RailGroups
  readonly symbolRoot: string | undefined
  readonly foot?: ReactNode
}

/** The pages one has, on the left; icons only on a narrow screen. */
export function Rail({ groups, symbolRoot, foot }: RailProps) {
  const { t } = useWords()
  return (
    <nav className="rail" aria-label={t('shell.mainNavigation')} tabIndex={-1} data-region>
      {groups.main.map((page) => (
        <RailLink key={page.id} page={page} />
      ))}
      <hr />
      {groups.own.map((page) => (
        <RailLink key={page.id} page={page} />
      ))}
      <div className="foot">
        {symbolRoot ? (
          <b>
            <Code>{symbolRoot}</Code>
          </b>
        ) : null}
        <p>{t('shell.footNote')}</p>
        {foot}
      </div>
    </nav>
  )
}

function RailLink({ page: { id, to, label } }: { page: RailPage }) {
  const { t } = useWords()
  return (
    <NavLink to={to} end={to === '/'} title={t(label)}>
      <Icon of={pageIcons[id]} isMirrored={id === 'agenda'} />
      <span>{t(label)}</span>
    </NavLink>
  )
}
