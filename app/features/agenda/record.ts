/** What happened, a kind for each thing. Features name theirs here, so that the record is one story. */
export const recordKinds = [
  'meeting-opened',
  'meeting-suspended',
  'meeting-resumed',
  'meeting-closed',
  'item-opened',
  'item-suspended',
  'item-resumed',
  'item-deferred',
  'item-closed',
  'item-reopened',
  'item-withdrawn',
  'item-moved',
  'agenda-adopted',
  'agenda-changed',
  'delegation-present',
  'delegation-left',
  'text-tabled',
  'text-withdrawn',
  'text-issued',
  'announcement',
  'act-undone',
] as const
export type RecordKind = (typeof recordKinds)[number]

export interface Line {
  readonly id: string
  readonly place: number
  readonly kind: string
  readonly at: Date
  readonly itemId: string | null
  readonly meetingId: string | null
  readonly detail: unknown
}

/**
 * The lines that stand: without those an `act-undone` line took back, and without that line itself. The record keeps
 * all of them; clocks and minutes read these.
 */
export function standing<L extends Line>(lines: readonly L[]): L[] {
  const undone = new Set(lines.flatMap((line) => (line.kind === 'act-undone' ? undoneBy(line) : [])))
  return lines.filter((line) => line.kind !== 'act-undone' && !undone.has(line.id))
}

function undoneBy({ detail }: Line): string[] {
  const ids = field(detail, 'lines')
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}

export const field = (detail: unknown, name: string): unknown =>
  typeof detail === 'object' && detail !== null ? Reflect.get(detail, name) : undefined

export const textField = (detail: unknown, name: string): string | null => {
  const value = field(detail, name)
  return typeof value === 'string' ? value : null
}
