import { DomainError, missing } from '#app/kernel/errors.ts'
import { allowed, hidden } from '#app/kernel/policy.ts'
import {
  type Before,
  handle,
  handlePrepared,
  type MutationHandler,
  personOf,
  type Work,
} from '#app/kernel/work.server.ts'
import { actFromNowOn } from './acting.server.ts'
import { capacitiesOf } from './capacities.server.ts'
import {
  actAs,
  changePassword,
  endLogin,
  mySecurity,
  reauthenticate,
  setAppearance,
  setLanguage,
  signOut,
  signOutEverywhere,
} from './contract.ts'
import { endLoginNamed, endLoginsOf } from './login-ends.server.ts'
import { renewToken } from './logins.server.ts'
import { normalPassword } from './password-rules.ts'
import type { Passwords } from './passwords.server.ts'
import { assertGoodPassword } from './people.server.ts'
import { type Attempt, rememberFailure, takeTurn, waitFor } from './throttle.server.ts'

export const accountMutations = (passwords: Passwords): MutationHandler[] => [
  handle(signOut, async (work) => {
    work.allow(allowed)
    const { loginId, personId } = personOf(work.actor)
    await endLoginNamed(work, loginId, 'signed-out')
    work.changed(mySecurity, {}, { personId })
    return {}
  }),

  handle(signOutEverywhere, async (work) => {
    work.allow(allowed)
    const { loginId, personId } = personOf(work.actor)
    return { ended: await endLoginsOf(work, personId, loginId) }
  }),

  handle(endLogin, async (work, { loginId }) => {
    const { personId } = personOf(work.actor)
    const own = await work.tx.login.count({ where: { id: loginId, personId } })
    work.allow(own > 0 ? allowed : hidden)
    await endLoginNamed(work, loginId, 'signed-out')
    work.changed(mySecurity, {}, { personId })
    return {}
  }),

  handlePrepared(
    changePassword,
    async (before, { currentPassword, newPassword }) => {
      const person = await ownPerson(before)
      const personal = { personId: person.id, names: [person.name, person.email], field: 'newPassword' }
      await before.read((tx) => assertGoodPassword(tx, newPassword, personal))
      if (normalPassword(currentPassword) === normalPassword(newPassword)) throw sameAgain()
      const proof = await prove(passwords, before, person.passwordHash, currentPassword)
      return { proof, hashed: proof.matches ? await passwords.hash(newPassword) : null }
    },
    async (work, _input, { proof, hashed }) => {
      work.allow(allowed)
      const { personId, loginId } = personOf(work.actor)
      const refusal = await refuseProof(work, proof)
      if (refusal || !hashed) return refusal ?? wrong
      await work.tx.person.update({ where: { id: personId }, data: { passwordHash: hashed, passwordSetAt: work.now } })
      await endLoginsOf(work, personId, loginId)
      return proved(work)
    },
  ),

  handlePrepared(
    reauthenticate,
    async (before, { password }) => prove(passwords, before, (await ownPerson(before)).passwordHash, password),
    async (work, _input, proof) => {
      work.allow(allowed)
      return (await refuseProof(work, proof)) ?? proved(work)
    },
  ),

  handle(actAs, async (work, { accreditationId }) => {
    const { tx, actor } = work
    const person = personOf(actor)
    const capacity = (await capacitiesOf(tx, person.personId)).find((each) => each.accreditationId === accreditationId)
    work.allow(capacity ? allowed : hidden)
    const login = await tx.login.findUniqueOrThrow({ where: { id: person.loginId } })
    if (!capacity || login.accreditationId === accreditationId) return { token: null, isShared: login.isShared }
    return actFromNowOn(work, accreditationId)
  }),

  handle(setLanguage, async (work, { locale }) => {
    work.allow(allowed)
    await work.tx.person.update({ where: { id: personOf(work.actor).personId }, data: { locale } })
    return { locale }
  }),

  handle(setAppearance, async (work, look) => {
    work.allow(allowed)
    await work.tx.person.update({ where: { id: personOf(work.actor).personId }, data: look })
    return look
  }),
]

interface Proof {
  readonly stored: string | null
  readonly matches: boolean
  readonly isTooSoon: boolean
}
const wrong = { outcome: 'refused', reason: 'wrong', waitSeconds: 0 } as const

async function ownPerson(before: Before) {
  const { personId } = personOf(before.actor)
  const row = await before.read((tx) => tx.person.findUnique({ where: { id: personId } }))
  if (!row) throw missing()
  return row
}

/** Somebody at an unlocked screen guesses against this login, not against the account, whose owner may be elsewhere. */
const attemptOn = (loginId: string): Attempt => ({ account: loginId, network: '', knownDevice: loginId })

async function prove(passwords: Passwords, before: Before, stored: string | null, password: string): Promise<Proof> {
  const attempt = attemptOn(personOf(before.actor).loginId)
  const isTooSoon = (await before.read((tx) => waitFor(tx, attempt, before.now))) > 0
  const matches = !isTooSoon && (await passwords.verify(stored, password)).matches
  return { stored, matches, isTooSoon }
}

/** The refusal that a proof leads to, remembered; null when it holds, asked again inside the transaction. */
async function refuseProof(work: Work, { stored, matches, isTooSoon }: Proof) {
  const { tx, now } = work
  const { personId, loginId } = personOf(work.actor)
  const attempt = attemptOn(loginId)
  await takeTurn(tx, attempt)
  const waitSeconds = await waitFor(tx, attempt, now)
  if (waitSeconds > 0 || isTooSoon) return { ...wrong, reason: 'wait', waitSeconds } as const
  await tx.$executeRaw`SELECT 1 FROM person WHERE id = ${personId} FOR UPDATE`
  const { passwordHash } = await tx.person.findUniqueOrThrow({ where: { id: personId } })
  if (matches && passwordHash === stored) return null
  await rememberFailure(tx, attempt, now, work.newId)
  work.record({ outcome: 'wrong' })
  return { ...wrong, waitSeconds: await waitFor(tx, attempt, now) }
}

/** The login goes on under a new token, proved now (SEC-042). */
async function proved({ tx, now, actor }: Work) {
  const { loginId } = personOf(actor)
  const { isShared } = await tx.login.update({ where: { id: loginId }, data: { reauthenticatedAt: now } })
  return { outcome: 'done' as const, token: await renewToken(tx, loginId), isShared }
}

function sameAgain() {
  const code = 'identity/password-same'
  const sentence = 'This is the present password. Choose another one.'
  return new DomainError('invalid', code, sentence, { fields: [{ path: 'newPassword', code, sentence }] })
}
