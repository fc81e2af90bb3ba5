import * as Y from 'yjs'

/** Where an item stands: directly in the root or in an element, in a run of text, or as an attribute. */
export interface Spot {
  readonly place: 'block' | 'text' | 'attribute'
  readonly depth: number
}

/** A stretch of one client's history that is validated and not yet applied, and what it opens for others to stand in. */
export interface Stretch {
  readonly clock: number
  readonly end: number
  /** Null where its neighbours are collected already: it will be collected too. */
  readonly spot: Spot | null
  readonly opens: 'block' | 'text' | null
}

/** The validated edits of one writer that wait for their commit, by client id, each list in the order of its clocks. */
export type Overlay = Map<number, Stretch[]>

export const rootSpot: Spot = { place: 'block', depth: 0 }

/** Where a thing stands whose neighbour is `id`; null when that cannot be told any more. */
export function spotOf(id: Y.ID, doc: Y.Doc, overlay: Overlay): Spot | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return stretchAt(id, overlay)?.spot ?? null
  const item: unknown = Y.getItem(doc.store, id)
  if (!(item instanceof Y.Item) || !(item.parent instanceof Y.AbstractType)) return null
  if (item.parentSub !== null) return { place: 'attribute', depth: depthOf(item.parent) }
  return { place: item.parent instanceof Y.XmlText ? 'text' : 'block', depth: depthOf(item.parent) }
}

/** Where a child of the type that was made by `id` stands; null when there is no such type any more. */
export function spotInside(id: Y.ID, doc: Y.Doc, overlay: Overlay): Spot | null {
  if (id.clock >= Y.getState(doc.store, id.client)) {
    const stretch = stretchAt(id, overlay)
    if (!stretch?.opens || !stretch.spot) return null
    return { place: stretch.opens, depth: stretch.spot.depth + 1 }
  }
  const item: unknown = Y.getItem(doc.store, id)
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return null
  const { type } = item.content
  return { place: type instanceof Y.XmlText ? 'text' : 'block', depth: depthOf(type) }
}

export function remember(overlay: Overlay, client: number, stretch: Stretch): void {
  const known = overlay.get(client)
  if (known) known.push(stretch)
  else overlay.set(client, [stretch])
}

function depthOf(type: Y.AbstractType<unknown>): number {
  let depth = 0
  let item = type._item
  while (item !== null && item.parent instanceof Y.AbstractType) {
    depth += 1
    item = item.parent._item
  }
  return depth
}

function stretchAt(id: Y.ID, overlay: Overlay): Stretch | null {
  const stretches = overlay.get(id.client) ?? []
  let low = 0
  let high = stretches.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const stretch = stretches[middle]
    if (!stretch) return null
    if (id.clock < stretch.clock) high = middle - 1
    else if (id.clock >= stretch.end) low = middle + 1
    else return stretch
  }
  return null
}
