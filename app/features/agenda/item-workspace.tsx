import { useSearchParams } from '@remix-run/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { SegmentedLinks } from '#app/ui/segmented.tsx'
import { VisibilityBand } from '#app/ui/visibility-label.tsx'
import { type DocumentLine, ItemDocuments } from './item-documents.tsx'
import { ItemFacts } from './item-facts.tsx'
import { ItemTitle } from './item-number.tsx'
import { meetingTitle } from './meeting-title.ts'
import { numberIn } from './numbering.ts'
import { useActing } from './use-acting.tsx'
import type { ItemAnswer } from './views.ts'
import { WithdrawOwn } from './withdraw-own.tsx'

export interface ItemWorkspaceProps {
  readonly view: ItemAnswer
  /** What was issued on the item and this side may read. */
  readonly documents: readonly DocumentLine[]
  /** The secretariat's notes to all delegations, in the shared pane; absent for observers. */
  readonly sessionNotes?: ReactNode
  /** The private pane, with its own band; absent for those who keep no notes. */
  readonly notes?: ReactNode
}

/** What everybody has of an item, and beside it what only one's own circle has. On phones one pane at a time. */
export function ItemWorkspace({ view, documents, sessionNotes, notes }: ItemWorkspaceProps) {
  const { t } = useWords()
  const acting = useActing()
  const isObserver = acting?.side === 'observer'
  return (
    <Page
      isFlush
      title={<ItemTitle item={view.item} />}
      crumbs={useCrumbs(view)}
      end={<Neighbours view={view} />}
      printedAs={isObserver ? 'published' : 'tabled'}
    >
      {notes ? <PaneTabs itemId={view.item.itemId} /> : null}
      <div className={notes ? 'split ws' : 'ws'} data-pane={usePane()}>
        <section className="sh" aria-label={t('agenda.sharedLabel')}>
          <VisibilityBand
            kind={isObserver ? 'published' : 'tabled'}
            end={isObserver ? undefined : <Circle view={view} />}
          />
          <div className="pad stack-16">
            <ItemFacts view={view} isObserver={isObserver} />
            <WithdrawOwn view={view} />
            <ItemDocuments documents={documents} />
            {sessionNotes}
          </div>
        </section>
        {notes ? (
          <section className="own" aria-label={t('agenda.privateLabel')}>
            {notes}
          </section>
        ) : null}
      </div>
    </Page>
  )
}

function useCrumbs({ parent, body, bodies, item, meetings }: ItemAnswer) {
  const words = useWords()
  const meeting = meetings.find(({ meetingId }) => meetingId === item.meetingId)
  const place = meeting ? meetingTitle(words, meeting, bodies) : nameIn(body.names, words.locale)
  return [
    { label: words.t('agenda.title'), to: '/agenda' },
    ...(parent ? [{ label: <ItemTitle item={parent} />, to: `/agenda/${parent.itemId}` }] : []),
    { label: [place, meeting?.room].filter(Boolean).join(' · ') },
  ]
}

function Circle({ view }: { view: ItemAnswer }) {
  const { t, locale } = useWords()
  return (
    <>
      {nameIn(view.body.names, locale)} · {t('common.states', { count: view.states })}
    </>
  )
}

function Neighbours({ view: { previous, next } }: { view: ItemAnswer }) {
  const { t, locale } = useWords()
  return (
    <>
      {previous ? (
        <LinkButton
          to={`/agenda/${previous.itemId}`}
          icon={ChevronLeft}
          isDirectional
          aria-label={t('agenda.previousItem', { number: numberIn(previous.number, locale) })}
        >
          {numberIn(previous.number, locale)}
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton
          to={`/agenda/${next.itemId}`}
          icon={ChevronRight}
          isDirectional
          className="icon-end"
          aria-label={t('agenda.nextItem', { number: numberIn(next.number, locale) })}
        >
          {numberIn(next.number, locale)}
        </LinkButton>
      ) : null}
    </>
  )
}

const panes = ['notes', 'shared'] as const
type Pane = (typeof panes)[number]

function usePane(): Pane {
  const [search] = useSearchParams()
  return panes.find((pane) => pane === search.get('pane')) ?? 'notes'
}

/** On phones: which of the two panes is in sight. Addresses, so that they work without JavaScript and can be sent. */
function PaneTabs({ itemId }: { itemId: string }) {
  const { t } = useWords()
  const pane = usePane()
  const segments = [
    { to: `/agenda/${itemId}?pane=shared`, label: t('agenda.paneShared'), isCurrent: pane === 'shared' },
    { to: `/agenda/${itemId}`, label: t('agenda.paneNotes'), isCurrent: pane === 'notes' },
  ]
  return (
    <div className="ws-tabs no-print">
      <SegmentedLinks label={t('agenda.panes')} segments={segments} />
    </div>
  )
}
