import type { ReactNode } from 'react'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Page, type PageProps } from '#app/ui/page.tsx'
import { type Tab, Tabs } from '#app/ui/tabs.tsx'

interface ForcePageProps extends Omit<PageProps, 'isFlush' | 'title'> {
  /** A page below one of the tabs has its own title. */
  readonly title?: ReactNode
}

/** What the figures of the page mean is read on a phone, too, where other pages leave the end of their band out. */
const withFigures = (visibility: PageProps['visibility']): PageProps['visibility'] =>
  visibility?.end ? { ...visibility, end: <span className="fb-end">{visibility.end}</span> } : visibility

/** The frame of every page of the forces. Their words come after those of the first page: until they are here, it waits. */
export function ForcePage({ children, title, ...page }: ForcePageProps) {
  const { t, has } = useWords()
  const side = useActing()?.side
  if (!has('forces')) return <main id="main" className="main" tabIndex={-1} aria-busy />
  const tab = (to: string, label: string): Tab => ({ to, label, isExact: to === '/forces' })
  const tabs = [
    tab('/forces', t('forces.board')),
    tab('/forces/offers', t('forces.offers')),
    tab('/forces/support', t('forces.support')),
    tab('/forces/limits', t('forces.limits')),
    tab('/forces/pictures', t('forces.pictures')),
    tab('/forces/requirement', t('forces.requirement')),
    ...(side === 'secretariat'
      ? [
          tab('/forces/accept', t('forceDesk.accept')),
          tab('/forces/observers', t('forceDesk.observers')),
          tab('/forces/outreach', t('forces.outreach')),
        ]
      : []),
  ]
  return (
    <Page {...page} visibility={withFigures(page.visibility)} title={title ?? t('forces.title')} isFlush>
      {side === 'observer' ? null : <Tabs label={t('forces.pages')} tabs={tabs} />}
      {children}
    </Page>
  )
}
