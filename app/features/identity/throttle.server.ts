import { createHash } from 'node:crypto'
import type { Tx } from '#app/kernel/work.server.ts'
import { accountWaitMs, networkWaitMs, throttleWindowMs } from './throttle.ts'

/** Who tries: counted by account and by network, or by account and device where the device is known to the account. */
export interface Attempt {
  /** The person's id, or what was typed where it names nobody: both are counted alike (SEC-035). */
  readonly account: string
  readonly network: string
  /** Hash of the device's token when this person signed in from it before. */
  readonly knownDevice: string | null
}

const keyOf = (kind: 'account' | 'device' | 'network' | 'everywhere', value: string) =>
  createHash('sha256').update(`${kind}:${value}`).digest('hex')

/** A stranger's failures never stand in the way of a device that signed in before (SEC-036). */
const keysOf = ({ account, network, knownDevice }: Attempt) =>
  knownDevice
    ? { account: keyOf('device', `${account}:${knownDevice}`), network: null }
    : { account: keyOf('account', account), network: keyOf('network', network) }

/** How many seconds this attempt must wait; 0 when it may go on. */
export async function waitFor(tx: Tx, attempt: Attempt, now: Date): Promise<number> {
  const keys = keysOf(attempt)
  const since = new Date(now.getTime() - throttleWindowMs)
  const failures = async (key: string) =>
    (await tx.signInAttempt.findMany({ where: { key, at: { gt: since } }, select: { at: true }, take: 500 })).map(
      ({ at }) => at,
    )
  const waitMs = Math.max(
    accountWaitMs(await failures(keys.account), now),
    keys.network ? networkWaitMs(await failures(keys.network), now) : 0,
  )
  return Math.ceil(waitMs / 1_000)
}

/** Attempts on one account take turns, so that a hundred at once are not all the first one. */
export async function takeTurn(tx: Tx, attempt: Attempt): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${keysOf(attempt).account}, 0))`
}

/** Answers how many failures there were from everywhere within the window, this one included. */
export async function rememberFailure(tx: Tx, attempt: Attempt, now: Date, newId: () => string): Promise<number> {
  const keys = keysOf(attempt)
  const everywhere = keyOf('everywhere', '')
  const data = [keys.account, keys.network, everywhere].flatMap((key) => (key ? [{ id: newId(), key, at: now }] : []))
  await tx.signInAttempt.createMany({ data })
  const since = new Date(now.getTime() - throttleWindowMs)
  return tx.signInAttempt.count({ where: { key: everywhere, at: { gt: since } } })
}
