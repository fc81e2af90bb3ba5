import { Link, useFetcher, useSearchParams } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { DeskItem } from '#app/features/agenda/desk-model.ts'
import { rowsOf } from '#app/features/agenda/desk-model.ts'
import { beforeInWhole, neighbours } from '#app/features/agenda/order.ts'
import type { DeskAnswer, MeetingLine } from '#app/features/agenda/views.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { ActionResult } from '#app/kernel/action-result.ts'
import type { Decision } from '#app/kernel/policy.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useAnnounce } from '#app/ui/live-region.tsx'
import { usePageFacts } from '#app/ui/page-facts.ts'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { AgendaRow } from './agenda-row.tsx'
import { useTell } from './desk-told.tsx'
import { type Drop, useDragOrder } from './use-drag-order.tsx'

export interface AgendaColumnProps {
  /** The items shown, in order; moves are among all there are. */
  readonly shown: readonly DeskItem[]
  readonly desk: DeskAnswer
  readonly meeting: MeetingLine | null
  readonly selectedId: string | null
  readonly isWhole: boolean
  /** Whether this person runs the desk of that item's body. */
  readonly mayRun: (item: DeskItem) => Decision
}

/** The agenda at the desk: choose an item, act on it from its menu, move it by its handle, its keys or its menu. */
export function AgendaColumn({ shown, desk, meeting, selectedId, isWhole, mayRun }: AgendaColumnProps) {
  const { t } = useWords()
  const isHydrated = useHydrated()
  const [search] = useSearchParams()
  const list = useRef<HTMLOListElement>(null)
  const move = useMove(desk.items, shown)
  const { drag, handle } = useDragOrder(list, rowsOf(shown), move)
  const dragged = shown.find(({ itemId }) => itemId === drag?.id)
  const siblings = shown.filter(({ itemId, parentId }) => parentId === dragged?.parentId && itemId !== dragged.itemId)
  const endId = dragged && drag?.beforeId === null ? siblings.at(-1)?.itemId : undefined
  const to = new URLSearchParams(search)
  if (isWhole) to.delete('items')
  else to.set('items', 'all')
  return (
    <section aria-labelledby="desk-agenda">
      <div className="hh">
        <h2 className="grow" id="desk-agenda">
          {t('desk.agenda')}
        </h2>
        <Link to={`?${to}`} preventScrollReset className="sm">
          {t(isWhole ? 'desk.ofBody' : 'desk.allItems')}
        </Link>
        <LinkButton size="small" icon={Plus} to="/organiser/agenda#new">
          {t('desk.addItem')}
        </LinkButton>
      </div>
      <p className="vh" id="drag-hint">
        {t('desk.dragOrMenu')}
      </p>
      {shown.length === 0 ? (
        <div className="pad">
          <EmptyState>{t('desk.noItems')}</EmptyState>
        </div>
      ) : (
        <ol ref={list} className="ais">
          {shown.map((item) => (
            <AgendaRow
              key={item.itemId}
              item={item}
              desk={desk}
              shown={shown}
              meeting={meeting}
              isSelected={item.itemId === selectedId}
              mayRun={mayRun(item)}
              handle={isHydrated && mayRun(item).ok ? handle(item.itemId) : null}
              isDragged={drag?.id === item.itemId}
              isTarget={drag !== null && drag.id !== item.itemId && drag.beforeId === item.itemId}
              isEnd={item.itemId === endId}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

/** Sends a move, says where the item went, and shows why when it was refused. */
function useMove(items: readonly DeskItem[], shown: readonly DeskItem[]): (drop: Drop) => void {
  const { t, locale } = useWords()
  const facts = usePageFacts()
  const announce = useAnnounce()
  const tell = useTell()
  const fetcher = useFetcher<ActionResult>()
  const moving = useRef<Drop | null>(null)
  const { data, state } = fetcher
  useEffect(() => {
    if (!data || state !== 'idle') return
    tell(data.ok ? null : data.refusal)
  }, [data, state, tell])
  useEffect(() => {
    const id = moving.current?.id
    const item = items.find(({ itemId }) => itemId === id)
    if (!item || state !== 'idle') return
    moving.current = null
    const { place, total } = neighbours(rowsOf(items), item.itemId)
    announce(t('agenda.moved', { name: `${item.number} ${nameIn(item.names, locale)}`, place, total }))
  }, [items, state, announce, t, locale])
  return ({ id, beforeId }) => {
    moving.current = { id, beforeId }
    const before = beforeInWhole(rowsOf(items), rowsOf(shown), { itemId: id, beforeId })
    const fields = { intent: 'agenda.moveItem', itemId: id, beforeId: before ?? '', acting: facts?.acting ?? '' }
    fetcher.submit(fields, { method: 'post' })
  }
}
