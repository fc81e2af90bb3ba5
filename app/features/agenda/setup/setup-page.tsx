import type { ReactNode } from 'react'
import { AdoptionWords } from '#app/features/agenda/agenda-page.tsx'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export interface SetupPageProps {
  readonly desk: DeskAnswer
  readonly children: ReactNode
}

/** What is set up before and between meetings: items, meetings with their programme, bodies and rooms. */
export function SetupPage({ desk, children }: SetupPageProps) {
  const { t } = useWords()
  const tabs = [
    { to: '/organiser/agenda', label: t('desk.arrangeItems'), isExact: true },
    { to: '/organiser/agenda/meetings', label: t('desk.arrangeMeetings') },
    { to: '/organiser/agenda/bodies', label: t('desk.arrangeBodies') },
  ]
  return (
    <Page
      title={t('desk.arrangeTitle')}
      crumbs={[{ label: t('desk.title'), to: '/organiser/desk' }, { label: t('desk.arrange') }]}
      sub={<AdoptionWords agenda={desk.agenda} />}
      end={<LinkButton to="/organiser/desk">{t('desk.title')}</LinkButton>}
      printedAs="secretariat"
    >
      <Tabs label={t('desk.arrangeTabs')} tabs={tabs} className="page-tabs" />
      {children}
    </Page>
  )
}

/** A list on one side, and on the other what is being added or changed. */
export const ListAndForm = ({ list, form }: { list: ReactNode; form: ReactNode }) => (
  <div className="cols setup">
    <div>{list}</div>
    <div className="side">{form}</div>
  </div>
)

export const FormSection = ({ title, id, children }: { title: ReactNode; id?: string; children: ReactNode }) => (
  <section className="sec" id={id}>
    <div className="sech">
      <h2>{title}</h2>
    </div>
    {children}
  </section>
)
