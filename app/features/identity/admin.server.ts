import { newId } from '#app/kernel/ids.server.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { ensurePerson } from './api.server.ts'
import { normalEmail } from './email.ts'
import { createInvitation } from './invitation-store.server.ts'

/** Whoever can run a command on the machine is its operator; the trail calls them that. */
const operator = 'operator'
const nowhere = {
  conferenceId: null,
  delegationId: null,
  fromDelegationId: null,
  accreditationId: null,
  role: null,
  bodyIds: [],
}

/**
 * Makes somebody an organiser of this installation. Without a password yet they get a link that serves once within 72
 * hours; `path` is null when they can sign in already. There is no account before the first of these (SEC-027).
 */
export async function createOrganiser(tx: Tx, { email, name }: { email: string; name: string }, now: Date) {
  const personId = await ensurePerson({ tx, now, newId }, { email, name })
  const person = await tx.person.update({ where: { id: personId }, data: { isOrganiser: true } })
  if (person.passwordHash) return { path: null, expiresAt: null }
  await tx.invitation.updateMany({
    where: { personId, purpose: 'ORGANISER', step: 'OPEN' },
    data: { step: 'REVOKED', settledAt: now },
  })
  const link = await createInvitation(
    tx,
    {
      ...nowhere,
      id: newId(),
      purpose: 'ORGANISER',
      step: 'OPEN',
      personId,
      email: person.email,
      name: person.name,
      title: person.title,
      locale: person.locale,
      invitedBy: operator,
    },
    now,
  )
  return { path: link.path, expiresAt: new Date(link.expiresAt) }
}

/** A link to a new password, for half an hour; using it ends every login of that person (SEC-038). Null: nobody has this address. */
export async function startReset(tx: Tx, { email }: { email: string }, now: Date) {
  const person = await tx.person.findUnique({ where: { email: normalEmail(email) } })
  if (!person) return null
  await tx.invitation.updateMany({
    where: { personId: person.id, purpose: 'RESET', step: 'OPEN' },
    data: { step: 'REVOKED', settledAt: now },
  })
  const { name, title, locale } = person
  const link = await createInvitation(
    tx,
    {
      ...nowhere,
      id: newId(),
      purpose: 'RESET',
      step: 'OPEN',
      personId: person.id,
      email: person.email,
      name,
      title,
      locale,
      invitedBy: operator,
    },
    now,
  )
  return { path: link.path, expiresAt: new Date(link.expiresAt) }
}
