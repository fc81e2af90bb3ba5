import type { Work } from '#app/kernel/work.server.ts'
import {
  agendaBoard,
  deskView,
  itemView,
  latestAnnouncement,
  ownPresence,
  programmeView,
  todayView,
} from './contract.ts'

/** The lists that show every item and meeting, for every side. */
function tellLists(work: Work): void {
  for (const query of [agendaBoard, programmeView, todayView, deskView]) work.changed(query, {})
}

/** These items stand otherwise than before. */
export function tellItems(work: Work, itemIds: readonly (string | null)[]): void {
  tellLists(work)
  for (const itemId of new Set(itemIds)) if (itemId) work.changed(itemView, { itemId })
}

/** Order, meetings, bodies or rooms changed: any item's page may show it. */
export function tellAll(work: Work): void {
  tellLists(work)
  work.changed(itemView, {})
  work.changed(ownPresence, {})
}

/** The desk counts who is present; the delegation sees its own answer. */
export function tellPresence(work: Work, delegationId: string): void {
  work.changed(deskView, {})
  work.changed(ownPresence, {}, { delegationId })
}

export function tellAnnouncement(work: Work): void {
  work.changed(latestAnnouncement, {})
  work.changed(todayView, {})
  work.changed(deskView, {})
}
