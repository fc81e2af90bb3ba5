import { must } from '#app/kernel/must.ts'
import { personOf, type Work } from '#app/kernel/work.server.ts'
import { capacitiesOf } from './capacities.server.ts'
import { idleUntil } from './login-times.ts'
import { renewToken } from './logins.server.ts'
import type { RenewedLogin } from './opening.ts'

/**
 * From this commit on the login acts in that accreditation, which is one of its person's active ones, and has the time
 * that goes with it. Nothing of the former capacity stays open: the login's connections close and its token is dead
 * (EC-1, ID-11, SEC-042). Answers the new one.
 */
export async function actFromNowOn(work: Work, accreditationId: string): Promise<RenewedLogin> {
  const { tx, now, actor } = work
  const person = personOf(actor)
  const capacities = await capacitiesOf(tx, person.personId)
  const acting = must(
    capacities.find((each) => each.accreditationId === accreditationId),
    'somebody acts in their own active accreditations',
  )
  const { expiresAt, isShared } = await tx.login.findUniqueOrThrow({ where: { id: person.loginId } })
  const idle = idleUntil({ isOrganiser: person.isOrganiser, acting }, now, expiresAt)
  await tx.login.update({ where: { id: person.loginId }, data: { accreditationId, idleUntil: idle } })
  work.revoke({ scope: 'login', id: person.loginId, reason: 'acting-changed' })
  return { token: await renewToken(tx, person.loginId), isShared }
}
