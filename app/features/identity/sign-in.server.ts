import { setTimeout as pause } from 'node:timers/promises'
import { allowed } from '#app/kernel/policy.ts'
import { minutesMs } from '#app/kernel/time.ts'
import {
  type Before,
  handlePrepared,
  type MutationHandler,
  type OutputOf,
  type Tx,
  type Work,
} from '#app/kernel/work.server.ts'
import { capacitiesOf } from './capacities.server.ts'
import { mySecurity, signIn } from './contract.ts'
import { endLoginNamed, endOldest } from './login-ends.server.ts'
import { openLogin } from './logins.server.ts'
import type { Browser } from './opening.ts'
import type { Passwords, Verdict } from './passwords.server.ts'
import { appearanceOf, localeOf, personNamed, type SignInName } from './people.server.ts'
import { type Attempt, delayFor, rememberFailure, takeTurn, waitFor } from './throttle.server.ts'
import { alarmingFailures } from './throttle.ts'
import { hashOfToken, newToken } from './tokens.server.ts'

export const signInMutation = (passwords: Passwords): MutationHandler =>
  handlePrepared(
    signIn,
    async (before: Before, { name, password, browser }) => {
      const { delayMs, ...tried } = await passwords.inTurn(async ({ verify }) => {
        const { found, wait, delayMs } = await before.read(async (tx) => {
          const found = await signInName(tx, name)
          const attempt = await attemptOf(tx, found, name, browser)
          return {
            found,
            wait: await waitFor(tx, attempt, before.now),
            delayMs: await delayFor(tx, attempt, before.now),
          }
        })
        // Whoever must wait costs no hashing, so that guessing does not also slow everybody down.
        const stored = found?.person.passwordHash ?? null
        return { delayMs, stored, verdict: wait > 0 ? null : await verify(stored, password) }
      })
      if (delayMs > 0) await pause(delayMs)
      return tried
    },
    async (work, { name, browser }, { stored, verdict }) => {
      work.allow(allowed)
      const { tx, now } = work
      const found = await signInName(tx, name)
      const attempt = await attemptOf(tx, found, name, browser)
      await takeTurn(tx, attempt)
      const wait = await waitFor(tx, attempt, now)
      if (wait > 0 || !verdict) return refuse(work, found, 'wait', wait)
      // Asked again in here: the password may have been changed, or the person suspended, while it was being verified.
      if (!found || !verdict.matches || found.person.passwordHash !== stored) return fail(work, found, attempt)
      await keepRehashed(tx, found, verdict)
      if (work.actor.kind === 'person') await endLoginNamed(work, work.actor.loginId, 'signed-out')
      return letIn(work, found, browser)
    },
  )

async function signInName(tx: Tx, name: string): Promise<SignInName | null> {
  const found = await personNamed(tx, name)
  return found?.person.isSuspended ? null : found
}

async function attemptOf(
  tx: Tx,
  found: SignInName | null,
  name: string,
  { network, deviceToken }: Browser,
): Promise<Attempt> {
  const account = found?.person.id ?? name.trim().toLowerCase()
  const tokenHash = found && deviceToken ? hashOfToken(deviceToken) : null
  const known = tokenHash && (await tx.knownDevice.count({ where: { personId: account, tokenHash } })) > 0
  return { account, network, knownDevice: known ? tokenHash : null }
}

function refuse(
  work: Work,
  found: SignInName | null,
  reason: 'wrong' | 'wait',
  waitSeconds: number,
): OutputOf<typeof signIn> {
  work.record({ outcome: reason, personId: found?.person.id ?? null })
  return { outcome: 'refused', reason, waitSeconds }
}

async function fail(work: Work, found: SignInName | null, attempt: Attempt) {
  const everywhere = await rememberFailure(work.tx, attempt, work.now, work.newId)
  if (everywhere >= alarmingFailures) {
    const quarter = Math.floor(work.now.getTime() / minutesMs(15))
    work.after('security-alarm', { what: 'sign-in-failures', count: everywhere }, `sign-in-failures:${quarter}`)
  }
  return refuse(work, found, 'wrong', await waitFor(work.tx, attempt, work.now))
}

async function keepRehashed(tx: Tx, { person }: SignInName, { rehashed }: Verdict): Promise<void> {
  if (rehashed) await tx.person.update({ where: { id: person.id }, data: { passwordHash: rehashed } })
}

/**
 * Opens a login for somebody who has proved who they are, in the capacity they named or the only one they have. The
 * device is known from now on, unless it is shared.
 */
export async function letIn(work: Work, { person, accreditationId }: SignInName, browser: Browser) {
  const { tx, now } = work
  const capacities = await capacitiesOf(tx, person.id)
  const capacity =
    capacities.find((each) => each.accreditationId === accreditationId) ??
    (capacities.length === 1 ? capacities[0] : undefined)
  const accreditation = capacity ? { id: capacity.accreditationId, side: capacity.side } : null
  const token = await openLogin(tx, { person, accreditation, device: browser.device, isShared: browser.isShared }, now)
  await endOldest(work, person.id)
  work.record({ outcome: 'signed-in', personId: person.id })
  work.changed(mySecurity, {}, { personId: person.id })
  return {
    outcome: 'signed-in' as const,
    token,
    deviceToken: browser.isShared ? null : await knowDevice(tx, person.id, browser.deviceToken, now),
    isShared: browser.isShared,
    locale: localeOf(person.locale),
    appearance: appearanceOf(person),
    mustChoose: !capacity && capacities.length > 0,
  }
}

/** The token stays the same for every person who uses this browser, so that it is one device to all of them. */
async function knowDevice(tx: Tx, personId: string, presented: string | null, now: Date): Promise<string> {
  const isOurs = presented && (await tx.knownDevice.count({ where: { tokenHash: hashOfToken(presented) } })) > 0
  const token = isOurs ? presented : newToken()
  const tokenHash = hashOfToken(token)
  await tx.knownDevice.upsert({
    where: { personId_tokenHash: { personId, tokenHash } },
    create: { personId, tokenHash, lastSeenAt: now },
    update: { lastSeenAt: now },
  })
  return token
}
