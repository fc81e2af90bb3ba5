import { DomainError, type FieldError } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { allowed } from '#app/kernel/policy.ts'
import { handlePrepared, type MutationHandler, type Tx, type Work } from '#app/kernel/work.server.ts'
import { holdSeats } from './bulk-admission.server.ts'
import { admit, capacitiesOf, namesOfPlace, roleOf } from './capacities.server.ts'
import { effectOf, type Holder, purposes, stateOf } from './invitation.ts'
import { acceptInvitation, neverSignedIn } from './invitation-contract.ts'
import { invitationsChanged } from './invitation-mutations.server.ts'
import { type InvitationRow, invitationOf, lockInvitation } from './invitation-store.server.ts'
import { endLoginNamed, endLoginsOf } from './login-ends.server.ts'
import { asItCounts } from './own-word.server.ts'
import type { Passwords } from './passwords.server.ts'
import { assertGoodPassword } from './people.server.ts'
import { letIn } from './sign-in.server.ts'

export interface Joined {
  readonly conferenceId: string
  readonly delegationId: string | null
}
/** Told when somebody has taken a seat; whoever shows members names the queries that changed. */
export type OnJoined = (work: Work, joined: Joined) => void

export const acceptMutation = (passwords: Passwords, onJoined: OnJoined): MutationHandler =>
  handlePrepared(
    acceptInvitation,
    async ({ actor, now, read }, { token, name, password }) => {
      const signedIn = actor.kind === 'person' ? actor.personId : null
      const found = await read(async (tx) => {
        const row = await asItCounts(tx, await invitationOf(tx, token))
        return row && stateOf(row, now) === 'open' ? { row, use: await effectFor(tx, row, signedIn) } : null
      })
      if (found?.use !== 'open') return null
      const { email, personId } = found.row
      if (!name || !password) throw incomplete({ name, password })
      const { row: place } = found
      await read(async (tx) => {
        const names = [name, email, ...(await namesOfPlace(tx, place))]
        return assertGoodPassword(tx, password, { personId, names, field: 'password' })
      })
      return { name, hashed: await passwords.hash(password) }
    },
    async (work, { token, browser }, chosen) => {
      work.allow(allowed)
      const { tx, now, actor } = work
      const found = await invitationOf(tx, token)
      // Locked and looked at again: two browsers may accept at the same moment, and the link serves once.
      const held = found && (await lockInvitation(tx, found.id))
      // Seats are taken one by one: of two who come at once, the second meets somebody who is there (SEC-030).
      if (held?.conferenceId) await holdSeats(tx, held.conferenceId)
      const row = await asItCounts(tx, held)
      if (!row || stateOf(row, now) === 'gone') throw gone()
      if (stateOf(row, now) === 'awaiting-head') throw awaiting()
      const signedIn = actor.kind === 'person' ? actor.personId : null
      const use = await effectFor(tx, row, signedIn)
      work.record({ invitationId: row.id, use })
      if (use === 'sign-in-first') return { outcome: use }
      if (use === 'other-person') throw otherPerson()
      if (use === 'gone') throw gone()
      if (use === 'open' && !chosen) throw gone()
      const personId = use === 'add' || !chosen ? must(signedIn) : await keepPerson(work, row, chosen)
      const accreditationId = row.purpose === 'JOIN' ? await seat(work, row, personId) : row.accreditationId
      await tx.invitation.update({
        where: { id: row.id },
        data: { step: 'ACCEPTED', settledAt: now, personId, accreditationId },
      })
      if (row.conferenceId) {
        invitationsChanged(work, row.delegationId)
        // Whoever is there first changes whose word is asked for, so that more than the delegation is told.
        work.changed(neverSignedIn, {})
        onJoined(work, { conferenceId: row.conferenceId, delegationId: row.delegationId })
      }
      if (use === 'add') return { outcome: 'added' as const, accreditationId }
      if (actor.kind === 'person') await endLoginNamed(work, actor.loginId, 'signed-out')
      const person = await tx.person.findUniqueOrThrow({ where: { id: personId } })
      return letIn(work, { person, accreditationId }, browser)
    },
  )

async function effectFor(tx: Tx, row: InvitationRow, signedIn: string | null) {
  const person = row.personId
    ? await tx.person.findUnique({ where: { id: row.personId } })
    : await tx.person.findUnique({ where: { email: row.email } })
  const holder: Holder | null = person && {
    id: person.id,
    hasPassword: person.passwordHash !== null,
    hasCapacity: person.isOrganiser || (await capacitiesOf(tx, person.id)).length > 0,
  }
  return effectOf({ purpose: must(purposes.find((each) => each === row.purpose)), signedIn, holder })
}

/** The person the link is for, made now where there is none, with the password just chosen. Every other login ends. */
async function keepPerson(
  work: Work,
  row: InvitationRow,
  { name, hashed }: { name: string; hashed: string },
): Promise<string> {
  const { tx, now, newId } = work
  const { email, locale, title } = row
  const credentials = { passwordHash: hashed, passwordSetAt: now }
  if (row.personId) {
    await tx.person.update({ where: { id: row.personId }, data: { name, ...credentials } })
    await endLoginsOf(work, row.personId, null)
    await tx.knownDevice.deleteMany({ where: { personId: row.personId } })
    work.revoke({ scope: 'person', id: row.personId, reason: 'signed-out' })
    return row.personId
  }
  const person = await tx.person.upsert({
    where: { email },
    create: { id: newId(), email, name, title, locale, createdAt: now, ...credentials },
    update: { name, ...credentials },
  })
  return person.id
}

const seat = (work: Work, row: InvitationRow, personId: string) =>
  admit(work, {
    conferenceId: must(row.conferenceId),
    delegationId: row.delegationId,
    personId,
    role: roleOf(row.role),
    bodyIds: row.bodyIds,
    badge: row.badge,
  })

function incomplete(given: { name: string | undefined; password: string | undefined }): DomainError {
  const empty = (path: string): FieldError => ({ path, code: 'field/required', sentence: 'Fill this in.' })
  const fields = [...(given.name ? [] : [empty('name')]), ...(given.password ? [] : [empty('password')])]
  return new DomainError('invalid', 'invalid', 'Some entries need attention.', { fields })
}
const gone = () =>
  new DomainError(
    'conflict',
    'identity/invitation-gone',
    'This invitation has expired or was already used. Ask the person who invited you for a new one.',
  )
const awaiting = () =>
  new DomainError(
    'conflict',
    'identity/invitation-awaits-head',
    'The delegation has not confirmed this link yet. Ask its head, or a member who has signed in, to confirm it on the page Delegation; then open it again.',
  )
const otherPerson = () =>
  new DomainError(
    'conflict',
    'identity/invitation-other-person',
    'This invitation is for another address than the one you are signed in with. Sign out, then open the link again.',
  )
