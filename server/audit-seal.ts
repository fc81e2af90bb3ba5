import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import { chainStart } from './audit.ts'
import type { ChainHead } from './audit-chain.ts'

/** The last lines of the audit chains at one moment, under a key that the database does not hold (SEC-104). */
export interface Seal {
  /** From 1, without gaps. */
  readonly number: number
  readonly at: Date
  readonly keyId: string
  readonly heads: readonly ChainHead[]
  readonly previous: string
  readonly mac: string
}

/** The newest seal as it is noted beside the database: seals cut off there are missed by it. */
export interface SealNote {
  readonly number: number
  readonly mac: string
}

export interface SealFault {
  readonly seal: number
  readonly fault: 'changed' | 'missing' | 'out of order' | 'cut' | 'under a key that is not here'
}

/** Tells keys apart and says nothing about them. */
export const keyIdOf = (key: string) =>
  createHash('sha256').update(`plenary audit key ${key}`).digest('hex').slice(0, 16)

export function seal(key: string, { number, at, heads, previous }: Omit<Seal, 'keyId' | 'mac'>): Seal {
  const sealed = { number, at, keyId: keyIdOf(key), heads, previous }
  return { ...sealed, mac: macOf(key, sealed) }
}

/**
 * Walks the seals in their order. `kept` are the last lines that seals vouch for, for `verifyChains`. A seal that cannot
 * be trusted vouches for nothing. `keys`: the present one and, for as long as its seals matter, the one before.
 */
export function verifySeals(
  seals: readonly Seal[],
  keys: readonly string[],
  note: SealNote | null,
): { readonly faults: readonly SealFault[]; readonly kept: readonly ChainHead[] } {
  const byId = new Map(keys.map((key) => [keyIdOf(key), key]))
  const faults: SealFault[] = []
  const kept = new Map<string, ChainHead>()
  let before: Pick<Seal, 'number' | 'mac'> = { number: 0, mac: chainStart }
  for (const each of seals) {
    const { number, keyId, heads, previous, mac } = each
    const key = byId.get(keyId)
    if (number !== before.number + 1) faults.push({ seal: before.number + 1, fault: 'missing' })
    else if (previous !== before.mac) faults.push({ seal: number, fault: 'out of order' })
    if (key === undefined) faults.push({ seal: number, fault: 'under a key that is not here' })
    else if (!isSame(macOf(key, each), mac)) faults.push({ seal: number, fault: 'changed' })
    else for (const head of heads) kept.set(`${head.scope} ${head.place}`, head)
    before = { number, mac }
  }
  const noted = note && seals.find(({ number }) => number === note.number)
  if (note && !noted) faults.push({ seal: note.number, fault: 'cut' })
  else if (note && noted && !isSame(note.mac, noted.mac)) faults.push({ seal: note.number, fault: 'changed' })
  return { faults, kept: [...kept.values()] }
}

function macOf(key: string, { number, at, keyId, heads, previous }: Omit<Seal, 'mac'>): string {
  const plain = heads.map(({ scope, place, hash }) => ({ scope, place, hash }))
  return createHmac('sha256', key)
    .update(canonicalJson({ number, at: at.toISOString(), keyId, heads: plain, previous }))
    .digest('hex')
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
