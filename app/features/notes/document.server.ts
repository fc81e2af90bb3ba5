import { actingOf } from '#app/kernel/actor.ts'
import type { DocumentKind } from '#app/kernel/documents.ts'
import { noteScopes } from './note.ts'
import { mayReadNote, mayWriteNote } from './policy.ts'

/** How the live engine opens a note. Carets carry people's names: everybody inside the circle belongs to one house. */
export const noteDocument: DocumentKind = {
  kind: 'note',
  async open(tx, actor, documentId) {
    const acting = actingOf(actor)
    const row = acting && (await tx.note.findUnique({ where: { documentId } }))
    const scope = noteScopes.find((each) => each === row?.scope)
    if (!acting || !row || !scope) return { access: 'none', caret: 'none' }
    const note = { ...row, scope }
    if (!mayReadNote(acting, note).ok) return { access: 'none', caret: 'none' }
    const access = mayWriteNote(acting, note).ok ? 'write' : 'read'
    // On shared session notes nobody is shown who reads along (SEC-071).
    const caret = scope === 'SESSION' ? (acting.side === 'secretariat' ? 'person' : 'none') : 'person'
    return { access, caret }
  },
}
