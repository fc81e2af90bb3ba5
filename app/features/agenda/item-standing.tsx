import type { PlainKey } from '#app/i18n/message-types.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { ItemStep } from './item-states.ts'
import type { MeetingStep } from './meeting-states.ts'

export const itemWords: Readonly<Record<ItemStep, PlainKey>> = {
  PENDING: 'agenda.state.PENDING',
  OPEN: 'agenda.state.OPEN',
  SUSPENDED: 'agenda.state.SUSPENDED',
  CLOSED: 'agenda.state.CLOSED',
  DEFERRED: 'agenda.state.DEFERRED',
  WITHDRAWN: 'agenda.state.WITHDRAWN',
}
export const meetingWords: Readonly<Record<MeetingStep, PlainKey>> = {
  SCHEDULED: 'agenda.meetingState.SCHEDULED',
  OPEN: 'agenda.meetingState.OPEN',
  SUSPENDED: 'agenda.meetingState.SUSPENDED',
  CLOSED: 'agenda.meetingState.CLOSED',
  CANCELLED: 'agenda.meetingState.CANCELLED',
}

/** How an item stands, in words, and since when: `Under discussion  since 09:00`. */
export function ItemStanding({ item }: { item: { step: ItemStep; since: string | null } }) {
  const { t, rich } = useWords()
  const { step, since } = item
  return (
    <>
      {step === 'OPEN' ? <b>{t(itemWords[step])}</b> : t(itemWords[step])}
      {since && step !== 'PENDING' ? (
        <span className="muted">
          {' '}
          {step === 'OPEN' ? rich('agenda.openSince', { time: <Timestamp at={since} /> }) : <Timestamp at={since} />}
        </span>
      ) : null}
    </>
  )
}
