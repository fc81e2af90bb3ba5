import { createHash } from 'node:crypto'
import type { Tx } from '#app/kernel/work.server.ts'
import { accountWaitMs, crowdWaitMs, networkDelayMs, throttleWindowMs } from './throttle.ts'

/**
 * Who tries: counted by account in a network, by account from everywhere and by network, or by account and device where
 * the device is known to the account.
 */
export interface Attempt {
  /** The person's id, or what was typed where it names nobody: both are counted alike (SEC-035). */
  readonly account: string
  readonly network: string
  /** Hash of the device's token when this person signed in from it before. */
  readonly knownDevice: string | null
}

const keyOf = (kind: 'account' | 'account in a network' | 'device' | 'network' | 'everywhere', value: string) =>
  createHash('sha256').update(`${kind}:${value}`).digest('hex')

/** A stranger's failures never stand in the way of a device that signed in before (SEC-036). */
const keysOf = ({ account, network, knownDevice }: Attempt) =>
  knownDevice
    ? { own: keyOf('device', `${account}:${knownDevice}`), account: null, network: null }
    : {
        own: keyOf('account in a network', `${account}:${network}`),
        account: keyOf('account', account),
        network: keyOf('network', network),
      }

const since = (now: Date) => ({ gt: new Date(now.getTime() - throttleWindowMs) })

/** How many seconds this attempt must wait; 0 when it may go on. */
export async function waitFor(tx: Tx, attempt: Attempt, now: Date): Promise<number> {
  const keys = keysOf(attempt)
  const at = since(now)
  const own = await tx.signInAttempt.findMany({ where: { key: keys.own, at }, select: { at: true }, take: 500 })
  const crowd = keys.account
    ? await tx.signInAttempt.aggregate({ where: { key: keys.account, at }, _count: true, _max: { at: true } })
    : null
  const waitMs = Math.max(
    accountWaitMs(
      own.map((each) => each.at),
      now,
    ),
    crowd ? crowdWaitMs(crowd._count, crowd._max.at, now) : 0,
  )
  return Math.ceil(waitMs / 1_000)
}

/** How much longer the answer takes, right or wrong, because of what others try from the same network. */
export async function delayFor(tx: Tx, attempt: Attempt, now: Date): Promise<number> {
  const { network: key } = keysOf(attempt)
  return key ? networkDelayMs(await tx.signInAttempt.count({ where: { key, at: since(now) } })) : 0
}

/** Attempts on one account take turns, so that a hundred at once are not all the first one. */
export async function takeTurn(tx: Tx, attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${keys.account ?? keys.own}, 0))`
}

/** Answers how many failures there were from everywhere within the window, this one included. */
export async function rememberFailure(tx: Tx, attempt: Attempt, now: Date, newId: () => string): Promise<number> {
  const keys = keysOf(attempt)
  const everywhere = keyOf('everywhere', '')
  // A network counts names, not tries: one person who mistypes slows nobody else down.
  const isNew = (await tx.signInAttempt.count({ where: { key: keys.own, at: since(now) } })) === 0
  const data = [keys.own, keys.account, isNew ? keys.network : null, everywhere].flatMap((key) =>
    key ? [{ id: newId(), key, at: now }] : [],
  )
  await tx.signInAttempt.createMany({ data })
  return tx.signInAttempt.count({ where: { key: everywhere, at: since(now) } })
}
