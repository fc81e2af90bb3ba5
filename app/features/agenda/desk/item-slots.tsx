import { slotsOf } from '#app/features/agenda/agenda-table.tsx'
import type { DeskItem } from '#app/features/agenda/desk-model.ts'
import { mayBeMoved } from '#app/features/agenda/meeting-states.ts'
import { meetingTitle } from '#app/features/agenda/meeting-title.ts'
import { TimeRange } from '#app/features/agenda/time-range.tsx'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { all, type Decision } from '#app/kernel/policy.ts'
import { KeptFocus } from '#app/ui/kept-focus.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { AddSlot } from './add-slot.tsx'
import { SlotDialog } from './slot-dialog.tsx'
import { useSaidOfSlots } from './use-said-of-slots.tsx'

/** When the item is taken: each slot with its meeting, and a way to change the times that shows what moves. */
export function ItemSlots({ item, desk, mayRun }: { item: DeskItem; desk: DeskAnswer; mayRun: Decision }) {
  const words = useWords()
  const { t, format } = words
  const { timeZone } = useVenue()
  const taken = slotsOf(item.itemId, desk.meetings)
  const { saidNow, say, leaves } = useSaidOfSlots(taken.map(({ slot }) => slot.slotId))
  return (
    <KeptFocus label={t('desk.inProgramme')}>
      <div className="hh">
        <h3 className="grow">{t('desk.inProgramme')}</h3>
        <AddSlot item={item} desk={desk} mayRun={mayRun} say={say} />
      </div>
      {saidNow ? <div className="pad">{saidNow}</div> : null}
      {taken.length === 0 ? <p className="pad muted">{t('desk.notInProgramme')}</p> : null}
      <ul className="rows padded">
        {taken.map(({ meeting, slot }) => (
          <li key={slot.slotId}>
            <div className="grow">
              <span className="nw">
                {format.dayMonth(slot.startsAt, timeZone)} <TimeRange {...slot} />
              </span>
              <div className="muted sm">
                {[meetingTitle(words, meeting, desk.bodies), meeting.room].filter(Boolean).join(' · ')}
              </div>
            </div>
            <SlotDialog
              slot={slot}
              meeting={meeting}
              item={item}
              desk={desk}
              decision={all(mayRun, mayBeMoved(meeting))}
              say={say}
              leaves={leaves}
            />
          </li>
        ))}
      </ul>
    </KeptFocus>
  )
}
