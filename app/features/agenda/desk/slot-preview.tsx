import { meetingTitle } from '#app/features/agenda/meeting-title.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import { clashes, collisions, covering, type Following, knockOn, moved } from '#app/features/agenda/programme.ts'
import type { DeskAnswer, MeetingLine, SlotLine } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { instantOfWall } from '#app/i18n/zone-clock.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { Knowingly } from './knowingly.tsx'

interface SlotPreviewProps {
  readonly slot: SlotLine
  readonly meeting: MeetingLine
  readonly desk: DeskAnswer
  /** As typed, in venue time. */
  readonly times: { readonly startsAt: string; readonly endsAt: string }
  readonly following: Following
}

const toSlot = ({ slotId, itemId, startsAt, endsAt }: SlotLine) => ({
  id: slotId,
  itemId,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})
const toTimes = ({ meetingId, bodyId, roomId, startsAt, endsAt }: MeetingLine) => ({
  id: meetingId,
  bodyId,
  roomId,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})

/** What else would change with a slot's times, by the same rule that the server applies. */
export function SlotPreview({ slot, meeting, desk, times, following }: SlotPreviewProps) {
  const words = useWords()
  const { t, format, locale } = words
  const { timeZone } = useVenue()
  const isHydrated = useHydrated()
  const numberOf = (itemId: string) => numberIn(desk.items.find((item) => item.itemId === itemId)?.number ?? '', locale)
  const range = (span: { startsAt: Date; endsAt: Date }) => format.timeRange(span.startsAt, span.endsAt, timeZone)
  const before = meeting.slots.map(toSlot)
  if (!isHydrated) {
    const later = before.filter(({ startsAt }) => startsAt >= new Date(slot.endsAt))
    const slots = format.list(later.map((each) => `${numberOf(each.itemId)} ${range(each)}`))
    return (
      <>
        <p className="muted">{later.length > 0 ? t('desk.previewNoScript', { slots }) : t('desk.previewNothing')}</p>
        <Knowingly />
      </>
    )
  }
  const change = {
    slotId: slot.slotId,
    startsAt: instantOfWall(times.startsAt, timeZone),
    endsAt: instantOfWall(times.endsAt, timeZone),
  }
  if (!(change.endsAt > change.startsAt)) return <Notice kind="warn">{t('refusals.agenda/ends-before-start')}</Notice>
  const after = knockOn(before, change, following)
  const others = moved(before, after).filter((each) => each.slot.id !== slot.slotId)
  const grown = covering(toTimes(meeting), after)
  const planned = desk.meetings.filter(({ step }) => step !== 'CLOSED' && step !== 'CANCELLED')
  const hit = collisions(grown, planned.map(toTimes)).flatMap(
    ({ id }) => planned.find(({ meetingId }) => meetingId === id) ?? [],
  )
  const double = clashes(after)
  return (
    <>
      <div className="preview" role="status">
        <b>{t('desk.preview')}</b>
        <ul>
          {others.length === 0 ? <li className="muted">{t('desk.previewNothing')}</li> : null}
          {others.map((each) => (
            <li key={each.slot.id}>
              {t('desk.previewMoves', {
                number: numberOf(each.slot.itemId),
                before: range(each.before),
                after: range(each.slot),
              })}
            </li>
          ))}
          {grown.endsAt > new Date(meeting.endsAt) ? (
            <li>
              {t('desk.previewMeetingEnds', {
                before: format.time(meeting.endsAt, timeZone),
                after: format.time(grown.endsAt, timeZone),
              })}
            </li>
          ) : null}
          {double.map(([first, second]) => (
            <li key={`${first.id} ${second.id}`} className="warn">
              {t('desk.previewClash', { first: numberOf(first.itemId), second: numberOf(second.itemId) })}
            </li>
          ))}
          {hit.map((other) => (
            <li key={other.meetingId} className="warn">
              {t('desk.previewCollision', { meeting: meetingTitle(words, other, desk.bodies) })}
            </li>
          ))}
        </ul>
      </div>
      {double.length + hit.length > 0 ? <Knowingly /> : null}
    </>
  )
}
