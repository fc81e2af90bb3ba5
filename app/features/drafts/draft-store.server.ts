import { missing } from '#app/kernel/errors.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import type { Prisma } from '#prisma/client.ts'
import { type Draft, toDraft } from './drafting.ts'

const withMembers = {
  members: { select: { delegationId: true } },
  revisions: { select: { id: true } },
} satisfies Prisma.DraftInclude
type Row = Prisma.DraftGetPayload<{ include: typeof withMembers }>

export type LoadedDraft = Row & { readonly rules: Draft }

/** The draft, as far as row-level security shows it; otherwise the one answer for what is not there. */
export async function loadDraft(tx: Tx, draftId: string): Promise<LoadedDraft> {
  const row = await tx.draft.findUnique({ where: { id: draftId }, include: withMembers })
  if (!row) throw missing()
  return { ...row, rules: toDraft(row) }
}

/** The same, held against change until the transaction ends: two people may act on it at the same moment. */
export async function lockDraft(tx: Tx, draftId: string): Promise<LoadedDraft> {
  await tx.$executeRaw`SELECT 1 FROM draft WHERE id = ${draftId} FOR UPDATE`
  return loadDraft(tx, draftId)
}

/** The next number of a series; the row's lock makes two at once wait for each other, so no number is given twice (DR-9). */
export async function nextInSeries(tx: Tx, conferenceId: string, series: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO symbol_series (conference_id, series, last) VALUES (${conferenceId}, ${series}, 1)
    ON CONFLICT (conference_id, series) DO UPDATE SET last = symbol_series.last + 1 RETURNING last`
  return row?.last ?? 1
}
