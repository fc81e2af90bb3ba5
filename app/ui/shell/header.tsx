import { Link } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Icon } from '../icon.tsx'
import { search } from '../icons.ts'
import { AccountMenu } from './account-menu.tsx'
import { ConferenceName } from './conference-name.ts'
import { LanguageMenu } from './language-menu.tsx'
import type { ShellView } from './shell-view.ts'
import { VenueClock } from './venue-clock.tsx'

export interface HeaderProps {
  readonly view: ShellView
  /** The state of saving and of the connection, in words. */
  readonly status?: ReactNode
  readonly onPalette: () => void
  readonly onShortcuts: () => void
}

export function Header({ view, status, onPalette, onShortcuts }: HeaderProps) {
  const { t } = useWords()
  const conference = useContext(ConferenceName)
  return (
    <header className="hdr" tabIndex={-1} data-region>
      <Link className="brand" to="/">
        {t('common.productName')}
      </Link>
      <span className="conf grow" title={conference}>
        {conference}
      </span>
      {view.conference ? <VenueClock /> : null}
      {status}
      <button type="button" className="srch" onClick={onPalette} aria-keyshortcuts="Control+K Meta+K">
        <Icon of={search} />
        {t('shell.paletteShort')}
        <kbd className="kbd" dir="ltr">
          Ctrl K
        </kbd>
      </button>
      <LanguageMenu />
      <AccountMenu view={view} onShortcuts={onShortcuts} />
    </header>
  )
}
