import { allowed, type Decision, notNow } from '#app/kernel/policy.ts'
import type { ItemAndFamily, ItemStep } from './item-states.ts'
import { type Line, type RecordKind, standing, textField } from './record.ts'

export const undoWithinMs = 60_000

const undoable: readonly string[] = [
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
] satisfies RecordKind[]

/** The lines one act wrote: closing a meeting suspends its items, and undoing it resumes them. */
export const actOf = (line: Line): string => textField(line.detail, 'act') ?? line.id

/** The last act that could be undone if it were recent enough; the main line of it. */
export function lastUndoable<L extends Line>(lines: readonly L[]): L | null {
  const main = standing(lines).filter((line) => undoable.includes(line.kind) && actOf(line) === line.id)
  return main.at(-1) ?? null
}

/**
 * A slip of the hand is taken back within a minute, as long as nothing was built on it: no later act about the same
 * item, and for an act about a meeting, none in that meeting.
 */
export function mayUndo(line: Line, lines: readonly Line[], now: Date): Decision {
  if (!undoable.includes(line.kind)) return notNow('agenda/cannot-undo', 'This cannot be undone.')
  if (!standing(lines).some(({ id }) => id === line.id)) {
    return notNow('agenda/already-undone', 'This was undone already.')
  }
  if (now.getTime() - line.at.getTime() > undoWithinMs) {
    return notNow('agenda/undo-too-late', 'A minute has passed. What was done stands; take the next step instead.')
  }
  const built = standing(lines).some(
    (later) => later.place > line.place && actOf(later) !== line.id && concerns(later, line),
  )
  return built ? overtaken : allowed
}

export const overtaken = notNow('agenda/undo-overtaken', 'Something has happened since. What was done stands.')

const concerns = (later: Line, line: Line) =>
  line.itemId ? later.itemId === line.itemId : later.meetingId === line.meetingId

/** Whether an item can stand as it stood before, with its parent and its sub-items as they are now. */
export function mayStandAgain(
  from: ItemStep,
  { parent, subItems }: Pick<ItemAndFamily, 'parent' | 'subItems'>,
): Decision {
  const isUp = (step: ItemStep) => step === 'OPEN' || step === 'SUSPENDED'
  const isOver = (step: ItemStep) => step === 'CLOSED' || step === 'WITHDRAWN'
  const parentIsOver = parent !== null && isOver(parent.step)
  if (isUp(from) && parentIsOver) return overtaken
  return (isOver(from) || from === 'DEFERRED') && subItems.some(({ step }) => isUp(step)) ? overtaken : allowed
}
