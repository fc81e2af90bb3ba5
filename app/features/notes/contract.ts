import { z } from 'zod'
import { documentJson } from '#app/editor/document-contract.ts'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { noteScopes } from './note.ts'

const itemId = id<'agendaItem'>()

/** Opens the item's note in this scope, making it first where there is none yet. */
export const openNote = mutation('notes.open', {
  input: z.strictObject({ itemId, scope: z.enum(noteScopes) }),
  output: z.object({ documentId: z.string() }),
  audit: 'delegation',
})

const noteView = z.object({
  scope: z.enum(noteScopes),
  documentId: z.string().nullable(),
  /** The text as it stands, in the editor's JSON; null where nothing was written yet. */
  content: documentJson().nullable(),
})
export type NoteView = z.output<typeof noteView>

/** The notes on an item that the asker may open, each with its text, in the order own delegation, own, session, secretariat. */
export const notesOnItem = query('notes.onItem', {
  input: z.strictObject({ itemId }),
  output: z.object({ notes: z.array(noteView) }),
})
export type NotesOnItem = z.output<typeof notesOnItem.output>
