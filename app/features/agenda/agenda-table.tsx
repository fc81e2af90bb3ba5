import { Link } from '@remix-run/react'
import { Name } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { Table } from '#app/ui/table.tsx'
import { ItemNumber } from './item-number.tsx'
import { ItemStanding } from './item-standing.tsx'
import { RunningTime } from './running-time.tsx'
import { TimeRange } from './time-range.tsx'
import type { BoardAnswer, ItemLine, MeetingLine, SlotLine } from './views.ts'

export interface AgendaTableProps {
  readonly board: BoardAnswer
  readonly items: readonly ItemLine[]
  readonly isObserver: boolean
}

export function AgendaTable({ board, items, isObserver }: AgendaTableProps) {
  const { t } = useWords()
  const head = (
    <>
      <th scope="col">{t('agenda.number')}</th>
      <th scope="col" className="x">
        {t('agenda.itemName')}
      </th>
      <th scope="col">{t('agenda.body')}</th>
      <th scope="col">{t('agenda.when')}</th>
      <th scope="col">{t('agenda.status')}</th>
    </>
  )
  return (
    <Table caption={t('agenda.title')} isCaptionHidden head={head} isStacked className="agenda">
      {items.map((item) => (
        <ItemRow key={item.itemId} item={item} board={board} isObserver={isObserver} />
      ))}
    </Table>
  )
}

function ItemRow({ item, board, isObserver }: { item: ItemLine; board: BoardAnswer; isObserver: boolean }) {
  const { t } = useWords()
  const body = board.bodies.find(({ bodyId }) => bodyId === item.bodyId)
  const isHeading =
    board.items.some(({ parentId }) => parentId === item.itemId) && !hasSlot(item.itemId, board.meetings)
  const classes = [item.parentId && 'sub', item.step === 'OPEN' && 'on'].filter(Boolean).join(' ')
  return (
    <tr className={classes || undefined}>
      <td className="n">
        <ItemNumber number={item.number} />
      </td>
      <th scope="row" className="x">
        <Link to={`/agenda/${item.itemId}`}>
          <Name names={item.names} />
        </Link>
        {item.isOpenToObservers && !isObserver ? <div className="muted sm">{t('agenda.openToObservers')}</div> : null}
      </th>
      <td className="muted who">{body ? <Name names={body.names} /> : null}</td>
      <td>{isHeading ? null : <Slots itemId={item.itemId} meetings={board.meetings} />}</td>
      <td className="st">
        <ItemStanding item={item} />
        {item.step === 'OPEN' ? (
          <div className="sm">
            <RunningTime item={item} />
          </div>
        ) : null}
      </td>
    </tr>
  )
}

interface Taken {
  readonly meeting: MeetingLine
  readonly slot: SlotLine
}

export const slotsOf = (itemId: string, meetings: readonly MeetingLine[]): Taken[] =>
  meetings
    .filter(({ step }) => step !== 'CANCELLED')
    .flatMap((meeting) =>
      meeting.slots.filter((slot) => slot.itemId === itemId).map((slot): Taken => ({ meeting, slot })),
    )

/** A heading is taken with its sub-items, whose times are in their own rows. */
const hasSlot = (itemId: string, meetings: readonly MeetingLine[]) => slotsOf(itemId, meetings).length > 0

function Slots({ itemId, meetings }: { itemId: string; meetings: readonly MeetingLine[] }) {
  const { t, format } = useWords()
  const { timeZone } = useVenue()
  const taken = slotsOf(itemId, meetings)
  if (taken.length === 0) return <span className="muted">{t('agenda.notScheduled')}</span>
  return (
    <ul>
      {taken.map(({ meeting, slot }) => (
        <li key={slot.slotId} className="nw">
          {format.dayMonth(slot.startsAt, timeZone)} <TimeRange {...slot} />
          {meeting.room ? <span className="muted"> {meeting.room}</span> : null}
        </li>
      ))}
    </ul>
  )
}
