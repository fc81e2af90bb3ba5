import type { AccessKey } from './live/sweep.ts'
import type { Database } from './store/database.ts'

/**
 * Which of these logins still act as they were let in, in the order asked: still running, the same capacity, and nothing
 * raised its epoch since (SEC-045). One question for all of them.
 */
export async function confirmAccess(
  { sql }: Pick<Database, 'sql'>,
  keys: readonly AccessKey[],
  now: Date,
): Promise<readonly boolean[]> {
  const rows = await sql<{ place: number }>(
    `SELECT k.place FROM jsonb_to_recordset($1::jsonb) AS k (place int, login text, accreditation text, epoch int)
     JOIN login l ON l.id = k.login AND l.expires_at > $2 AND l.idle_until > $2
     JOIN person p ON p.id = l.person_id AND NOT p.is_suspended
     LEFT JOIN accreditation a ON a.id = l.accreditation_id AND a.person_id = p.id AND a.step = 'ACTIVE'
     WHERE a.id IS NOT DISTINCT FROM k.accreditation AND coalesce(a.epoch + p.epoch, 0) = k.epoch`,
    [
      JSON.stringify(
        keys.map(({ loginId, accreditationId, epoch }, place) => ({
          place,
          login: loginId,
          accreditation: accreditationId,
          epoch,
        })),
      ),
      now,
    ],
  )
  const holding = new Set(rows.map(({ place }) => place))
  return keys.map((_, place) => holding.has(place))
}
