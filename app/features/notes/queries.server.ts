import { itemFor } from '#app/features/agenda/api.server.ts'
import type { Acting } from '#app/kernel/actor.ts'
import type { Documents } from '#app/kernel/documents.ts'
import { actingIn, answer, type QueryHandler, type Tx } from '#app/kernel/work.server.ts'
import { notesOnItem } from './contract.ts'
import { type NoteScope, noteScopes } from './note.ts'
import { circleOf } from './policy.ts'

export const noteQueries: QueryHandler[] = [
  answer(notesOnItem, async ({ tx, actor, documents }, { itemId }) => {
    const acting = actingIn(actor)
    await itemFor(tx, actor, itemId)
    const scopes = noteScopes.filter((scope) => circleOf(acting, scope))
    return { notes: await Promise.all(scopes.map((scope) => viewOf(tx, documents, acting, itemId, scope))) }
  }),
]

async function viewOf(tx: Tx, documents: Documents, acting: Acting, itemId: string, scope: NoteScope) {
  const circle = circleOf(acting, scope)
  const note = circle && (await tx.note.findFirst({ where: { itemId, ...circle }, select: { documentId: true } }))
  if (!note) return { scope, documentId: null, content: null }
  const { json } = await documents.read(tx, note.documentId)
  return { scope, documentId: note.documentId, content: json }
}
