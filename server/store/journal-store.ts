import { digestOf, ownMemory } from '#server/live/digest.ts'
import type {
  Journal,
  JournalEntry,
  JournalFault,
  JournalOutcome,
  StoredDocument,
  StoredSnapshot,
  StoredUpdate,
} from '#server/live/journal.ts'
import type { Database } from './database.ts'

/** A snapshot that is fewer edits behind than this makes another one needless. */
const nearlyAsNew = 250
const keptSnapshots = 3
const uniqueViolation = '23505'

/** The journal in PostgreSQL. What a commit checks and stores is in `prisma/rules/10-live.sql`. */
export function createJournal({ sql }: Pick<Database, 'sql'>): Journal {
  return {
    async append(entries) {
      const rows = await sql<AppendRow>('SELECT n, seq, at, outcome FROM plenary_journal_append($1::jsonb)', [
        JSON.stringify(entries.map(toRow)),
      ])
      const outcomes = new Map(rows.map((row) => [row.n, toOutcome(row)]))
      return entries.map((_, n) => outcomes.get(n) ?? { kind: 'refused', fault: 'missing' })
    },
    async document(documentId) {
      const [row] = await sql<StoredDocument>(
        `SELECT seq, state = 'OPEN' AS "isOpen", access_epoch AS "accessEpoch", is_damaged AS "isDamaged"
         FROM live_document WHERE id = $1`,
        [documentId],
      )
      return row ?? null
    },
    async snapshot(documentId, before) {
      const [row] = await sql<StoredSnapshot>(
        `SELECT seq, bytes, digest FROM live_snapshot
         WHERE document_id = $1 AND seq < $2 AND is_verified ORDER BY seq DESC LIMIT 1`,
        [documentId, before],
      )
      return row ? { ...row, bytes: ownMemory(row.bytes) } : null
    },
    async since(documentId, seq, most) {
      const rows = await sql<StoredUpdate>(
        `SELECT seq, op_id AS "opId", accreditation_id AS "accreditationId", bytes, digest FROM live_update
         WHERE document_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
        [documentId, seq, most],
      )
      return rows.map((row) => ({ ...row, bytes: ownMemory(row.bytes) }))
    },
    async setAside(documentId) {
      const rows = await sql<{ seq: number }>('SELECT seq FROM live_quarantine WHERE document_id = $1', [documentId])
      return new Set(rows.map(({ seq }) => seq))
    },
    async quarantine(documentId, rows) {
      await sql(
        `WITH kept AS (
           INSERT INTO live_quarantine (document_id, seq, reason, bytes, at)
           SELECT $1, r.seq, r.reason, decode(r.bytes, 'base64'), clock_timestamp()
           FROM jsonb_to_recordset($2::jsonb) AS r (seq int, reason text, bytes text) ON CONFLICT DO NOTHING
         ) UPDATE live_document SET is_damaged = true WHERE id = $1`,
        [documentId, JSON.stringify(rows.map((row) => ({ ...row, bytes: base64(row.bytes) })))],
      )
    },
    async saveSnapshot(documentId, { seq, bytes }, apart = nearlyAsNew) {
      const rows = await sql<{ seq: number }>(
        `INSERT INTO live_snapshot (document_id, seq, bytes, digest, made_at)
         SELECT $1, $2::int, $3, $4, clock_timestamp()
         WHERE NOT EXISTS (SELECT 1 FROM live_snapshot s WHERE s.document_id = $1 AND s.is_verified AND s.seq > $2::int - $5::int AND s.seq <= $2::int)
         ON CONFLICT (document_id, seq) DO UPDATE SET bytes = excluded.bytes, digest = excluded.digest
         RETURNING seq`,
        [documentId, seq, Buffer.from(bytes), Buffer.from(digestOf(bytes)), apart],
      )
      return rows.length > 0
    },
    async markVerified(documentId, seq) {
      await sql('UPDATE live_snapshot SET is_verified = true WHERE document_id = $1 AND seq = $2', [documentId, seq])
    },
    async repair(documentId, { lookedAt, opId, clientId, bytes }) {
      try {
        const [row] = await sql<{ seq: number }>(
          `WITH counted AS (
             UPDATE live_document d SET seq = d.seq + 1 WHERE d.id = $1 AND d.state = 'OPEN' AND NOT EXISTS (
               SELECT 1 FROM live_update u WHERE u.document_id = $1 AND u.seq > $2::int AND u.accreditation_id IS NULL)
             RETURNING d.seq
           ), stored AS (
             INSERT INTO live_update (document_id, seq, op_id, at, bytes, digest)
             SELECT $1, c.seq, $3, date_trunc('milliseconds', clock_timestamp()), $4, $5 FROM counted c
           ), issued AS (
             INSERT INTO live_client_id (document_id, client_id, holder, issued_at)
             SELECT $1, $6::bigint, '', clock_timestamp() FROM counted
           ) SELECT seq FROM counted`,
          [documentId, lookedAt, opId, Buffer.from(bytes), Buffer.from(digestOf(bytes)), clientId],
        )
        return row?.seq ?? null
      } catch (error) {
        // Two processes at the same moment: the other one's is stored.
        if (error instanceof Error && Reflect.get(error, 'code') === uniqueViolation) return null
        throw error
      }
    },
    async prune(before) {
      await sql(
        `DELETE FROM live_snapshot s WHERE (
           SELECT count(*) FROM live_snapshot newer
           WHERE newer.document_id = s.document_id AND newer.seq > s.seq AND newer.is_verified) >= $1`,
        [keptSnapshots],
      )
      const removed = await sql<{ seq: number }>(
        `DELETE FROM live_update u WHERE u.at < $1 AND u.seq <= (
           SELECT min(s.seq) FROM live_snapshot s WHERE s.document_id = u.document_id AND s.is_verified)
         RETURNING u.seq`,
        [before],
      )
      return removed.length
    },
  }
}

interface AppendRow {
  n: number
  seq: number | null
  at: Date
  outcome: string
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

const toRow = (entry: JournalEntry, n: number) => ({
  n,
  d: entry.documentId,
  o: entry.opId,
  a: entry.accreditationId,
  p: entry.personId,
  e: entry.epoch,
  x: entry.accessEpoch,
  h: entry.holder,
  c: entry.clientIds,
  b: base64(entry.bytes),
  g: base64(entry.digest),
})

const faults: readonly JournalFault[] = ['missing', 'access', 'op-id', 'reopen', 'closed', 'gap']

function toOutcome({ seq, at, outcome }: AppendRow): JournalOutcome {
  if (seq !== null && (outcome === 'saved' || outcome === 'known')) {
    return { kind: 'saved', seq, at: at.getTime(), isFresh: outcome === 'saved' }
  }
  return { kind: 'refused', fault: faults.find((fault) => fault === outcome) ?? 'missing' }
}
