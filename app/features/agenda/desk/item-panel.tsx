import { Link } from '@remix-run/react'
import { clockText, elapsedMs, remainingMs } from '#app/features/agenda/clock.ts'
import type { DeskItem } from '#app/features/agenda/desk-model.ts'
import { ItemTitle } from '#app/features/agenda/item-number.tsx'
import { itemWords } from '#app/features/agenda/item-standing.tsx'
import { numberIn } from '#app/features/agenda/numbering.ts'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { useNow } from '#app/ui/clock.tsx'
import { KeptFocus } from '#app/ui/kept-focus.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { ItemActs } from './item-acts.tsx'
import { ItemSettings } from './item-settings.tsx'
import { ItemSlots } from './item-slots.tsx'

export interface ItemPanelProps {
  readonly item: DeskItem | null
  readonly desk: DeskAnswer
  readonly mayRun: Decision
}

/** The item in hand: how long it has been discussed, what can be done with it, and its times. */
export function ItemPanel({ item, desk, mayRun }: ItemPanelProps) {
  const { t } = useWords()
  return (
    <section aria-labelledby="desk-item">
      <div className="hh">
        <h2 className="grow" id="desk-item">
          {t('desk.inHand')}
        </h2>
        {item ? <Link to={`/agenda/${item.itemId}`}>{t('agenda.workspace')}</Link> : null}
      </div>
      {item ? (
        <InHand key={item.itemId} item={item} desk={desk} mayRun={mayRun} />
      ) : (
        <p className="pad muted">{t('desk.nothingInHand')}</p>
      )}
    </section>
  )
}

function InHand({ item, desk, mayRun }: { item: DeskItem; desk: DeskAnswer; mayRun: Decision }) {
  const { t, locale } = useWords()
  return (
    <>
      <KeptFocus className="now" label={`${numberIn(item.number, locale)} ${nameIn(item.names, locale)}`}>
        <h3 className="big">
          <ItemTitle item={item} />
        </h3>
        <BigClock item={item} />
        <ItemActs item={item} desk={desk} mayRun={mayRun} />
        <Effect item={item} />
      </KeptFocus>
      <ItemSlots item={item} desk={desk} mayRun={mayRun} />
      <div className="hh">
        <h3 className="grow">{t('common.more')}</h3>
      </div>
      <div className="pad stack-16">
        <ItemSettings item={item} items={desk.items} mayRun={mayRun} />
      </div>
    </>
  )
}

/** The clock of the item, in large figures; it derives from instants and is drawn anew each second. */
function BigClock({ item }: { item: DeskItem }) {
  const { t, rich } = useWords()
  const now = useNow(1000)
  const elapsed = elapsedMs(item.clock, now)
  const remaining = remainingMs(item.allottedMinutes, elapsed)
  const { runningSince } = item.clock
  return (
    <div className="row between wrap">
      <p>
        <b>{t(itemWords[item.step])}</b>
        <br />
        <span className="muted sm">
          {runningSince ? rich('desk.running', { time: <Timestamp at={runningSince} /> }) : t('desk.standing')}
          {remaining === null
            ? null
            : ` · ${t('agenda.allotted')}: ${t('common.minutesOnly', { minutes: item.allottedMinutes ?? 0 })}`}
        </span>
      </p>
      <p className="tim" role="timer" aria-label={t('agenda.clock')}>
        <bdi dir="ltr">{clockText(elapsed)}</bdi>
        {remaining === null ? null : (
          <span className={remaining < 0 ? 'sm warn' : 'sm muted'}>
            {' '}
            {t(remaining < 0 ? 'agenda.over' : 'agenda.left', { duration: clockText(Math.abs(remaining)) })}
          </span>
        )}
      </p>
    </div>
  )
}

/** What the one-press acts do, said before they are pressed. */
function Effect({ item }: { item: DeskItem }) {
  const { t, locale } = useWords()
  const number = numberIn(item.number, locale)
  if (item.step === 'OPEN') return <p className="muted sm">{t('desk.suspendItemEffect', { number })}</p>
  if (item.step === 'CLOSED' || item.step === 'WITHDRAWN') return null
  const effect = item.step === 'SUSPENDED' ? 'desk.resumeItemEffect' : 'desk.openEffect'
  return <p className="muted sm">{t(item.isOpenToObservers ? `${effect}Observers` : effect, { number })}</p>
}
