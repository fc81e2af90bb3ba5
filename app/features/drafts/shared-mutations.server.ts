import { itemFor } from '#app/features/agenda/api.server.ts'
import { delegationsOf } from '#app/features/conference/api.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { draftList, nameDraftingGroup, openSharedDraft } from './contract.ts'
import { lockDraft } from './draft-store.server.ts'
import { mayOpenSharedDraft, mayRunSharedDraft } from './policy.ts'
import { draftChanged } from './position-mutations.server.ts'

export const sharedDraftMutations: MutationHandler[] = [
  handle(openSharedDraft, async (work, { title, subject, itemId, language, delegationIds }) => {
    const { tx, actor, now, newId, documents } = work
    const acting = actingIn(actor)
    work.allow(mayOpenSharedDraft(acting))
    const item = await itemFor(tx, actor, itemId)
    await assertStates(work, delegationIds)
    const { conferenceId, accreditationId } = acting
    const documentId = await documents.create(tx, { kind: 'draft', conferenceId, now, newId })
    const draftId = newId<'draft'>()
    const place = { conferenceId, itemId, bodyId: item.bodyId, documentId }
    await tx.draft.create({
      data: {
        id: draftId,
        kind: 'SHARED',
        subject,
        title,
        language,
        createdBy: accreditationId,
        createdAt: now,
        ...place,
      },
    })
    await addMembers(work, draftId, delegationIds)
    work.changed(draftList, {})
    return { draftId }
  }),

  handle(nameDraftingGroup, async (work, { draftId, delegationIds }) => {
    const { tx } = work
    const draft = await lockDraft(tx, draftId)
    work.allow(mayRunSharedDraft(actingIn(work.actor), draft.rules))
    await assertStates(work, delegationIds)
    const before = draft.members.map(({ delegationId }) => delegationId)
    await tx.draftingGroupMember.deleteMany({ where: { draftId, delegationId: { notIn: delegationIds } } })
    await addMembers(
      work,
      draftId,
      delegationIds.filter((each) => !before.includes(each)),
    )
    // Whoever left the group is refused from this commit on and loses sight of the draft within a second (DR-13).
    await work.documents.accessChanged(tx, draft.documentId)
    work.revoke({ scope: 'document', id: draft.documentId, reason: 'access-changed' })
    work.record({ delegations: delegationIds })
    draftChanged(work, draft)
    return {}
  }),
]

const addMembers = ({ tx, now, actor }: Work, draftId: string, delegationIds: readonly string[]) =>
  tx.draftingGroupMember.createMany({
    data: delegationIds.map((delegationId) => ({
      draftId,
      delegationId,
      conferenceId: actingIn(actor).conferenceId,
      addedAt: now,
    })),
  })

async function assertStates({ tx, actor }: Work, delegationIds: readonly string[]): Promise<void> {
  const delegations = await delegationsOf(tx, actingIn(actor).conferenceId)
  const states = new Set(delegations.filter(({ kind }) => kind === 'STATE').map(({ id }) => id))
  if (delegationIds.every((each) => states.has(each))) return
  throw new DomainError(
    'invalid',
    'drafts/group-of-states',
    'A drafting group is made of state delegations of this conference.',
  )
}
