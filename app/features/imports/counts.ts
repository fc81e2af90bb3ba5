import { sideOfRole } from '#app/kernel/actor.ts'
import type { ImportCounts } from './contract.ts'
import { type Known, waitsForWord } from './known.ts'
import type { Reading } from './parts.ts'

/** What the preview counts: things, not rows, so that a secretariat can compare with its own lists. */
export function countsOf({ parts, rows }: Reading, known: Known): ImportCounts {
  const { delegations, participants, items, meetings } = parts
  const ofKind = (kind: string) => delegations.filter(({ value }) => value.kind === kind).length
  const secretariat = participants.filter(({ value }) => sideOfRole(value.role) === 'secretariat')
  const requests = participants.filter(({ value }) => waitsForWord(value, known))
  return {
    rows,
    states: ofKind('STATE'),
    observers: ofKind('OBSERVER'),
    people: new Set(participants.map(({ value }) => value.email)).size,
    accreditations: participants.length - requests.length,
    requests: requests.length,
    secretariat: secretariat.length,
    rooms: parts.rooms.length,
    bodies: parts.bodies.length,
    items: items.filter(({ value }) => value.parent === null).length,
    subItems: items.filter(({ value }) => value.parent !== null).length,
    meetings: meetings.length,
    slots: meetings.reduce((sum, { value }) => sum + value.slots.length, 0),
  }
}
