import { checkJson } from '#app/editor/check-json.ts'
import { flatten } from '#app/editor/flatten.ts'
import { textHash } from '#app/editor/text-hash.server.ts'
import { itemFor } from '#app/features/agenda/api.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { actingIn, type ChangedFor, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import {
  createPosition,
  draftList,
  draftView,
  nameRevision,
  renameDraft,
  setDraftAside,
  takeDraftUp,
} from './contract.ts'
import { type LoadedDraft, lockDraft } from './draft-store.server.ts'
import { mayDraftPosition, mayWriteDraft } from './policy.ts'

export const positionMutations: MutationHandler[] = [
  handle(createPosition, async (work, { title, subject, itemId, language }) => {
    const { tx, actor, now, newId, documents } = work
    const acting = actingIn(actor)
    work.allow(mayDraftPosition(acting))
    const item = await itemFor(tx, actor, itemId)
    const { conferenceId, accreditationId } = acting
    const delegationId = must(acting.delegationId)
    const documentId = await documents.create(tx, { kind: 'draft', conferenceId, delegationId, now, newId })
    const draftId = newId<'draft'>()
    const place = { conferenceId, delegationId, itemId, bodyId: item.bodyId, documentId }
    await tx.draft.create({
      data: {
        id: draftId,
        kind: 'POSITION',
        subject,
        title,
        language,
        createdBy: accreditationId,
        createdAt: now,
        ...place,
      },
    })
    work.changed(draftList, {}, { delegationId })
    return { draftId }
  }),

  handle(renameDraft, async (work, { draftId, title }) => {
    const draft = await lockDraft(work.tx, draftId)
    work.allow(mayWriteDraft(actingIn(work.actor), draft.rules))
    await work.tx.draft.update({ where: { id: draftId }, data: { title } })
    draftChanged(work, draft)
    return {}
  }),

  handle(setDraftAside, async (work, { draftId }) => {
    const draft = await lockDraft(work.tx, draftId)
    work.allow(mayWriteDraft(actingIn(work.actor), draft.rules))
    await work.tx.draft.update({ where: { id: draftId }, data: { step: 'SET_ASIDE' } })
    await work.documents.close(work.tx, draft.documentId, 'set-aside')
    work.revoke({ scope: 'document', id: draft.documentId, reason: 'closed' })
    draftChanged(work, draft)
    return {}
  }),

  handle(takeDraftUp, async (work, { draftId }) => {
    const draft = await lockDraft(work.tx, draftId)
    const acting = actingIn(work.actor)
    work.allow(mayWriteDraft(acting, { ...draft.rules, step: 'DRAFT' }))
    await work.tx.draft.update({ where: { id: draftId }, data: { step: 'DRAFT' } })
    await work.documents.reopen(work.tx, draft.documentId)
    work.revoke({ scope: 'document', id: draft.documentId, reason: 'access-changed' })
    draftChanged(work, draft)
    return {}
  }),

  handle(nameRevision, async (work, { draftId, name }) => {
    // The draft's row is locked: two members who name a revision at once get two numbers, one after the other.
    const draft = await lockDraft(work.tx, draftId)
    const acting = actingIn(work.actor)
    work.allow(mayWriteDraft(acting, draft.rules))
    const revision = await keepRevision(work, draft, name)
    draftChanged(work, draft)
    return revision
  }),
]

/** DR-3, DR-6: the flattened text as it stands at one place of the journal. */
async function keepRevision({ tx, actor, documents, newId, now }: Work, draft: LoadedDraft, name: string) {
  const { json, seq } = await documents.read(tx, draft.documentId)
  const content = flatten(json)
  // SEC-017: what is kept, and may be tabled, is of the schema. A live text is put in order within a second.
  if (!checkJson(content).ok) throw outOfOrder()
  const number = (await tx.draftRevision.count({ where: { draftId: draft.id } })) + 1
  const revisionId = newId<'draftRevision'>()
  await tx.draftRevision.create({
    data: {
      id: revisionId,
      conferenceId: draft.conferenceId,
      draftId: draft.id,
      number,
      name,
      seq,
      content: JSON.parse(JSON.stringify(content)),
      textHash: textHash(content),
      madeBy: actingIn(actor).accreditationId,
      madeAt: now,
    },
  })
  return { revisionId, number }
}

/** Tells those who may see the draft and nobody else: a private change is not even timing to others. */
export function draftChanged(work: Work, draft: Pick<LoadedDraft, 'id' | 'delegationId'>): void {
  const only: ChangedFor | undefined = draft.delegationId ? { delegationId: draft.delegationId } : undefined
  work.changed(draftView, { draftId: draft.id }, only)
  work.changed(draftList, {}, only)
}

const outOfOrder = () =>
  new DomainError(
    'conflict',
    'drafts/out-of-order',
    'A part of this text is not in order and is being mended. Look at it, and name the revision again in a moment.',
  )
