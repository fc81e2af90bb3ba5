import { itemRefsFor, itemRefsOf } from '#app/features/agenda/api.server.ts'
import { storedNames } from '#app/features/conference/api.server.ts'
import { must } from '#app/kernel/must.ts'
import { type Ask, actingIn, type Tx } from '#app/kernel/work.server.ts'
import type { Prisma } from '#prisma/client.ts'
import type { DraftLine, TabledLine } from './contract.ts'
import { draftSubjects } from './drafting.ts'

/** A subject as stored; the database allows no other. */
export const subjectOf = (text: string) =>
  must(
    draftSubjects.find((each) => each === text),
    `no subject ${text}`,
  )

/** Draft rows as lists show them, with the symbols under which revisions left. */
export async function draftLines(
  tx: Tx,
  conferenceId: string,
  where: { delegationId?: string | null; itemId?: string; id?: string },
): Promise<DraftLine[]> {
  const rows = await tx.draft.findMany({
    where: { conferenceId, ...where },
    include: { revisions: { orderBy: { number: 'desc' } } },
    orderBy: { createdAt: 'asc' },
  })
  const origins = await tx.tablingOrigin.findMany({ where: { draftId: { in: rows.map(({ id }) => id) } } })
  const texts = await tx.tabledText.findMany({
    where: { id: { in: origins.map(({ tabledTextId }) => tabledTextId) } },
    orderBy: { tabledAt: 'asc' },
    select: { id: true, symbol: true },
  })
  const items = await itemRefsOf(tx, conferenceId)
  return rows.map((row) => ({
    draftId: row.id,
    kind: row.kind === 'SHARED' ? 'SHARED' : 'POSITION',
    subject: subjectOf(row.subject),
    title: row.title,
    language: row.language,
    step: row.step === 'SET_ASIDE' ? 'SET_ASIDE' : 'DRAFT',
    item: row.itemId ? (items.get(row.itemId) ?? null) : null,
    createdAt: row.createdAt.toISOString(),
    revisions: row.revisions.length,
    lastRevision: row.revisions[0] ? revisionLineOf(row.revisions[0], null) : null,
    symbols: texts
      .filter(({ id }) => origins.some((origin) => origin.tabledTextId === id && origin.draftId === row.id))
      .map(({ symbol }) => symbol),
  }))
}

interface RevisionRow {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly madeAt: Date
  readonly textHash: string
}

export const revisionLineOf = (row: RevisionRow, madeBy: string | null) => ({
  revisionId: row.id,
  number: row.number,
  name: row.name,
  madeAt: row.madeAt.toISOString(),
  madeBy,
  textHash: row.textHash,
})

/** Tabled texts as far as row-level security shows them, newest first; no text of theirs is read. */
export async function tabledLines(
  { tx, actor }: Pick<Ask, 'tx' | 'actor'>,
  where: Prisma.TabledTextWhereInput,
): Promise<TabledLine[]> {
  const { conferenceId } = actingIn(actor)
  const rows = await tx.tabledText.findMany({
    where: { conferenceId, ...where },
    omit: { content: true },
    orderBy: [{ tabledAt: 'desc' }, { symbol: 'desc' }],
  })
  const items = await itemRefsFor(tx, actor)
  const later = await tx.tabledText.findMany({
    where: { conferenceId, baseSymbol: { in: rows.map((row) => row.baseSymbol) } },
    select: { baseSymbol: true, revision: true, symbol: true },
  })
  return rows.map((row) => {
    const newest = later
      .filter((text) => text.baseSymbol === row.baseSymbol && text.revision > row.revision)
      .sort((a, b) => b.revision - a.revision)[0]
    return {
      symbol: row.symbol,
      baseSymbol: row.baseSymbol,
      revision: row.revision,
      title: row.title,
      subject: subjectOf(row.subject),
      language: row.language,
      item: row.itemId ? (items.get(row.itemId) ?? null) : null,
      delegation: row.delegationId
        ? { delegationId: row.delegationId, code: row.delegationCode ?? '', names: storedNames(row.delegationNames) }
        : null,
      audience: row.audience === 'ALL' ? 'ALL' : 'STATES',
      tabledAt: row.tabledAt.toISOString(),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      withdrawnReason: row.withdrawnReason,
      replacedBy: newest?.symbol ?? null,
    }
  })
}
