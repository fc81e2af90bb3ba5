import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { type Crumb, PageHeader } from './page-header.tsx'
import { PrintHeader } from './print-header.tsx'
import type { Visibility } from './visibility.ts'
import { VisibilityBand, type VisibilityBandProps } from './visibility-label.tsx'

export interface PageProps {
  readonly title: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly sub?: ReactNode
  readonly end?: ReactNode
  /** Edge to edge, with a rule under the header: workspaces, the desk, documents. Its padded parts are `.body`. */
  readonly isFlush?: boolean
  /** Who can see this page: the band under the header, and the words on each printed page. */
  readonly visibility?: VisibilityBandProps
  /** For pages whose panes carry their own bands: the strictest of them, for print. */
  readonly printedAs?: Visibility
  /** The document's symbol, for print. */
  readonly symbol?: string
  readonly children: ReactNode
}

/** The main region of a page: every route renders exactly one. */
export function Page({ title, crumbs, sub, end, isFlush, visibility, printedAs, symbol, children }: PageProps) {
  const { t } = useWords()
  return (
    <main id="main" className={isFlush ? 'main flush' : 'main'} tabIndex={-1} data-region>
      <PrintHeader symbol={symbol} visibility={printedAs ?? visibility?.kind} />
      <PageHeader title={title} crumbs={crumbs} sub={sub} end={end} breadcrumbLabel={t('shell.breadcrumb')} />
      {visibility ? <VisibilityBand {...visibility} /> : null}
      {children}
    </main>
  )
}
