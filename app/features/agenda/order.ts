import { DomainError } from '#app/kernel/errors.ts'
import { byOrderKey, orderKeyBetween } from '#app/kernel/order-key.ts'

interface Placed {
  readonly id: string
  readonly parentId: string | null
  readonly orderKey: string
}

/** Top-level items in their order, each followed by its sub-items. */
export const inOrder = <Item extends Placed>(items: readonly Item[]): Item[] =>
  siblings(items, null).flatMap((item) => [item, ...siblings(items, item.id)])

export const siblings = <Item extends Placed>(items: readonly Item[], parentId: string | null): Item[] =>
  items.filter((item) => item.parentId === parentId).sort(byOrderKey)

/**
 * The key that puts an item before another one, or at the end (null), among the items under `parentId`. One row
 * changes: sub-items stand under their parent's id and so move with it.
 */
export function keyBefore(
  items: readonly Placed[],
  { itemId, parentId, beforeId }: { itemId: string; parentId: string | null; beforeId: string | null },
): string {
  const others = siblings(items, parentId).filter(({ id }) => id !== itemId)
  const place = beforeId === null ? others.length : others.findIndex(({ id }) => id === beforeId)
  if (place < 0) {
    throw new DomainError('conflict', 'agenda/neighbour-moved', 'That item has moved meanwhile. Look again, then move.')
  }
  return orderKeyBetween(others[place - 1]?.orderKey ?? null, others[place]?.orderKey ?? null)
}

export const keyAtEnd = (items: readonly Placed[], parentId: string | null): string =>
  orderKeyBetween(siblings(items, parentId).at(-1)?.orderKey ?? null, null)

/**
 * Where an item stands among its siblings in a list that is already in order, and what "move up" and "move down" would
 * put it before: an id, null for the end, undefined when there is no further.
 */
export function neighbours(ordered: readonly Pick<Placed, 'id' | 'parentId'>[], itemId: string) {
  const item = ordered.find(({ id }) => id === itemId)
  const list = ordered.filter(({ parentId }) => item && parentId === item.parentId)
  const place = list.findIndex(({ id }) => id === itemId)
  return {
    place: place + 1,
    total: list.length,
    up: place > 0 ? list[place - 1]?.id : undefined,
    down: place >= 0 && place < list.length - 1 ? (list[place + 2]?.id ?? null) : undefined,
  }
}

/**
 * Where a move within a part of the list leads in the whole of it. The end of the part is the place after its last row,
 * not the end of everything.
 */
export function beforeInWhole(
  whole: readonly Pick<Placed, 'id' | 'parentId'>[],
  part: readonly Pick<Placed, 'id' | 'parentId'>[],
  { itemId, beforeId }: { itemId: string; beforeId: string | null },
): string | null {
  if (beforeId !== null) return beforeId
  const parentId = whole.find(({ id }) => id === itemId)?.parentId ?? null
  const isOther = (row: Pick<Placed, 'id' | 'parentId'>) => row.parentId === parentId && row.id !== itemId
  const last = part.findLast(isOther)
  const others = whole.filter(isOther)
  const place = others.findIndex(({ id }) => id === last?.id)
  return others[place + 1]?.id ?? null
}

/** An item with sub-items stays at the top, and nothing is under itself: two levels, so that numbers stay readable. */
export function mayStandUnder(items: readonly Placed[], itemId: string, parentId: string | null): boolean {
  if (parentId === null) return true
  const parent = items.find(({ id }) => id === parentId)
  return parent !== undefined && parentId !== itemId && !parent.parentId && siblings(items, itemId).length === 0
}
