import { type Right, type Role, sideOfRole } from '#app/kernel/actor.ts'
import type { Tx, Work } from '#app/kernel/work.server.ts'
import { normalEmail } from './email.ts'
import { usualRights } from './usual-rights.ts'

type Maker = Pick<Work, 'tx' | 'now' | 'newId'>

export interface NewPerson {
  readonly email: string
  readonly name: string
  readonly title: string | null
  readonly locale: string
  readonly isDemo: boolean
}

/**
 * `ensurePerson` for many: their ids by address. What existing people have said about themselves is left as it is. One
 * statement for all of them, because the one transaction of an import must be over in seconds.
 */
export async function ensurePeople(
  { tx, now, newId }: Maker,
  people: readonly NewPerson[],
): Promise<ReadonlyMap<string, string>> {
  const rows = people.map((person) => ({ ...person, email: normalEmail(person.email), id: newId() }))
  await tx.$executeRaw`
    INSERT INTO person (id, email, name, title, locale, is_demo, created_at)
    SELECT p.id, p.email, p.name, p.title, p.locale, p."isDemo", ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS p(id text, email text, name text, title text, locale text, "isDemo" boolean)
    ON CONFLICT (email) DO NOTHING`
  const found = await tx.$queryRaw<{ id: string; email: string }[]>`
    SELECT id, email FROM person
    WHERE email IN (SELECT jsonb_array_elements_text(${JSON.stringify(rows.map(({ email }) => email))}::jsonb))`
  return new Map(found.map(({ id, email }) => [email, id]))
}

export interface NewSeat {
  readonly id: string
  readonly personId: string
  readonly delegationId: string | null
  /** The delegation's code, `SEC` for the secretariat: numbers begin with it. */
  readonly code: string
  readonly role: Role
  /** Null for those the role usually brings. */
  readonly rights: readonly Right[] | null
  readonly bodyIds: readonly string[]
  readonly badge: string | null
}

/** Numbers, heads and memberships of a conference are given one by one: whoever seats many takes this first, then looks. */
export const holdSeats = (tx: Tx, conferenceId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`seats:${conferenceId}`}, 0))`

/** `admit` for many, whose places were checked while `holdSeats` held them. */
export async function seatPeople({ tx, now }: Maker, conferenceId: string, seats: readonly NewSeat[]): Promise<void> {
  const given = await tx.accreditation.findMany({ where: { conferenceId }, select: { badge: true } })
  const taken = new Set([...given, ...seats].flatMap(({ badge }) => badge ?? []))
  const last = new Map<string, number>()
  const nextBadge = (code: string): string => {
    const number = (last.get(code) ?? 0) + 1
    last.set(code, number)
    const badge = `${code}-${String(number).padStart(2, '0')}`
    return taken.has(badge) ? nextBadge(code) : badge
  }
  const rows = seats.map(({ code, role, rights, badge, ...seat }) => ({
    ...seat,
    side: sideOfRole(role),
    role,
    rights: rights ?? usualRights(role),
    badge: badge ?? nextBadge(code),
  }))
  await tx.$executeRaw`
    INSERT INTO accreditation
      (id, conference_id, person_id, delegation_id, side, role, rights, body_ids, badge, created_at)
    SELECT a.id, ${conferenceId}, a."personId", a."delegationId", a.side, a.role,
      ARRAY(SELECT jsonb_array_elements_text(a.rights)), ARRAY(SELECT jsonb_array_elements_text(a."bodyIds")),
      a.badge, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS a(
      id text, "personId" text, "delegationId" text, side text, role text, rights jsonb, "bodyIds" jsonb, badge text)`
}
