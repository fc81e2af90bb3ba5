import { randomInt } from 'node:crypto'
import type * as Y from 'yjs'
import { authorsByRange } from '#app/editor/authorship.ts'
import { withBlockIds } from '#app/editor/block-ids.ts'
import { emptyDocument } from '#app/editor/document-shape.ts'
import { insertionUpdate, jsonToYUpdate } from '#app/editor/y-document.ts'
import { yDocToJson } from '#app/editor/y-reading.ts'
import type { DocumentAuthor, Documents, NewDocument } from '#app/kernel/documents.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { digestOf, ownMemory } from './digest.ts'
import type { StoredSnapshot, StoredUpdate } from './journal.ts'
import { replay } from './replay.ts'

const mostIds = 2 ** 32 - 1

/** Live documents as features reach them: in their own transaction, under the row-level security of whoever acts. */
export const documents: Documents = {
  async create(tx, { content = emptyDocument, now, newId, ...circle }) {
    const id = newId()
    const clientId = randomInt(1, mostIds)
    const bytes = Buffer.from(jsonToYUpdate(withBlockIds(content, newId), clientId))
    const digest = Buffer.from(digestOf(bytes))
    const row = JSON.stringify({ id, ...circleOf(circle) })
    await tx.$executeRaw`SELECT plenary_live_create(${row}::jsonb, ${bytes}::bytea, ${digest}::bytea, ${clientId}::bigint, ${now}::timestamptz)`
    return id
  },
  async read(tx, documentId, atSeq) {
    const { doc, seq } = await openedAt(tx, documentId, atSeq)
    const json = yDocToJson(doc)
    doc.destroy()
    return { json, seq, updates: seq }
  },
  async add(tx, documentId, { arrange, now, newId }) {
    // Held, so that what `arrange` decides on is still so when it is written.
    await tx.$executeRaw`SELECT 1 FROM live_document WHERE id = ${documentId} FOR NO KEY UPDATE`
    const { doc } = await openedAt(tx, documentId)
    const placed = arrange(yDocToJson(doc))
    const clientId = unusedId(doc)
    const bytes = placed.length === 0 ? null : Buffer.from(insertionUpdate(doc, placed, clientId))
    doc.destroy()
    if (!bytes) return null
    const digest = Buffer.from(digestOf(bytes))
    const [row] = await tx.$queryRaw<{ seq: number | null }[]>`
      SELECT plenary_live_add(${documentId}, ${newId()}, ${clientId}::bigint, ${now}::timestamptz, ${bytes}::bytea, ${digest}::bytea) AS seq`
    if (row?.seq == null) throw ended()
    return row.seq
  },
  async close(tx, documentId, reason) {
    await change(tx, documentId, { state: 'CLOSED', closedReason: reason })
  },
  async reopen(tx, documentId) {
    await change(tx, documentId, { state: 'OPEN', closedReason: null })
  },
  async accessChanged(tx, documentId) {
    await change(tx, documentId, { accessEpoch: { increment: 1 } })
  },
  async authors(tx, documentId) {
    const rows = await tx.$queryRaw<(Omit<DocumentAuthor, 'clientIds'> & { clientIds: bigint[] })[]>`
      SELECT u.accreditation_id AS "accreditationId", u.person_id AS "personId", count(*)::int AS edits,
        min(u.at) AS "firstAt", max(u.at) AS "lastAt",
        (SELECT coalesce(array_agg(c.client_id ORDER BY c.issued_at), '{}') FROM live_client_id c
         WHERE c.document_id = ${documentId} AND c.accreditation_id = u.accreditation_id) AS "clientIds"
      FROM live_update u WHERE u.document_id = ${documentId} AND u.accreditation_id IS NOT NULL
      GROUP BY u.accreditation_id, u.person_id ORDER BY min(u.seq)`
    return rows.map((row) => ({ ...row, clientIds: row.clientIds.map(Number) }))
  },
  async written(tx, documentId) {
    const { doc } = await openedAt(tx, documentId)
    // Not from the edits: those are pruned once a snapshot holds them, the words stay.
    const ids = await tx.liveClientId.findMany({
      where: { documentId },
      select: { clientId: true, accreditationId: true },
    })
    const issued = ids.flatMap(({ clientId, accreditationId }) =>
      accreditationId === null ? [] : [[Number(clientId), accreditationId] as const],
    )
    const blocks = authorsByRange(doc, new Map(issued))
    doc.destroy()
    return blocks
  },
}

const ended = () =>
  new DomainError('conflict', 'live/closed', 'Writing in this text has ended. Reload the page to see how it stands.')

function unusedId(doc: Y.Doc): number {
  for (;;) {
    const id = randomInt(1, mostIds)
    if (!doc.store.clients.has(id)) return id
  }
}

/** The document as it is now, or was after edit `atSeq`. Whoever opens it destroys it. */
async function openedAt(tx: Tx, documentId: string, atSeq?: number) {
  const document = await tx.liveDocument.findUnique({ where: { id: documentId }, select: { seq: true } })
  if (!document || (atSeq !== undefined && atSeq > document.seq)) throw missing()
  const seq = atSeq ?? document.seq
  const [snapshot] = await tx.$queryRaw<StoredSnapshot[]>`
    SELECT seq, bytes, digest FROM live_snapshot
    WHERE document_id = ${documentId} AND seq <= ${seq} AND is_verified ORDER BY seq DESC LIMIT 1`
  const rows = await tx.$queryRaw<StoredUpdate[]>`
    SELECT seq, op_id AS "opId", accreditation_id AS "accreditationId", bytes, digest FROM live_update
    WHERE document_id = ${documentId} AND seq > ${snapshot?.seq ?? 0} AND seq <= ${seq} ORDER BY seq`
  const aside = await tx.liveQuarantine.findMany({ where: { documentId }, select: { seq: true } })
  const base = snapshot ? inOwnMemory(snapshot) : null
  const { doc, bad } = replay(base, rows.map(inOwnMemory), seq, new Set(aside.map((row) => row.seq)))
  // So long ago that the journal does not go back to it.
  if (atSeq !== undefined && bad.some(({ reason }) => reason === 'missing')) throw missing()
  return { doc, seq }
}

const circleOf = ({ conferenceId, kind, delegationId, accreditationId, side }: Omit<NewDocument, 'now' | 'newId'>) => ({
  conferenceId,
  kind,
  delegationId: delegationId ?? null,
  accreditationId: accreditationId ?? null,
  side: side ?? null,
})

const inOwnMemory = <Stored extends { bytes: Uint8Array }>(stored: Stored): Stored => ({
  ...stored,
  bytes: ownMemory(stored.bytes),
})

type Change = Parameters<Tx['liveDocument']['updateMany']>[0]['data']

/** A document that row-level security hides is not there. */
async function change(tx: Tx, documentId: string, data: Change): Promise<void> {
  const { count } = await tx.liveDocument.updateMany({ where: { id: documentId }, data })
  if (count === 0) throw missing()
}
