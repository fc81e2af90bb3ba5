import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Name } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { slotsOf } from './agenda-table.tsx'
import { ItemTitle } from './item-number.tsx'
import { ItemStanding, itemWords } from './item-standing.tsx'
import { meetingTitle } from './meeting-title.ts'
import { RunningTime } from './running-time.tsx'
import { CapitalRange, TimeRange } from './time-range.tsx'
import type { ItemAnswer } from './views.ts'

/** How the item stands, when and where it is taken, and its parts. */
export function ItemFacts({ view, isObserver }: { view: ItemAnswer; isObserver: boolean }) {
  const words = useWords()
  const { t } = words
  const { item, body, meetings, subItems } = view
  const meeting = meetings.find(({ meetingId }) => meetingId === item.meetingId)
  const hasRun = item.clock.ranMs > 0 || item.clock.runningSince !== null
  return (
    <>
      <dl className="facts">
        <Fact label={t('agenda.status')}>
          <ItemStanding item={item} />
          {meeting?.step === 'SUSPENDED' ? <span className="muted"> · {t('today.inBreak')}</span> : null}
        </Fact>
        {hasRun ? (
          <Fact label={t('agenda.clock')}>
            <RunningTime item={item} />
          </Fact>
        ) : null}
        {(meeting?.presiding ?? body.chair) ? (
          <Fact label={t('agenda.chair')}>
            <bdi>{meeting?.presiding ?? body.chair}</bdi>
          </Fact>
        ) : null}
        {item.outcome ? <Fact label={t('agenda.outcome')}>{t(`agenda.outcomes.${item.outcome}`)}</Fact> : null}
        {view.proposer ? (
          <Fact label={t('agenda.proposer')}>
            <Name names={view.proposer.names} />
          </Fact>
        ) : null}
        {isObserver ? null : (
          <Fact label={t('visibility.label')}>
            {t(item.isOpenToObservers ? 'agenda.observersWhenOpen' : 'agenda.observersDoNot')}
          </Fact>
        )}
      </dl>
      <Taken view={view} />
      {subItems.length > 0 ? (
        <div>
          <h2 className="h3">{t('agenda.parts')}</h2>
          <ul className="rows">
            {subItems.map((sub) => (
              <li key={sub.itemId}>
                <Link className="grow" to={`/agenda/${sub.itemId}`}>
                  <ItemTitle item={sub} />
                </Link>
                <span className="muted nw">{t(itemWords[sub.step])}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

function Taken({ view: { item, bodies, meetings } }: { view: ItemAnswer }) {
  const words = useWords()
  const { timeZone } = useVenue()
  const taken = slotsOf(item.itemId, meetings)
  if (taken.length === 0) return <p className="muted">{words.t('agenda.notScheduled')}</p>
  return (
    <div>
      <h2 className="h3">{words.t('agenda.taken')}</h2>
      <ul className="rows">
        {taken.map(({ meeting, slot }) => (
          <li key={slot.slotId}>
            <span className="nw">
              {words.format.weekday(slot.startsAt, timeZone)} · <TimeRange {...slot} />
            </span>
            <span className="grow">
              {meetingTitle(words, meeting, bodies)}
              {meeting.room ? <span className="muted"> · {meeting.room}</span> : null}
            </span>
            <CapitalRange {...slot} />
          </li>
        ))}
      </ul>
    </div>
  )
}
