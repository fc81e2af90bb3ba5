import type { Locale, Person, Right, Role, Side } from '#app/kernel/actor.ts'
import type { Tx } from '#app/kernel/work.server.ts'

interface Row {
  person_id: string
  name: string
  locale: Locale
  is_organiser: boolean
  reauthenticated_at: Date | null
  accreditation_id: string | null
  conference_id: string | null
  side: Side | null
  role: Role | null
  rights: Right[] | null
  delegation_id: string | null
  body_ids: string[] | null
  read_since: Date | null
  epoch: number | null
}

/**
 * Who this login is and the capacity it acts in, as of this transaction; null when the login has ended, has run out or
 * its person is suspended. The accreditation is locked against change until the transaction ends, so that what is
 * decided on it still holds when the decision is saved (SEC-117).
 */
export async function loadActor(tx: Tx, loginId: string, now: Date): Promise<Person | null> {
  await tx.$executeRaw`
    SELECT FROM accreditation a JOIN login l ON l.accreditation_id = a.id WHERE l.id = ${loginId} FOR SHARE OF a`
  return readActor(tx, loginId, now)
}

/** The same without the lock, for pages and connections that decide nothing yet. */
export async function readActor(tx: Tx, loginId: string, now: Date): Promise<Person | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT p.id AS person_id, p.name, p.locale, p.is_organiser, l.reauthenticated_at,
           a.id AS accreditation_id, a.conference_id, a.side, a.role, a.rights, a.delegation_id, a.body_ids,
           d.read_since, a.epoch + p.epoch AS epoch
    FROM login l
    JOIN person p ON p.id = l.person_id AND NOT p.is_suspended
    LEFT JOIN accreditation a ON a.id = l.accreditation_id AND a.person_id = p.id AND a.step = 'ACTIVE'
    LEFT JOIN delegation d ON d.id = a.delegation_id
    WHERE l.id = ${loginId} AND l.expires_at > ${now} AND l.idle_until > ${now}`
  return row ? toPerson(row, loginId) : null
}

function toPerson(row: Row, loginId: string): Person {
  const { accreditation_id, conference_id, side, role } = row
  return {
    kind: 'person',
    personId: row.person_id,
    loginId,
    name: row.name,
    locale: row.locale,
    isOrganiser: row.is_organiser,
    reauthenticatedAt: row.reauthenticated_at,
    acting:
      accreditation_id && conference_id && side && role
        ? {
            accreditationId: accreditation_id,
            conferenceId: conference_id,
            side,
            role,
            rights: row.rights ?? [],
            delegationId: row.delegation_id,
            bodyIds: row.body_ids ?? [],
            readSince: row.read_since?.toISOString() ?? null,
            epoch: row.epoch ?? 0,
          }
        : null,
  }
}
