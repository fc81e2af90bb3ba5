import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react'
import { neighbours } from '#app/features/agenda/order.ts'

interface Row {
  readonly id: string
  readonly parentId: string | null
}

export interface Drop {
  readonly id: string
  /** The sibling it goes before; null is the end. */
  readonly beforeId: string | null
}

export interface DragOrder {
  /** The row in the hand, and where it would go now. */
  readonly drag: Drop | null
  handle(id: string): {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  }
}

/**
 * Reordering by a handle: drag it with mouse, pen or finger, or press the arrow keys on it. Rows of the list carry
 * `data-row`; a row moves among its siblings only.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  onDrop: (drop: Drop) => void,
): DragOrder {
  const [drag, setDrag] = useState<Drop | null>(null)
  const start = useRef<string | null | undefined>(undefined)

  const siblings = (id: string) => {
    const own = rows.find((row) => row.id === id)
    return rows.filter(({ parentId }) => own && parentId === own.parentId)
  }
  /** What comes after it now: dropping there moves nothing. */
  const nextOf = (id: string) => {
    const list = siblings(id)
    return list[list.findIndex((row) => row.id === id) + 1]?.id ?? null
  }
  const beforeAt = (id: string, y: number) => {
    const others = siblings(id).filter((row) => row.id !== id)
    return others.find((row) => y < middleOf(list.current, row.id))?.id ?? null
  }
  const end = () => {
    setDrag(null)
    start.current = undefined
  }

  return {
    drag,
    handle: (id) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = nextOf(id)
        setDrag({ id, beforeId: nextOf(id) })
      },
      onPointerMove(event) {
        if (drag?.id === id) setDrag({ id, beforeId: beforeAt(id, event.clientY) })
      },
      onPointerUp() {
        if (drag?.id === id && drag.beforeId !== start.current) onDrop(drag)
        end()
      },
      onPointerCancel: end,
      onKeyDown(event) {
        if (event.key === 'Escape') return end()
        const to = neighbours(rows, id)
        const beforeId = event.key === 'ArrowUp' ? to.up : event.key === 'ArrowDown' ? to.down : undefined
        if (beforeId === undefined) return
        event.preventDefault()
        onDrop({ id, beforeId })
      },
    }),
  }
}

function middleOf(list: HTMLElement | null, id: string): number {
  const box = list?.querySelector(`[data-row="${CSS.escape(id)}"]`)?.getBoundingClientRect()
  return box ? box.top + box.height / 2 : Number.POSITIVE_INFINITY
}
