import { NavLink } from '@remix-run/react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Icon } from '../icon.tsx'
import { more as moreIcon } from '../icons.ts'
import { Menu } from '../menu.tsx'
import { LanguageChoices } from './language-menu.tsx'
import { pageIcons } from './page-icons.ts'
import { barPages, type RailGroups } from './rail-pages.ts'

/** On phones: four pages, and the others with the language behind "More". */
export function BottomBar({ groups }: { groups: RailGroups }) {
  const { t } = useWords()
  const { shown, more } = barPages(groups)
  return (
    <nav className="bbar" aria-label={t('shell.phoneNavigation')}>
      {shown.map(({ id, to, label }) => (
        <NavLink key={id} to={to} end={to === '/'}>
          <Icon of={pageIcons[id]} isMirrored={id === 'agenda'} />
          {t(label)}
        </NavLink>
      ))}
      <Menu
        place="up"
        summaryClass="more"
        summary={
          <>
            <Icon of={moreIcon} />
            {t('shell.more')}
          </>
        }
      >
        {more.map(({ id, to, label }) => (
          <NavLink key={id} to={to}>
            <Icon of={pageIcons[id]} />
            {t(label)}
          </NavLink>
        ))}
        <hr />
        <LanguageChoices />
      </Menu>
    </nav>
  )
}
