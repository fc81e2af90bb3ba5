import { actingOf } from '#app/kernel/actor.ts'
import type { DocumentKind } from '#app/kernel/documents.ts'
import { toDraft } from './drafting.ts'
import { mayReadDraft, mayWriteDraft } from './policy.ts'

/** How the live engine opens a draft: carets name people inside a delegation, delegations inside a drafting group. */
export const draftDocument: DocumentKind = {
  kind: 'draft',
  async open(tx, actor, documentId) {
    const acting = actingOf(actor)
    const row = acting && (await tx.draft.findUnique({ where: { documentId }, include: { members: true } }))
    if (!acting || !row) return { access: 'none', caret: 'none' }
    const draft = toDraft(row)
    if (!mayReadDraft(acting, draft).ok) return { access: 'none', caret: 'none' }
    return {
      access: mayWriteDraft(acting, draft).ok ? 'write' : 'read',
      caret: draft.circle.kind === 'SHARED' ? 'delegation' : 'person',
    }
  },
}
