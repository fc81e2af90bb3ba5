import { itemFor } from '#app/features/agenda/api.server.ts'
import { must } from '#app/kernel/must.ts'
import { hidden } from '#app/kernel/policy.ts'
import { actingIn, type ChangedFor, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { notesOnItem, openNote } from './contract.ts'
import { circleOf, mayWriteNote } from './policy.ts'

export const noteMutations: MutationHandler[] = [
  handle(openNote, async (work, { itemId, scope }) => {
    const acting = actingIn(work.actor)
    await itemFor(work.tx, work.actor, itemId)
    const circle = circleOf(acting, scope)
    work.allow(circle ? mayWriteNote(acting, circle) : hidden)
    const documentId = await noteOf(work, itemId, must(circle))
    work.changed(notesOnItem, { itemId }, concerned(must(circle)))
    return { documentId }
  }),
]

const concerned = ({ delegationId, accreditationId }: Circle): ChangedFor =>
  accreditationId ? { accreditationId } : delegationId ? { delegationId } : {}

type Circle = NonNullable<ReturnType<typeof circleOf>>

/** Two members may open the first note at the same moment: the lock lets one make it and the other find it (NO-4). */
async function noteOf({ tx, documents, newId, now }: Work, itemId: string, circle: Circle): Promise<string> {
  const owner = `${itemId} ${circle.scope} ${circle.delegationId ?? ''} ${circle.accreditationId ?? ''}`
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`note:${owner}`}, 0))`
  const before = await tx.note.findFirst({ where: { itemId, ...circle }, select: { documentId: true } })
  if (before) return before.documentId
  const { conferenceId, delegationId, accreditationId } = circle
  const side = circle.scope === 'SECRETARIAT' ? 'secretariat' : null
  const documentId = await documents.create(tx, {
    kind: 'note',
    conferenceId,
    delegationId,
    accreditationId,
    side,
    now,
    newId,
  })
  await tx.note.create({ data: { id: newId(), itemId, documentId, createdAt: now, ...circle } })
  return documentId
}
