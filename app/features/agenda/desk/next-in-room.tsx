import { nextInRoom } from '#app/features/agenda/desk-model.ts'
import { meetingTitle } from '#app/features/agenda/meeting-title.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import type { DeskAnswer, MeetingLine } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useNow } from '#app/ui/clock.tsx'
import { durationText } from '#app/ui/duration.ts'
import { useVenue } from '#app/ui/places.tsx'

/** How much time is left of the meeting, for which items, and who has the room afterwards. */
export function NextInRoom({ meeting, desk }: { meeting: MeetingLine | null; desk: DeskAnswer }) {
  const words = useWords()
  const { t } = words
  const { timeZone } = useVenue()
  const next = meeting && nextInRoom(desk.meetings, meeting)
  const time = next && words.format.timeOrDay(next.startsAt, meeting.startsAt, timeZone)
  return (
    <div>
      <h2 className="h3">{t('desk.nextInRoom')}</h2>
      {meeting && (meeting.step === 'OPEN' || meeting.step === 'SUSPENDED') ? (
        <TimeLeft meeting={meeting} desk={desk} />
      ) : null}
      {next && time ? (
        <p>{t('desk.nextMeeting', { time, meeting: meetingTitle(words, next, desk.bodies) })}</p>
      ) : (
        <p className="muted">{t('desk.nothingNext')}</p>
      )}
    </div>
  )
}

function TimeLeft({ meeting, desk }: { meeting: MeetingLine; desk: DeskAnswer }) {
  const words = useWords()
  const { t, format, locale } = words
  const { timeZone } = useVenue()
  const leftMs = Date.parse(meeting.endsAt) - useNow()
  const end = format.time(meeting.endsAt, timeZone)
  if (leftMs <= 0) return <p className="warn">{t('desk.endPassed', { time: end })}</p>
  const taken = [...new Set(meeting.slots.map(({ itemId }) => itemId))]
  const waiting = desk.items.filter(
    ({ itemId, step }) => taken.includes(itemId) && step !== 'CLOSED' && step !== 'WITHDRAWN',
  )
  const items = format.list(waiting.map(({ number }) => numberIn(number, locale)))
  const duration = durationText(words, leftMs)
  return (
    <p>
      {t('desk.endOfMeeting', { time: end })}{' '}
      {waiting.length > 0 ? t('desk.timeFor', { duration, items }) : t('desk.timeLeftPlain', { duration })}
    </p>
  )
}
