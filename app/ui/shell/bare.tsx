import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LiveRegions } from '../live-region.tsx'
import { SkipLink } from '../skip-link.tsx'
import { LanguageMenu } from './language-menu.tsx'

/** The frame of pages before sign-in and of errors there: the name and the language. */
export function BareFrame({ children }: { children: ReactNode }) {
  const { t } = useWords()
  return (
    <LiveRegions>
      <SkipLink />
      <header className="hdr bare">
        <a className="brand" href="/">
          {t('common.productName')}
        </a>
        <span className="grow" />
        <LanguageMenu />
      </header>
      <div className="app plain">{children}</div>
    </LiveRegions>
  )
}
