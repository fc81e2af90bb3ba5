import { isDocumentJson } from '#app/editor/document-json.ts'
import { addRecordLine, bodyById } from '#app/features/agenda/api.server.ts'
import { delegationById } from '#app/features/conference/api.server.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler, type Tx, type Work } from '#app/kernel/work.server.ts'
import { issueRevision, tabledList, tabledView, tableRevision, withdrawTabled } from './contract.ts'
import { type LoadedDraft, lockDraft, nextInSeries } from './draft-store.server.ts'
import { mayRunSharedDraft, mayTable, mayWithdraw } from './policy.ts'
import { draftChanged } from './position-mutations.server.ts'
import { revisionSymbol, seriesOf, symbolIn } from './symbols.ts'
import { assertNotEmpty, assertQuotesStay, assertSameText } from './tabling.ts'

export const tablingMutations: MutationHandler[] = [
  handle(tableRevision, async (work, { draftId, revisionId, textHash, audience, corrects }) => {
    const draft = await lockDraft(work.tx, draftId)
    work.allow(mayTable(actingIn(work.actor), draft.rules))
    return leave(work, draft, { revisionId, textHash, audience, corrects, kind: 'text-tabled' })
  }),

  handle(issueRevision, async (work, { draftId, revisionId, textHash, audience }) => {
    const draft = await lockDraft(work.tx, draftId)
    work.allow(mayRunSharedDraft(actingIn(work.actor), draft.rules))
    // The draft's row is locked, so two officers who issue at once get one symbol after the other (EC-49).
    const before = await work.tx.tablingOrigin.findFirst({ where: { draftId } })
    const issued = before && (await work.tx.tabledText.findUnique({ where: { id: before.tabledTextId } }))
    return leave(work, draft, {
      revisionId,
      textHash,
      audience,
      corrects: issued?.baseSymbol ?? null,
      kind: 'text-issued',
    })
  }),

  handle(withdrawTabled, async (work, { symbol, reason }) => {
    const { tx, now } = work
    const acting = actingIn(work.actor)
    await tx.$executeRaw`SELECT 1 FROM tabled_text WHERE conference_id = ${acting.conferenceId} AND symbol = ${symbol} FOR UPDATE`
    const text = await tx.tabledText.findUnique({
      where: { conferenceId_symbol: { conferenceId: acting.conferenceId, symbol } },
    })
    if (!text) throw missing()
    work.allow(mayWithdraw(acting, text))
    await tx.tabledText.updateMany({ where: { id: text.id }, data: { withdrawnAt: now, withdrawnReason: reason } })
    await addRecordLine(work, {
      kind: 'text-withdrawn',
      itemId: text.itemId,
      bodyId: text.bodyId,
      delegationId: text.delegationId,
      detail: { symbol },
    })
    work.record({ symbol })
    textsChanged(work)
    return {}
  }),
]

interface Leaving {
  readonly revisionId: string
  readonly textHash: string
  readonly audience: 'STATES' | 'ALL'
  readonly corrects: string | null
  readonly kind: 'text-tabled' | 'text-issued'
}

/** The one way out of a circle: a copy of a named revision under a symbol of its own (SEC-017). */
async function leave(work: Work, draft: LoadedDraft, leaving: Leaving) {
  const { tx, now, newId } = work
  const acting = actingIn(work.actor)
  const revision = await tx.draftRevision.findFirst({ where: { id: leaving.revisionId, draftId: draft.id } })
  if (!revision || !isDocumentJson(revision.content)) throw missing()
  assertSameText(leaving.textHash, revision)
  assertNotEmpty(revision.content)
  assertQuotesStay(revision.content, leaving.audience)
  await assertNotTabled(tx, revision.id)
  const by = draft.delegationId ? await delegationById(tx, draft.conferenceId, draft.delegationId) : null
  const called = await symbolFor(work, draft, leaving.corrects)
  const id = newId<'tabledText'>()
  const { conferenceId, delegationId, bodyId, itemId, subject, title, language } = draft
  await tx.tabledText.create({
    data: {
      id,
      conferenceId,
      delegationId,
      ...(by ? { delegationNames: { ...by.names }, delegationCode: by.code } : {}),
      bodyId,
      itemId,
      subject,
      title,
      language,
      ...called,
      content: JSON.parse(JSON.stringify(revision.content)),
      textHash: revision.textHash,
      audience: leaving.audience,
      tabledAt: now,
      tabledByRole: acting.role,
    },
  })
  const origin = {
    conferenceId,
    delegationId,
    draftId: draft.id,
    revisionId: revision.id,
    tabledBy: acting.accreditationId,
  }
  await tx.tablingOrigin.create({ data: { tabledTextId: id, ...origin } })
  await addRecordLine(work, {
    kind: leaving.kind,
    itemId,
    bodyId,
    delegationId,
    detail: { symbol: called.symbol, title },
  })
  work.record({ symbol: called.symbol, textHash: revision.textHash, audience: leaving.audience })
  textsChanged(work)
  draftChanged(work, draft)
  return { symbol: called.symbol, tabledAt: now.toISOString(), textHash: revision.textHash }
}

/** DR-18. The draft's row is locked: of several who press at once, in whatever window, one tables. */
async function assertNotTabled(tx: Tx, revisionId: string): Promise<void> {
  const origins = await tx.tablingOrigin.findMany({ where: { revisionId }, select: { tabledTextId: true } })
  const standing = await tx.tabledText.findFirst({
    where: { id: { in: origins.map(({ tabledTextId }) => tabledTextId) }, withdrawnAt: null },
    select: { symbol: true },
  })
  if (standing) {
    throw new DomainError(
      'conflict',
      'drafts/tabled-already',
      `This revision has been tabled as ${standing.symbol}. To change it, name a new revision and table that as a correction.`,
      { params: { symbol: standing.symbol } },
    )
  }
}

async function symbolFor({ tx }: Work, draft: LoadedDraft, corrects: string | null) {
  if (!corrects) {
    const body = draft.bodyId ? await bodyById(tx, draft.bodyId) : null
    if (!body) throw missing()
    const series = seriesOf(body.symbol, 'CRP')
    const baseSymbol = symbolIn(series, await nextInSeries(tx, draft.conferenceId, series))
    return { symbol: baseSymbol, baseSymbol, revision: 0 }
  }
  // A correction follows what the same circle issued before, and Rev.n needs Rev.n-1.
  await tx.$executeRaw`SELECT 1 FROM tabled_text WHERE conference_id = ${draft.conferenceId} AND base_symbol = ${corrects} FOR UPDATE`
  const earlier = await tx.tabledText.findMany({
    where: { conferenceId: draft.conferenceId, baseSymbol: corrects, delegationId: draft.delegationId },
  })
  const last = Math.max(-1, ...earlier.map((text) => text.revision))
  if (last < 0) {
    throw new DomainError(
      'conflict',
      'drafts/nothing-to-correct',
      'There is no text of yours under that symbol to correct.',
    )
  }
  if (earlier.some((text) => text.revision === last && text.withdrawnAt)) {
    throw new DomainError(
      'conflict',
      'drafts/corrects-withdrawn',
      'The text you mean to correct has been withdrawn. Table this one as a text of its own.',
    )
  }
  return { symbol: revisionSymbol(corrects, last + 1), baseSymbol: corrects, revision: last + 1 }
}

function textsChanged(work: Work): void {
  work.changed(tabledList, {})
  work.changed(tabledView, {})
}
