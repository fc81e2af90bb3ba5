import type { AccessKey, Confirmation } from './live/sweep.ts'
import type { Database } from './store/database.ts'

/**
 * Which of these logins still act as they were let in, in the order asked: still running, the same capacity, and nothing
 * raised its epoch since (SEC-045). One question for all of them. A login that ran out or was ended is `signed-out`: the
 * person signs in again and goes on; only what was taken away is `access`.
 */
export async function confirmAccess(
  { sql }: Pick<Database, 'sql'>,
  keys: readonly AccessKey[],
  now: Date,
): Promise<readonly Confirmation[]> {
  const rows = await sql<{ place: number; confirmation: Confirmation }>(
    `SELECT k.place, CASE
         WHEN p.is_suspended THEN 'access'
         WHEN l.accreditation_id IS DISTINCT FROM k.accreditation THEN 'acting-changed'
         WHEN (a.id IS NULL) <> (k.accreditation IS NULL) OR coalesce(a.epoch + p.epoch, 0) <> k.epoch THEN 'access'
         ELSE 'holds' END AS confirmation
     FROM jsonb_to_recordset($1::jsonb) AS k (place int, login text, accreditation text, epoch int)
     JOIN login l ON l.id = k.login AND l.expires_at > $2 AND l.idle_until > $2
     JOIN person p ON p.id = l.person_id
     LEFT JOIN accreditation a ON a.id = l.accreditation_id AND a.person_id = p.id AND a.step = 'ACTIVE'`,
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
  const found = new Map(rows.map(({ place, confirmation }) => [place, confirmation]))
  return keys.map((_, place) => found.get(place) ?? 'signed-out')
}
