import { Link, useSearchParams } from '@remix-run/react'
import { Check, ChevronRight, GripVertical, Minus, Pause } from 'lucide-react'
import type { DeskItem } from '#app/features/agenda/desk-model.ts'
import { ItemNumber } from '#app/features/agenda/item-number.tsx'
import type { ItemStep } from '#app/features/agenda/item-states.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import type { DeskAnswer, MeetingLine } from '#app/features/agenda/views.ts'
import { Name } from '#app/i18n/bdi.tsx'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { Icon, type IconShape } from '#app/ui/icon.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { RowMenu } from './row-menu.tsx'
import type { DragOrder } from './use-drag-order.tsx'

const marks: Readonly<Record<ItemStep, IconShape | null>> = {
  PENDING: null,
  OPEN: ChevronRight,
  SUSPENDED: Pause,
  CLOSED: Check,
  DEFERRED: null,
  WITHDRAWN: Minus,
}

export interface AgendaRowProps {
  readonly item: DeskItem
  readonly desk: DeskAnswer
  readonly shown: readonly DeskItem[]
  readonly meeting: MeetingLine | null
  readonly isSelected: boolean
  readonly mayRun: Decision
  /** Null without a script, and for those who do not run this desk. */
  readonly handle: ReturnType<DragOrder['handle']> | null
  readonly isDragged: boolean
  readonly isTarget: boolean
  readonly isEnd: boolean
}

export function AgendaRow({
  item,
  desk,
  shown,
  meeting,
  isSelected,
  mayRun,
  handle,
  isDragged,
  isTarget,
  isEnd,
}: AgendaRowProps) {
  const { t, locale } = useWords()
  const [search] = useSearchParams()
  const to = new URLSearchParams(search)
  to.set('item', item.itemId)
  const mark = marks[item.step]
  const name = `${numberIn(item.number, locale)} ${nameIn(item.names, locale)}`
  const isMovable = mark === null && handle !== null
  const classes = [
    'ai',
    item.step === 'OPEN' && 'on',
    isSelected && 'sel',
    isDragged && 'dragged',
    isTarget && 'target',
    isEnd && 'target-end',
  ]
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      data-row={item.itemId}
      data-sub={item.parentId ? true : undefined}
    >
      {isMovable ? (
        <button
          type="button"
          className="grip"
          aria-label={t('agenda.dragHandle', { name })}
          aria-describedby="drag-hint"
          {...handle}
        >
          <Icon of={GripVertical} />
        </button>
      ) : (
        <span className="mark">{mark ? <Icon of={mark} isMirrored={mark === ChevronRight} /> : null}</span>
      )}
      <Link
        className="pickrow"
        to={`?${to}`}
        preventScrollReset
        aria-current={isSelected ? 'true' : undefined}
        title={t('agenda.select', { number: item.number })}
      >
        <span className="n">
          <ItemNumber number={item.number} />
        </span>
        <span>
          <Name names={item.names} />
        </span>
        <When item={item} meeting={meeting} />
      </Link>
      <RowMenu item={item} desk={desk} shown={shown} mayRun={mayRun} />
    </li>
  )
}

/** The planned time of what waits; the state in a word of everything else. */
function When({ item, meeting }: { item: DeskItem; meeting: MeetingLine | null }) {
  const { t, format } = useWords()
  const { timeZone } = useVenue()
  const slot = meeting?.slots.find(({ itemId }) => itemId === item.itemId)
  if (item.step === 'PENDING' && slot) {
    return (
      <bdi dir="ltr" className="muted nw">
        {format.time(slot.startsAt, timeZone)}
      </bdi>
    )
  }
  return <span className="muted nw">{item.step === 'PENDING' ? '' : t(`desk.stateShort.${item.step}`)}</span>
}
