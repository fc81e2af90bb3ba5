import type { Acting } from '#app/kernel/actor.ts'
import { unreachable } from '#app/kernel/must.ts'
import { allowed, type Decision, denied, hidden } from '#app/kernel/policy.ts'
import type { Note, NoteScope } from './note.ts'

type Circle = Pick<Note, 'scope' | 'conferenceId' | 'delegationId' | 'accreditationId'>

/** The circle this capacity belongs to in a scope; null when there is none for it (NO-1…NO-3, NO-7). */
export function circleOf(acting: Acting, scope: NoteScope): Circle | null {
  const { conferenceId, side } = acting
  const nobody = { scope, conferenceId, delegationId: null, accreditationId: null }
  if (side === 'observer') return null
  switch (scope) {
    case 'DELEGATION':
      return side === 'state' && acting.delegationId ? { ...nobody, delegationId: acting.delegationId } : null
    case 'PERSONAL':
      return { ...nobody, delegationId: acting.delegationId, accreditationId: acting.accreditationId }
    case 'SESSION':
      return nobody
    case 'SECRETARIAT':
      return side === 'secretariat' ? nobody : null
    default:
      return unreachable(scope)
  }
}

export function mayReadNote(acting: Acting, note: Circle): Decision {
  const circle = circleOf(acting, note.scope)
  const isInside =
    circle &&
    circle.conferenceId === note.conferenceId &&
    circle.delegationId === note.delegationId &&
    circle.accreditationId === note.accreditationId
  return isInside ? allowed : hidden
}

export function mayWriteNote(acting: Acting, note: Circle): Decision {
  const read = mayReadNote(acting, note)
  if (!read.ok) return read
  if (note.scope === 'SESSION' && acting.side !== 'secretariat') {
    return denied('notes/secretariat-writes', 'The secretariat writes the session notes. Your delegation reads them.')
  }
  if (note.scope === 'DELEGATION' && !acting.rights.includes('EDIT_DELEGATION')) {
    return denied('notes/no-right-to-edit', 'Your head of delegation has not given you the right to edit.')
  }
  return allowed
}
