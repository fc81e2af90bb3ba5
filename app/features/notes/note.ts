import type { Id } from '#app/kernel/ids.ts'

export const noteScopes = ['DELEGATION', 'PERSONAL', 'SESSION', 'SECRETARIAT'] as const
/** The circle a note is kept in. */
export type NoteScope = (typeof noteScopes)[number]

export interface Note {
  readonly scope: NoteScope
  readonly conferenceId: string
  readonly itemId: Id<'agendaItem'>
  readonly delegationId: string | null
  readonly accreditationId: string | null
}
