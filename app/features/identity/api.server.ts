import type { Revocation, Work } from '#app/kernel/work.server.ts'
import { normalEmail } from './email.ts'
import { endLoginNamed } from './login-ends.server.ts'

export { type AccessLink, giveAccessLinks, withoutSignIn } from './access-links.server.ts'
export { actFromNowOn } from './acting.server.ts'
export { ensurePeople, holdSeats, type NewPerson, type NewSeat, seatPeople } from './bulk-admission.server.ts'
export { admit } from './capacities.server.ts'
export { membersThere, sealWhatWasLeft } from './own-word.server.ts'
export { awaitedOf, requestSeats, type SeatRequest } from './seat-requests.server.ts'

/**
 * What this accreditation may do has changed: call it after writing the change. Whoever acts in it decides nothing on
 * what they knew before, and their connections are asked again; where the accreditation has ended, their logins in it
 * end too (SEC-008, SEC-044).
 */
export async function revokeAccess(work: Work, accreditationId: string, reason: Revocation['reason']): Promise<void> {
  const { tx } = work
  const { step } = await tx.accreditation.update({
    where: { id: accreditationId },
    data: { epoch: { increment: 1 } },
    select: { step: true },
  })
  work.revoke({ scope: 'accreditation', id: accreditationId, reason })
  if (step === 'ACTIVE') return
  const logins = await tx.login.findMany({ where: { accreditationId }, select: { id: true } })
  for (const { id } of logins) await endLoginNamed(work, id, reason)
}

export interface PersonFields {
  readonly email: string
  readonly name: string
  readonly title?: string | null
  readonly locale?: string
  readonly isDemo?: boolean
}

/**
 * The person with this address, made where there is none: without a password, so that nobody can sign in as them until
 * a link has been given and used. What an existing person has said about themselves is left as it is.
 */
export async function ensurePerson(
  { tx, now, newId }: Pick<Work, 'tx' | 'now' | 'newId'>,
  fields: PersonFields,
): Promise<string> {
  const email = normalEmail(fields.email)
  const { name, title = null, locale = 'en', isDemo = false } = fields
  const person = await tx.person.upsert({
    where: { email },
    create: { id: newId(), email, name, title, locale, isDemo, createdAt: now },
    update: {},
  })
  return person.id
}
