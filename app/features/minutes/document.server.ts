import { actingOf } from '#app/kernel/actor.ts'
import type { DocumentKind } from '#app/kernel/documents.ts'
import { mayReadRecord, mayWriteRecord } from './policy.ts'
import { loadRecord } from './record-store.server.ts'

/** How the live engine opens a record's text: the secretariat alone, and for writing only while it is a draft (MI-3). */
export const minutesDocument: DocumentKind = {
  kind: 'minutes',
  async open(tx, actor, documentId) {
    const acting = actingOf(actor)
    const found =
      acting?.side === 'secretariat' && (await tx.minutes.findUnique({ where: { documentId }, select: { id: true } }))
    if (!acting || !found) return { access: 'none', caret: 'none' }
    const { rules } = await loadRecord(tx, acting.conferenceId, found.id)
    if (!mayReadRecord(acting, rules).ok) return { access: 'none', caret: 'none' }
    const isWriter = rules.step === 'DRAFT' && mayWriteRecord(acting, rules).ok
    return { access: isWriter ? 'write' : 'read', caret: 'person' }
  },
}
