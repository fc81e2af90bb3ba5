import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useNow } from '#app/ui/clock.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { ItemTitle } from './item-number.tsx'
import { meetingTitle } from './meeting-title.ts'
import { comingNext, type NextEntry, type NowEntry, underDiscussion } from './now-next.ts'
import { useActing } from './use-acting.tsx'
import type { BodyLine, ItemLine, MeetingLine, TodayAnswer } from './views.ts'

type Now = NowEntry<ItemLine, MeetingLine>
type Next = NextEntry<ItemLine, MeetingLine>

/** What is under discussion in every body that sits, each with its own workspace, and what comes after it. */
export function NowAndNext({ view }: { view: TodayAnswer }) {
  const { t } = useWords()
  const time = useNow()
  const isObserver = useActing()?.side === 'observer'
  const now = underDiscussion(view.items, view.meetings)
  const next = comingNext(view.items, view.meetings, time)
  return (
    <section className="nn" aria-label={t('today.nowAndNext')}>
      {now.length === 0 ? (
        <Quiet label={t('today.now')} words={t(isObserver ? 'agenda.emptyObserver' : 'today.nothingNow')} />
      ) : null}
      {now.map((entry, place) => (
        <NowRow key={entry.item.itemId} entry={entry} bodies={view.bodies} isFirst={place === 0} />
      ))}
      {next.length === 0 ? (
        <Quiet
          label={t('today.next')}
          words={t(isObserver ? 'agenda.noMeetingsObserver' : 'today.nothingNext')}
          isNext
        />
      ) : null}
      {next.map((entry) => (
        <NextRow key={`${entry.meeting.meetingId} ${entry.at}`} entry={entry} bodies={view.bodies} now={time} />
      ))}
    </section>
  )
}

function NowRow({ entry, bodies, isFirst }: { entry: Now; bodies: readonly BodyLine[]; isFirst: boolean }) {
  const { t, rich, locale } = useWords()
  const { item, meeting } = entry
  const body = bodies.find(({ bodyId }) => bodyId === meeting?.bodyId)
  return (
    <div>
      <span className="k">{t('today.now')}</span>
      <div>
        <h2 className="t">
          <ItemTitle item={item} />
        </h2>
        <p>
          {[body && nameIn(body.names, locale), meeting?.room].filter(Boolean).join(' · ')}
          {item.since ? <> · {rich('agenda.openSince', { time: <Timestamp at={item.since} /> })}</> : null}
        </p>
        {meeting?.step === 'SUSPENDED' ? <p className="muted">{t('today.inBreak')}</p> : null}
      </div>
      <div className="row act">
        <LinkButton kind={isFirst ? 'primary' : 'outlined'} to={`/agenda/${item.itemId}`}>
          {t('today.openWorkspace')}
        </LinkButton>
      </div>
    </div>
  )
}

function NextRow({ entry, bodies, now }: { entry: Next; bodies: readonly BodyLine[]; now: number }) {
  const words = useWords()
  const { item, meeting, at } = entry
  return (
    <div className="nx">
      <span className="k">{words.t('today.next')}</span>
      <div>
        <div className="t">{item ? <ItemTitle item={item} /> : meetingTitle(words, meeting, bodies)}</div>
        <p className="muted">
          {[item && meetingTitle(words, meeting, bodies), meeting.room].filter(Boolean).join(' · ')}
        </p>
      </div>
      {/* A time that has passed is an estimate of nothing. */}
      {Date.parse(at) > now ? (
        <span className="muted">{words.rich('common.estimated', { time: <Timestamp at={at} withCapital /> })}</span>
      ) : null}
    </div>
  )
}

const Quiet = ({ label, words, isNext }: { label: string; words: string; isNext?: boolean }) => (
  <div className={isNext ? 'nx' : undefined}>
    <span className="k">{label}</span>
    <p className="muted">{words}</p>
  </div>
)
