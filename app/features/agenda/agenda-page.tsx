import { useSearchParams } from '@remix-run/react'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { SegmentedLinks } from '#app/ui/segmented.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { AgendaTable } from './agenda-table.tsx'
import { useActing } from './use-acting.tsx'
import type { Adoption, BoardAnswer, BodyLine } from './views.ts'

/** The agenda with its sub-items, how each stands, and when it is taken. Observers see what is open to them. */
export function AgendaPage({ board }: { board: BoardAnswer }) {
  const { t } = useWords()
  const acting = useActing()
  const [search] = useSearchParams()
  const bodyId = search.get('body')
  const items = bodyId ? board.items.filter((item) => item.bodyId === bodyId) : board.items
  const isObserver = acting?.side === 'observer'
  return (
    <Page
      title={t('agenda.title')}
      sub={isObserver ? t('agenda.listedForObservers') : <AdoptionWords agenda={board.agenda} />}
      end={acting?.side === 'secretariat' ? <LinkButton to="/organiser/agenda">{t('desk.arrange')}…</LinkButton> : null}
      symbol={board.agenda.symbol ?? undefined}
    >
      <AgendaTabs />
      <BodyFilter bodies={board.bodies} chosen={bodyId} />
      {items.length > 0 ? (
        <AgendaTable board={board} items={items} isObserver={isObserver} />
      ) : (
        <EmptyState>{t(isObserver ? 'agenda.emptyObserver' : 'agenda.empty')}</EmptyState>
      )}
    </Page>
  )
}

export function AgendaTabs() {
  const { t } = useWords()
  const tabs = [
    { to: '/agenda', label: t('agenda.title'), isExact: true },
    { to: '/agenda/programme', label: t('agenda.programme') },
  ]
  return <Tabs label={t('agenda.tabs')} tabs={tabs} className="page-tabs" />
}

/** `Agenda as adopted · TSF/PC.1/1/Rev.1 · adopted 20 October 2026` */
export function AdoptionWords({ agenda }: { agenda: Adoption }) {
  const { t, format } = useWords()
  const { timeZone } = useVenue()
  const { step, symbol, adoptedAt } = agenda
  return (
    <>
      {t(step === 'ADOPTED' ? 'agenda.adopted' : 'agenda.provisional')}
      {symbol ? (
        <>
          {' · '}
          <bdi dir="ltr">{symbol}</bdi>
        </>
      ) : null}
      {adoptedAt ? ` · ${t('agenda.adoptedOn', { time: format.date(adoptedAt, timeZone) })}` : null}
    </>
  )
}

function BodyFilter({ bodies, chosen }: { bodies: readonly BodyLine[]; chosen: string | null }) {
  const { t, locale } = useWords()
  if (bodies.length < 2) return null
  const segments = [
    { to: '/agenda', label: t('agenda.bodyAll'), isCurrent: chosen === null },
    ...bodies.map(({ bodyId, names }) => ({
      to: `/agenda?body=${bodyId}`,
      label: nameIn(names, locale),
      isCurrent: bodyId === chosen,
    })),
  ]
  return (
    <div className="filter no-print">
      <SegmentedLinks label={t('agenda.filterByBody')} segments={segments} />
    </div>
  )
}
